using System.Collections.Immutable;
using System.Globalization;
using KaBot.Cards;
using KaBot.Funnel.Facts;
using KaBot.Funnel.Measures;
using KaBot.Funnel.Stages;
using KaBot.Storage;
using KaBot.Turns;
using Microsoft.Bot.Builder.Dialogs;

namespace KaBot.Pipeline;

/// <summary>The funnel as a whole: one's own deals, or for a manager those of the team; and the target it is held against.</summary>
public sealed class FunnelFeature(QuizStore people, TargetStore targets) : IFeature
{
    public const string TeamScope = "team";
    private const string OwnScope = "own";

    /// <summary>The fact by whose words an amount is read.</summary>
    private const string AmountFact = "amount";

    public string Name => "funnel";

    public async Task RunAsync(DialogContext dialogs, Turn turn, Command command, CancellationToken cancellationToken)
    {
        var reports = await people.ReportsOfAsync(turn.Person.Id);
        var team = command["scope"] == TeamScope && reports.Count > 0;
        var scope = team ? TeamScope : OwnScope;
        var (target, remark) = Asked(turn, command) is { } words ? Set(turn, words, command["since"], scope, await targets.FindAsync(turn.Person.Id, scope))
            : (await targets.FindAsync(turn.Person.Id, scope), null);

        List<Deal> deals = [];
        foreach (var id in team ? reports : [turn.Person.Id]) deals.AddRange(await turn.Store.DealsOfAsync(id));
        List<DealTrack> tracks = [];
        foreach (var deal in deals) tracks.Add(Track(turn, deal, await turn.Store.HistoryAsync(deal.Id)));
        var goal = target is null ? null
            : new SalesTarget(target.Amount, target.Currency, new DateTimeOffset(target.Since.ToDateTime(TimeOnly.MinValue), turn.Now.Offset));
        var titles = deals.ToDictionary(deal => deal.Id, deal => Parts.Title(Turn.Ref(deal)), StringComparer.Ordinal);
        var now = FunnelMeasures.Of(turn.Playbook, tracks, turn.Now, goal);
        // A question in words has no command of its own behind it.
        if (turn.Text.Length > 0 && command is { Tapped: true, Name: FunnelVerbs.Show } && FunnelAnswer.Of(turn, tracks, now.Rates, titles) is { } answer) turn.Say(answer);
        var card = FunnelCard.Of(turn.Texts, new FunnelView(
            turn.Playbook, now, FunnelMeasures.Of(turn.Playbook, tracks, turn.Now - FunnelMeasures.Trend),
            titles, team ? reports.Count : null, reports.Count > 0,
            target?.Since ?? QuarterOf(turn.Today), remark));
        if (command.Name == FunnelVerbs.Target) turn.Replacement = card;
        else turn.Show(card);
    }

    /// <summary>The words of a target: those of the form, or what was typed after the command ("漏斗 800万"); null when none is asked for.</summary>
    private static string? Asked(Turn turn, Command command) =>
        command.Name == FunnelVerbs.Target ? command["amount"] ?? "" : command.Argument.Length > 0 ? command.Argument : null;

    /// <summary>Takes a target, or with no words takes it away; what is no amount leaves things as they were.</summary>
    private static (Target? Target, string? Remark) Set(Turn turn, string words, string? since, string scope, Target? before)
    {
        var amount = words.Trim().Length == 0 ? null : turn.AnswerTo(AmountFact, words).Reading?.Value as FactValue.Money;
        if (words.Trim().Length > 0 && Forecasting.Worth(amount) <= 0) return (before, turn.Texts["funnel.target.fault"]);
        var from = DateOnly.TryParseExact(since, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day <= turn.Today ? day : QuarterOf(turn.Today);
        var target = amount is null ? null : new Target(Forecasting.Worth(amount), amount.Currency, from);
        turn.Changes.Add(new Change.TargetSet(turn.Person.Id, scope, target, turn.Now));
        turn.Changes.Add(new Change.Audited(turn.Person.Id, "funnel.target", null, scope, turn.Now));
        return (target, turn.Texts[target is null ? "funnel.target.gone" : "funnel.target.saved"]);
    }

    private static DateOnly QuarterOf(DateOnly day) => new(day.Year, (day.Month - 1) / 3 * 3 + 1, 1);

    /// <summary>A deal's history, oldest first. What stands now is judged by the rules of now; a deal just made stands in no stage.</summary>
    private static DealTrack Track(Turn turn, Deal deal, IReadOnlyList<Snapshot> newestFirst)
    {
        var moments = newestFirst.Select((snapshot, place) => new DealMoment(snapshot.At,
            place == 0 ? Qualifier.Qualify(turn.Playbook, snapshot.Facts, turn.Now).Earned?.Id : snapshot.Earned, snapshot.Facts)).Reverse().ToImmutableArray();
        return new DealTrack(deal.Id, moments.IsEmpty ? [new DealMoment(deal.CreatedAt, null, FactSheet.Empty)] : moments);
    }
}
