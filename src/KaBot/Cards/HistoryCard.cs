using System.Globalization;
using KaBot.Cards.Elements;
using KaBot.Funnel.Stages;
using KaBot.Language;

namespace KaBot.Cards;

/// <summary>The check-ins of a deal, newest first: who, when, what moved.</summary>
public static class HistoryCard
{
    public const int PageSize = 5;
    private const int MostChanges = 5;

    public static Card Of(Texts texts, HistoryView view)
    {
        var title = texts["history.title"];
        return new Card(texts.Language, title,
            [
                Parts.Caption(view.Deal),
                new TextBlock(title) { Heading = true, Spacing = Spacing.Small },
                .. view.Unsaved is { } told ? [Unsaved(texts, view, told)] : Array.Empty<Element>(),
                .. view.Entries.Select(entry => entry.Unchanged > 0 ? Quiet(texts, entry) : Entry(texts, view, entry)),
                .. view.Entries.Count == 0 && view.Unsaved is null ? [Parts.Small(texts["history.empty"])] : Array.Empty<Element>(),
            ],
            [
                .. Parts.Paging(texts, Verbs.History, view.Page, view.Pages, ("deal", view.Deal.Id)),
                new Execute(texts["deals.checkin"], Verbs.Start, ("deal", view.Deal.Id)) { Positive = true },
            ]);
    }

    private static Container Unsaved(Texts texts, HistoryView view, Movement told) => new(
        [new RichText(new Run(texts["history.unsaved"]) { Bold = true, Color = TextColor.Warning }), .. Changes.Of(texts, view.Playbook, told, MostChanges)])
    { Separator = true, Spacing = Spacing.Medium };

    private static Element Quiet(Texts texts, HistoryEntry entry) => Parts.Small(texts.Say(
        "history.unchanged", ("when", Values.Moment(texts, entry.At)), ("n", entry.Unchanged))) with { Separator = true, Spacing = Spacing.Medium };

    private static Container Entry(Texts texts, HistoryView view, HistoryEntry entry)
    {
        var day = DateOnly.FromDateTime(entry.At.DateTime);
        return new Container(
        [
            new ColumnSet(
            [
                new Column([new RichText(
                    new Run(Values.Moment(texts, entry.At)) { Bold = true },
                    new Run(entry.Who is { } who ? "  " + Parts.Clip(who, 40) : "") { Size = TextSize.Small, Subtle = true })]) { Stretch = true, Middle = true },
                new Column([Parts.Buttons(new Execute(texts["history.show"], Verbs.Day, ("deal", view.Deal.Id),
                    ("day", day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture))))]),
            ]),
            .. Changes.Of(texts, view.Playbook, entry.Moved, MostChanges),
            .. entry.Claimed is { } claimed && claimed != entry.Moved.EarnedAfter
                ? [Parts.Small(texts.Say("history.claimed", ("stage", texts.Say(claimed.Name))))] : Array.Empty<Element>(),
        ]) { Separator = true, Spacing = Spacing.Medium };
    }
}
