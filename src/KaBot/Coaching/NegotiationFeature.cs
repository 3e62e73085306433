using KaBot.Cards;
using KaBot.Funnel.Coaching;
using KaBot.Storage;
using KaBot.Turns;
using Microsoft.Bot.Builder.Dialogs;

namespace KaBot.Coaching;

/// <summary>How to negotiate: readiness, phase, the tactics that fit and the tempting ones that do not. Reached by free text too.</summary>
public sealed class NegotiationFeature(Coach coach, Talks talks) : IFeature
{
    public string Name => "negotiate";

    public async Task RunAsync(DialogContext dialogs, Turn turn, Command command, CancellationToken cancellationToken)
    {
        if (await Chosen.DealAsync(turn, command) is not (var deal, var words)) return;
        var told = await talks.HearAsync(turn, cancellationToken);
        var phase = Enum.TryParse<Phase>(command["phase"], ignoreCase: true, out var known) && Enum.IsDefined(known) ? known : (Phase?)null;
        var (tried, chain) = (Tried(turn, command, deal), Chain(turn, command, deal));
        var advice = await coach.AdviseAsync(turn, deal, await coach.Store.PlansAsync(deal.Id), phase, told, tried, chain);
        var card = TacticsCard.Of(turn.Texts, new TacticsView(Turn.Ref(deal), coach.Guide.Tactics, advice, phase is not null, words));
        if (command.Tapped && (command.Name != CoachVerbs.Negotiate || phase is not null)) turn.Replacement = card;
        else turn.Show(card);
    }

    private string? Tried(Turn turn, Command command, Deal deal)
    {
        if (command.Name != CoachVerbs.Tried
            || coach.Guide.Tactics.Tactics.FirstOrDefault(tactic => tactic.Id == command["tactic"]) is not { } used) return null;
        turn.Changes.Add(new Change.TacticTried(deal.Id, used.Id, turn.Now));
        return used.Id;
    }

    private static bool? Chain(Turn turn, Command command, Deal deal)
    {
        if (command.Name != CoachVerbs.Chain) return null;
        var chain = command["chain"] == "yes";
        turn.Changes.Add(new Change.ChainTold(deal.AccountId, chain));
        turn.Changes.Add(new Change.Audited(turn.Person.Id, "account.chain", deal.Id, chain ? "yes" : "no", turn.Now));
        return chain;
    }
}
