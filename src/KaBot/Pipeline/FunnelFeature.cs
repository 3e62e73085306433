using System.Collections.Immutable;
using KaBot.Cards;
using KaBot.Funnel.Measures;
using KaBot.Funnel.Stages;
using KaBot.Storage;
using KaBot.Turns;
using Microsoft.Bot.Builder.Dialogs;

namespace KaBot.Pipeline;

/// <summary>The funnel as a whole: one's own deals, or for a manager those of the team.</summary>
public sealed class FunnelFeature(QuizStore people) : IFeature
{
    public const string TeamScope = "team";

    public string Name => "funnel";

    public async Task RunAsync(DialogContext dialogs, Turn turn, Command command, CancellationToken cancellationToken)
    {
        var reports = await people.ReportsOfAsync(turn.Person.Id);
        var team = command["scope"] == TeamScope && reports.Count > 0;
        List<Deal> deals = [];
        foreach (var id in team ? reports : [turn.Person.Id]) deals.AddRange(await turn.Store.DealsOfAsync(id));
        List<DealTrack> tracks = [];
        foreach (var deal in deals) tracks.Add(Track(turn, deal, await turn.Store.HistoryAsync(deal.Id)));
        turn.Show(FunnelCard.Of(turn.Texts, new FunnelView(
            turn.Playbook, FunnelMeasures.Of(turn.Playbook, tracks, turn.Now), FunnelMeasures.Of(turn.Playbook, tracks, turn.Now - FunnelMeasures.Trend),
            deals.ToDictionary(deal => deal.Id, deal => Parts.Title(Turn.Ref(deal)), StringComparer.Ordinal), team ? reports.Count : null, reports.Count > 0)));
    }

    /// <summary>A deal's history, oldest first. What stands now is judged by the rules of now; a deal just made stands in no stage.</summary>
    private static DealTrack Track(Turn turn, Deal deal, IReadOnlyList<Snapshot> newestFirst)
    {
        var moments = newestFirst.Select((snapshot, place) => new DealMoment(snapshot.At,
            place == 0 ? Qualifier.Qualify(turn.Playbook, snapshot.Facts, turn.Now).Earned?.Id : snapshot.Earned, snapshot.Facts)).Reverse().ToImmutableArray();
        return new DealTrack(deal.Id, moments.IsEmpty ? [new DealMoment(deal.CreatedAt, null, Funnel.Facts.FactSheet.Empty)] : moments);
    }
}
