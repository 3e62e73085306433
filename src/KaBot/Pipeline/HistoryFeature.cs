using System.Globalization;
using KaBot.Cards;
using KaBot.Funnel.Facts;
using KaBot.Funnel.Stages;
using KaBot.Storage;
using KaBot.Turns;
using Microsoft.Bot.Builder.Dialogs;

namespace KaBot.Pipeline;

/// <summary>What a deal's check-ins said, and how it stood on a past day.</summary>
public sealed class HistoryFeature : IFeature
{
    public string Name => "history";

    public async Task RunAsync(DialogContext dialogs, Turn turn, Command command, CancellationToken cancellationToken)
    {
        if (await DealAsync(turn, command) is not { } deal) return;
        var snapshots = await turn.Store.HistoryAsync(deal.Id);
        var names = await turn.Store.NamesAsync(snapshots.Select(snapshot => snapshot.TakenBy).Distinct());
        if (command.Name == Verbs.Day && DateOnly.TryParseExact(command["day"], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            await DayAsync(turn, deal, day, new Names(names));
        else
            Show(turn, deal, snapshots, names, command);
    }

    /// <summary>The tapped deal, or the one named; with no name the one touched last.</summary>
    private static async Task<Deal?> DealAsync(Turn turn, Command command)
    {
        if (command.Tapped) return await turn.MyDealAsync(command["deal"]);
        var found = await DealsFeature.FindAsync(turn, command.Argument);
        if (found.Count == 0) turn.Say(turn.Texts["deals.notfound.short"]);
        return found is [var first, ..] ? turn.SpeakOf(first) : null;
    }

    private static void Show(
        Turn turn, Deal deal, IReadOnlyList<Snapshot> snapshots, IReadOnlyDictionary<string, string> names, Command command)
    {
        var entries = snapshots.Select((snapshot, index) => new HistoryEntry(snapshot.At.ToOffset(turn.Now.Offset), names.GetValueOrDefault(snapshot.TakenBy),
            turn.Playbook.Stage(snapshot.Claimed), Moved(turn, snapshot, snapshots.ElementAtOrDefault(index + 1)),
            Unchanged(turn, snapshot, snapshots.ElementAtOrDefault(index + 1)) ? 1 : 0)).Aggregate(new List<HistoryEntry>(), Fold);
        var pages = Math.Max(1, (entries.Count + HistoryCard.PageSize - 1) / HistoryCard.PageSize);
        _ = int.TryParse(command["page"], out var page);
        page = Math.Clamp(page, 0, pages - 1);
        turn.Show(HistoryCard.Of(turn.Texts, new HistoryView(Turn.Ref(deal), turn.Playbook,
            [.. entries.Skip(page * HistoryCard.PageSize).Take(HistoryCard.PageSize)], page, pages)
        {
            Unsaved = page == 0 && turn.Unsaved(deal) is { } told ? Moved(turn, told, snapshots.FirstOrDefault()) : null,
        }));
    }

    /// <summary>Check-ins in a row that changed nothing are one line.</summary>
    private static List<HistoryEntry> Fold(List<HistoryEntry> newestFirst, HistoryEntry entry)
    {
        if (entry.Unchanged > 0 && newestFirst is [.., { Unchanged: > 0 } latest]) newestFirst[^1] = latest with { Unchanged = latest.Unchanged + 1 };
        else newestFirst.Add(entry);
        return newestFirst;
    }

    private static bool Unchanged(Turn turn, Snapshot after, Snapshot? before) => before is not null && before.Claimed == after.Claimed
        && Moved(turn, after, before) is { Facts.IsEmpty: true } moved && moved.EarnedBefore == moved.EarnedAfter;

    private static Movement Moved(Turn turn, Snapshot after, Snapshot? before) =>
        Movement.Between(turn.Playbook, before?.Facts ?? FactSheet.Empty, before?.Earned, after.Facts, after.Earned);

    private static async Task DayAsync(Turn turn, Deal deal, DateOnly day, Names names)
    {
        var end = new DateTimeOffset(day.AddDays(1).ToDateTime(TimeOnly.MinValue), turn.Now.Offset).AddTicks(-1);
        if (await turn.Store.AsOfAsync(deal.Id, end) is not { } stood)
        {
            turn.Say(turn.Texts["history.notyet"]);
            return;
        }
        var found = Qualifier.Qualify(turn.Playbook, stood.Facts, end, stood.Claimed);
        turn.Show(DayCard.Of(turn.Texts, new DayView(Turn.Ref(deal), turn.Playbook, day, stood.At.ToOffset(turn.Now.Offset),
            names[stood.TakenBy], found, stood.Facts, names)));
    }
}
