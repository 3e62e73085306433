using System.Globalization;
using KaBot.Cards;
using KaBot.Cards.Elements;
using KaBot.Funnel.Facts;
using KaBot.Funnel.Measures;
using KaBot.Language;

namespace KaBot.Pipeline;

/// <summary>The funnel: its stages, the four measures in words, and the forecast. Where there is too little to tell from, it says so.</summary>
public static class FunnelCard
{
    private const int Bars = 8;
    private const int Most = 5;
    private const string Form = "target";

    public static Card Of(Texts texts, FunnelView view)
    {
        var title = view.Team is { } people ? texts.Say("funnel.title.team", ("n", people)) : texts["funnel.title"];
        if (view.Now.Capacity.Deals == 0)
            return new Card(texts.Language, texts["funnel.empty"], [new TextBlock(title) { Heading = true }, .. Remark(view), new TextBlock(texts["funnel.empty"])],
                [new Execute(texts["deals.new"], Verbs.NewDeal) { Positive = true }, .. Actions(texts, view)]);
        var summary = Summary(texts, view.Now.Capacity);
        return new Card(texts.Language, summary,
            [
                new TextBlock(title) { Heading = true }, .. Remark(view), new TextBlock(summary) { Bold = true, Spacing = Spacing.Small }, .. Stages(texts, view.Now),
                .. Part(texts["funnel.capacity"], [.. Capacity(texts, view), .. Coverage(texts, view)]),
                .. Part(texts["funnel.slope"], Slope(texts, view.Now.Slope)),
                .. Part(texts["funnel.evenness"], Evenness(texts, view)),
                .. Part(texts["funnel.velocity"], Velocity(texts, view)),
                .. view.Now.Forecast.IsEmpty ? [] : Part(texts["funnel.forecast"], view.Now.Forecast.SelectMany(month => Month(texts, month))),
                Parts.Small(Rates(texts, view.Now.Rates)) with { Separator = true },
                new Container([.. Target(texts, view)]) { Id = Form, Hidden = true, Separator = true },
            ], [.. Actions(texts, view), new Toggle(texts[view.Now.Capacity.Coverage is null ? "funnel.target.set" : "funnel.target.change"], Form)]);
    }

    private static string Summary(Texts texts, Capacity capacity) => capacity.Sums.IsEmpty ? texts.Say("funnel.summary.bare", ("n", capacity.Deals))
        : texts.Say("funnel.summary", ("n", capacity.Deals), ("amount", Sum(texts, capacity.Sums, line => line.Amount)), ("weighted", Sum(texts, capacity.Sums, line => line.Weighted)));

    /// <summary>A row for each stage: how many deals, against how many the shape calls for, and what they come to.</summary>
    private static IEnumerable<Element> Stages(Texts texts, FunnelMeasures measures)
    {
        var longest = measures.Stages.Max(line => line.Deals);
        foreach (var line in measures.Stages)
        {
            var shape = measures.Evenness.Value is null ? null : measures.Evenness.Stages.FirstOrDefault(share => share.Stage == line.Stage);
            var name = line.Stage is null ? texts["stage.none.title"] : texts.Say(line.Stage.Name);
            // One line, the bar first: on a phone it wraps, and the bars still stand below each other.
            yield return new RichText(Bar(line.Deals, longest), new Run(" " + line.Deals.ToString(texts.Culture) + "  ") { Bold = true }, new Run(name),
                new Run("  " + Beside(texts, line, shape)) { Size = TextSize.Small, Subtle = true }) { Spacing = Spacing.Small };
        }
    }

    private static Run Bar(int deals, int longest)
    {
        var filled = deals == 0 ? 0 : Math.Max(1, deals * Bars / Math.Max(longest, 1));
        return new Run(new string('█', filled) + new string('░', Bars - filled)) { Color = TextColor.Accent };
    }

    private static string Beside(Texts texts, StageLine line, StageShare? shape) => string.Join("  ", new[]
    {
        // Less than half a deal expected is none to miss.
        shape is null or { Expected: < 0.5 } ? null : texts.Say("funnel.expected", ("n", Whole(texts, shape.Expected))),
        line.Sums.IsEmpty ? null : texts.Say("funnel.sums", ("amount", Sum(texts, line.Sums, one => one.Amount)), ("weighted", Sum(texts, line.Sums, one => one.Weighted))),
    }.OfType<string>());

    private static IEnumerable<Element> Capacity(Texts texts, FunnelView view)
    {
        var (now, before) = (view.Now.Capacity, view.Before.Capacity);
        yield return Line(texts.Say("funnel.capacity.trend", ("n", now.Deals), ("before", before.Deals), ("days", Days(FunnelMeasures.Trend))));
        if (now.Sums is [var sum, ..] && before.Sums.FirstOrDefault(line => line.Currency == sum.Currency) is { } was)
            yield return Line(texts.Say("funnel.capacity.weighted", ("now", Money(texts, sum.Weighted, sum.Currency)), ("before", Money(texts, was.Weighted, sum.Currency)), ("days", Days(FunnelMeasures.Trend))));
    }

    /// <summary>What the target still needs, and what that takes at the present chances of winning.</summary>
    private static IEnumerable<Element> Coverage(Texts texts, FunnelView view)
    {
        if (view.Now.Capacity.Coverage is not { } cover) yield break;
        yield return Line(texts.Say("funnel.target", ("since", Language.Days.Short(texts, view.Since)), ("target", Money(texts, cover.Target, cover.Currency)),
            ("won", Money(texts, cover.Won, cover.Currency)), ("weighted", Money(texts, cover.Weighted, cover.Currency)), ("percent", Whole(texts, (double)cover.Share * 100))));
        if (cover.Missing > 0)
            yield return Warning(texts.Say("funnel.target.missing", ("missing", Money(texts, cover.Missing, cover.Currency)),
                ("percent", Whole(texts, (double)cover.Entry * 100)), ("find", Money(texts, cover.ToFind, cover.Currency))));
    }

    private static IEnumerable<Element> Target(Texts texts, FunnelView view)
    {
        var cover = view.Now.Capacity.Coverage;
        yield return new TextInput("amount", texts["funnel.target.amount"]) { Placeholder = texts["funnel.target.hint"], MaxLength = 40, Value = cover is null ? null : Money(texts, cover.Target, cover.Currency) };
        yield return new DateInput("since", texts["funnel.target.since"]) { Value = view.Since.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) };
        yield return Parts.Buttons(new Execute(texts["funnel.target.save"], FunnelVerbs.Target, ("scope", view.Team is null ? "own" : FunnelFeature.TeamScope)) { WithInputs = true, Positive = true });
    }

    private static Element[] Remark(FunnelView view) =>
        view.Remark is { } remark ? [new RichText(new Run(remark) { Color = TextColor.Accent, Bold = true }) { Spacing = Spacing.Small }] : [];

    private static IEnumerable<Element> Slope(Texts texts, Slope slope)
    {
        var left = slope.Stages.Where(stage => stage.Of > 0).ToList();
        if (left.Count == 0) yield return Parts.Small(texts["funnel.slope.few"]);
        foreach (var stage in left)
            yield return Line(texts.Say("funnel.slope.line", ("stage", texts.Say(stage.Stage.Name)), ("of", stage.Of), ("onward", stage.Onward), ("percent", Whole(texts, stage.Share!.Value * 100))));
        if (slope.Leak is { } leak) yield return Warning(texts.Say("funnel.slope.leak", ("stage", texts.Say(leak.Stage.Name)), ("of", leak.Of), ("ended", leak.Ended)));
    }

    private static IEnumerable<Element> Evenness(Texts texts, FunnelView view)
    {
        var evenness = view.Now.Evenness;
        if (evenness.Value is not { } value)
        {
            yield return Parts.Small(texts.Say("funnel.evenness.few", ("n", Funnel.Measures.Evenness.Enough)));
            yield break;
        }
        yield return Line(view.Before.Evenness.Value is { } before
            ? texts.Say("funnel.evenness.trend", ("percent", Whole(texts, value * 100)), ("days", Days(FunnelMeasures.Trend)), ("before", Whole(texts, before * 100)))
            : texts.Say("funnel.evenness.value", ("percent", Whole(texts, value * 100))));
        if (evenness.Thin is { } thin) yield return Warning(texts.Say("funnel.evenness.thin", ("stage", texts.Say(thin.Stage.Name)), ("n", thin.Deals), ("expected", About(texts, thin.Expected))));
        if (evenness.Thick is { } thick) yield return Warning(texts.Say("funnel.evenness.thick", ("stage", texts.Say(thick.Stage.Name)), ("n", thick.Deals), ("expected", About(texts, thick.Expected))));
    }

    private static IEnumerable<Element> Velocity(Texts texts, FunnelView view)
    {
        var velocity = view.Now.Velocity;
        var known = velocity.Stages.Where(stage => stage.Stays >= Funnel.Measures.Velocity.Enough).ToList();
        if (known.Count == 0 && velocity.Cycle is null) yield return Parts.Small(texts["funnel.velocity.few"]);
        foreach (var stage in known) yield return Line(texts.Say("funnel.velocity.line", ("stage", texts.Say(stage.Stage.Name)), ("days", Whole(texts, stage.Median!.Value)), ("n", stage.Stays)));
        if (velocity.Cycle is { } cycle) yield return Line(texts.Say("funnel.velocity.cycle", ("days", Whole(texts, cycle)), ("n", velocity.Closed)));
        foreach (var slow in velocity.Slow.Take(Most))
            yield return new RichText(new Run(view.Titles.GetValueOrDefault(slow.DealId, "")) { Bold = true },
                new Run("  " + texts.Say("funnel.velocity.slow", ("stage", texts.Say(slow.Stage.Name)), ("days", slow.Days), ("usual", Whole(texts, slow.Usual)))) { Color = TextColor.Warning }) { Spacing = Spacing.Small };
    }

    private static IEnumerable<Element> Month(Texts texts, ForecastMonth month) => month.Lines.Select(line => new RichText(
        new Run(Language.Days.Month(texts, month.Month) + "  "), new Run(Money(texts, line.Weighted, line.Currency)) { Bold = true },
        new Run("  " + texts.Say("digest.forecast.of", ("n", line.Deals), ("amount", Money(texts, line.Amount, line.Currency)))) { Size = TextSize.Small, Subtle = true }) { Spacing = Spacing.Small });

    private static string Rates(Texts texts, WinRates rates) => rates.Measured.IsEmpty ? texts.Say("funnel.rates.playbook", ("n", WinRates.Enough)) : texts["funnel.rates.measured"];

    private static IEnumerable<CardAction> Actions(Texts texts, FunnelView view)
    {
        yield return new Execute(texts["deals.open"], Verbs.Deals);
        if (view.HasTeam) yield return view.Team is null ? new Execute(texts["funnel.team"], FunnelVerbs.Show, ("scope", FunnelFeature.TeamScope)) : new Execute(texts["funnel.own"], FunnelVerbs.Show);
    }

    private static IEnumerable<Element> Part(string heading, IEnumerable<Element> lines) =>
        lines.Prepend(new TextBlock(heading) { Bold = true, Heading = true, Size = TextSize.Medium, Separator = true, Spacing = Spacing.Medium });

    private static TextBlock Line(string text) => new(text) { Spacing = Spacing.Small };

    private static TextBlock Warning(string text) => new(text) { Color = TextColor.Warning, Spacing = Spacing.Small };

    private static string Sum(Texts texts, IEnumerable<ForecastLine> lines, Func<ForecastLine, decimal> of) => texts.List(lines.Select(line => Money(texts, of(line), line.Currency)));

    private static string Money(Texts texts, decimal amount, string currency) => Values.Money(texts, new FactValue.Money(decimal.Round(amount), decimal.Round(amount), currency));

    private static int Days(TimeSpan span) => (int)span.TotalDays;

    private static string About(Texts texts, double expected) =>
        expected < 0.5 ? texts["funnel.expected.none"] : texts.Say("funnel.expected.about", ("n", Whole(texts, expected)));

    private static string Whole(Texts texts, double number) => Math.Round(number, MidpointRounding.AwayFromZero).ToString("0", texts.Culture);
}
