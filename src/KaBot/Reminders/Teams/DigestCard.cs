using KaBot.Cards;
using KaBot.Cards.Elements;
using KaBot.Funnel.Facts;
using KaBot.Funnel.Measures;
using KaBot.Funnel.Playbooks;
using KaBot.Language;
using KaBot.Storage;

namespace KaBot.Reminders.Teams;

/// <summary>The manager's digest: who told, what moved, where the funnel is not what it looks like, what the month brings.</summary>
public static class DigestCard
{
    /// <summary>Lines of one part; the rest is counted.</summary>
    private const int Most = 5;

    public static Card Of(Texts texts, Playbook playbook, TeamDigest digest)
    {
        var title = texts.Say("digest.title", ("from", Days.Short(texts, digest.From)), ("to", Days.Short(texts, digest.Today)));
        var summary = texts.Say("digest.summary", ("told", digest.Answered.Count), ("all", digest.Answered.Count + digest.Silent.Count),
            ("up", digest.Up.Length), ("down", digest.Down.Length));
        return new Card(texts.Language, summary,
            [
                new TextBlock(title) { Heading = true },
                new RichText(new Run(summary) { Bold = true }) { Spacing = Spacing.Small },
                .. Part(texts, "digest.silent", [.. digest.Silent.Select(member => new RichText(new Run(Parts.Clip(member.Name, 40))))]),
                .. Part(texts, "digest.up", [.. digest.Up.Select(move => Move(texts, move, "↑ ", TextColor.Good))]),
                .. Part(texts, "digest.down", [.. digest.Down.Select(move => Move(texts, move, "↓ ", TextColor.Attention))]),
                .. Part(texts, "digest.claims", [.. digest.Claims.Select(claim => Line(claim.Deal, claim.Rep,
                    texts.Say("digest.claim", ("claimed", texts.Say(claim.Claimed.Name)), ("earned", Stage(texts, claim.Earned)))))]),
                .. Part(texts, "digest.gaps", [.. digest.Gaps.Select(gap => Line(gap.Deal, gap.Rep, texts.Say("reason.gap", ("stage", texts.Say(gap.Gap.Stage.Name)),
                    ("criteria", texts.List(gap.Gap.Missing.Select(id => texts.Say(playbook.Criterion(id).Name)))))
                    + (gap.Amount is { } amount ? " " + Values.Money(texts, amount) : "")))]),
                .. Part(texts, "digest.overdue", [.. digest.Overdue.Select(late => Line(late.Deal, late.Rep,
                    texts.Say("reminder.why.passed", ("fact", texts.Say(playbook.Fact(late.FactId)!.Name)), ("day", Days.Short(texts, late.Date)))))]),
                .. Part(texts, "digest.stalled", [.. digest.Stalled.Select(stalled => Line(stalled.Deal, stalled.Rep, ""))]),
                .. Part(texts, "digest.forecast", [.. digest.Forecast.Select(line => Forecast(texts, line))]),
            ],
            digest.Silent.Count == 0 ? [] : [new Execute(texts.Say("digest.nudge", ("n", digest.Silent.Count)), Verbs.Nudge)]);
    }

    private static IEnumerable<Element> Part(Texts texts, string key, IReadOnlyList<Element> lines)
    {
        if (lines.Count == 0) yield break;
        yield return new TextBlock(texts.Say(key, ("n", lines.Count))) { Heading = true, Size = TextSize.Medium, Separator = true };
        foreach (var line in lines.Take(Most)) yield return line with { Spacing = Spacing.Small };
        if (lines.Count > Most) yield return Parts.Small(texts.Say("digest.more", ("n", lines.Count - Most)));
    }

    private static RichText Move(Texts texts, StageMove move, string sign, TextColor color) => new(
        new Run(sign) { Bold = true, Color = color }, new Run(Title(move.Deal)) { Bold = true },
        new Run("  " + texts.Say("changes.stage", ("before", Stage(texts, move.From)), ("after", Stage(texts, move.To)))), Who(move.Rep));

    private static RichText Line(Deal deal, string rep, string words) => new(
        new Run(Title(deal)) { Bold = true }, new Run(words.Length > 0 ? "  " + words : ""), Who(rep));

    private static Run Who(string rep) => new("  " + Parts.Clip(rep, 40)) { Size = TextSize.Small, Subtle = true };

    private static RichText Forecast(Texts texts, ForecastLine line) => new(
        new Run(Values.Money(texts, Money(line.Weighted, line.Currency))) { Bold = true, Size = TextSize.Medium },
        new Run("  " + texts.Say("digest.forecast.of", ("n", line.Deals), ("amount", Values.Money(texts, Money(line.Amount, line.Currency))))) { Subtle = true });

    private static FactValue.Money Money(decimal amount, string currency) => new(decimal.Round(amount), decimal.Round(amount), currency);

    private static string Title(Deal deal) => Parts.Title(Turns.Turn.Ref(deal));

    private static string Stage(Texts texts, StageDefinition? stage) => stage is null ? texts["stage.none"] : texts.Say(stage.Name);
}
