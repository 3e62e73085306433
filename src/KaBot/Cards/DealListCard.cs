using KaBot.Cards.Elements;
using KaBot.Language;

namespace KaBot.Cards;

/// <summary>My deals: pick one to check in, or look at its history.</summary>
public static class DealListCard
{
    public const int PageSize = 6;

    public static Card Of(Texts texts, DealListView view)
    {
        var title = view.Title ?? (view.Which ? texts["checkin.which"] : view.Query is { } query ? texts.Say("deals.found", ("query", Parts.Clip(query, 40))) : texts["deals.title"]);
        List<Element> body = [new TextBlock(title) { Size = view.Which ? TextSize.Medium : TextSize.Large, Bold = true, Heading = true }];
        if (view.Deals.Count == 0) body.Add(Parts.Small(texts[view.Query is null ? "deals.empty" : "deals.notfound"]));
        body.AddRange(view.Deals.Select(line => Row(texts, view, line)));
        if (view.Lacking is null && (view.Pages > 1 || view.Query is not null)) body.AddRange(Search(texts, view));
        (string, string)[] search = [.. Data("query", view.Query), .. Data("which", view.Which ? "1" : null), .. Data("fact", view.Lacking)];
        return new Card(texts.Language, title, body,
        [
            .. Parts.Paging(texts, view.Lacking is null ? Verbs.Deals : Verbs.Lacking, view.Page, view.Pages, search),
            .. view.Query is null && view.Lacking is null ? Array.Empty<CardAction>() : [new Execute(texts["deals.all"], Verbs.Deals)],
            new Execute(texts["deals.new"], Verbs.NewDeal),
        ]);
    }

    private static (string, string)[] Data(string name, string? value) => value is null ? [] : [(name, value)];

    private static ColumnSet Row(Texts texts, DealListView view, DealLine line) => new(
    [
        new Column(
        [
            new RichText(new Run(Parts.Clip(line.Deal.Name, 60)) { Bold = true }),
            new RichText(new Run(Parts.Clip(line.Deal.Account, 60)) { Size = TextSize.Small, Subtle = true }) { Spacing = Spacing.None },
            new RichText([.. Standing(texts, view, line)]) { Spacing = Spacing.None },
        ]) { Stretch = true },
        new Column([Parts.Buttons(
            new Execute(texts[line.InProgress ? "deals.resume" : "deals.checkin"], Verbs.Start, ("deal", line.Deal.Id)) { Positive = line.InProgress },
            new Execute(texts["deals.history"], Verbs.History, ("deal", line.Deal.Id)))]) { Middle = true },
    ]) { Separator = true, Spacing = Spacing.Small };

    private static IEnumerable<Run> Standing(Texts texts, DealListView view, DealLine line)
    {
        var stage = line.Stage is null ? texts["stage.none"] : texts.Say(line.Stage.Name);
        yield return new Run(line.Ended is null && line.Win is { } win and > 0 ? stage + " " + texts.Say("value.percent", ("n", win)) : stage)
        {
            Size = TextSize.Small, Bold = true, Color = TextColor.Accent,
        };
        if (line.Ended is { } ended) yield return new Run("  " + ended.Say(texts)) { Size = TextSize.Small, Bold = true };
        var today = DateOnly.FromDateTime(view.Now.DateTime);
        var last = line.LastAt is { } at ? texts.Say("deals.last", ("when", Days.Ago(texts, DateOnly.FromDateTime(at.DateTime), today))) : texts["deals.never"];
        yield return new Run("  " + last) { Size = TextSize.Small, Subtle = true };
        if (line.Stale) yield return new Run("  " + texts["criterion.stale"]) { Size = TextSize.Small, Color = TextColor.Warning };
    }

    private static IEnumerable<Element> Search(Texts texts, DealListView view) =>
    [
        new TextInput("query", texts["deals.search.label"]) { Placeholder = texts["deals.search.hint"], Value = view.Query, MaxLength = 100, Separator = true },
        Parts.Buttons(new Execute(texts["deals.search"], Verbs.Deals) { WithInputs = true }) with { Spacing = Spacing.Small },
    ];
}
