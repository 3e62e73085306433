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
        var (tried, chain) = (Tried(turn, command, deal), Chain(turn, command, deal));
        var situation = await coach.LookAsync(turn, deal, await coach.Store.PlansAsync(deal.Id), told, tried, chain);
        var corrected = Corrected(turn, command, deal, situation);
        var (said, name) = corrected is not null ? (corrected, null) : await coach.Store.ToldPhaseAsync(deal.Id) ?? default;
        var advice = Advice.For(coach.Guide, situation, deal.Account, said);
        var card = TacticsCard.Of(turn.Texts, new TacticsView(Turn.Ref(deal), coach.Guide.Tactics, advice, By(turn, advice.Told, name), words));
        if (command.Tapped && (command.Name != CoachVerbs.Negotiate || corrected is not null)) turn.Replacement = card;
        else turn.Show(card);
    }

    /// <summary>The phase that the rep taps; kept for this deal until it moves on.</summary>
    private ToldPhase? Corrected(Turn turn, Command command, Deal deal, Situation situation)
    {
        if (!Enum.TryParse<Phase>(command["phase"], ignoreCase: true, out var phase) || !Enum.IsDefined(phase)) return null;
        var told = ToldPhase.Of(coach.Guide.Tactics, situation, phase, turn.Person.Id);
        turn.Changes.Add(new Change.PhaseTold(deal.Id, told));
        turn.Changes.Add(new Change.Audited(turn.Person.Id, "negotiation.phase", deal.Id, phase.ToString().ToLowerInvariant(), turn.Now));
        return told;
    }

    private static PhaseSource? By(Turn turn, ToldPhase? told, string? name) => told is null ? null
        : new PhaseSource(told.By == turn.Person.Id ? null : name ?? turn.Texts["talks.colleague"],
            DateOnly.FromDateTime(told.At.ToOffset(turn.Now.Offset).DateTime));

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
