using System.Globalization;
using KaBot.Cards.Elements;
using KaBot.Funnel.Facts;
using KaBot.Funnel.Playbooks;
using KaBot.Funnel.Stages;
using KaBot.Language;

namespace KaBot.Cards;

/// <summary>What several cards are made of.</summary>
internal static class Parts
{
    /// <summary>How much of a rep's words is said back where they are but to be recognised.</summary>
    public const int Echo = 60;

    private const int LongestQuote = 90;
    private const int LongestName = 60;

    /// <summary>Whose deal the card is about, small, with more words behind.</summary>
    public static RichText Caption(DealRef deal, string? more = null) => new(
        new Run(more is null ? Title(deal) : Title(deal) + "  ·  " + more) { Size = TextSize.Small, Subtle = true });

    public static string Title(DealRef deal) => deal.Account == deal.Name || deal.Account.Length == 0
        ? Clip(deal.Name, LongestName) : Clip(deal.Account, LongestName) + " · " + Clip(deal.Name, LongestName);

    public static TextBlock Small(string text) => new(text) { Size = TextSize.Small, Subtle = true, Spacing = Spacing.Small };

    public static ActionSet Buttons(params IReadOnlyList<CardAction> actions) => new(actions);

    /// <summary>A fact's value; a long text cut.</summary>
    public static string Value(Texts texts, FactDefinition fact, FactValue value) => Clip(Values.Of(texts, fact, value), LongestQuote);

    /// <summary>The words behind a fact, who said them and when; null without evidence.</summary>
    public static RichText? Evidence(Texts texts, Fact fact, Names names) => fact.Evidence is not { } evidence ? null : new RichText(
        new Run(texts.Say("common.quote", ("words", Clip(evidence.Words, LongestQuote)))) { Size = TextSize.Small, Italic = true },
        new Run("  " + Source(texts, fact, names)) { Size = TextSize.Small, Subtle = true }) { Spacing = Spacing.None };

    public static string Source(Texts texts, Fact fact, Names names)
    {
        var day = Days.Short(texts, DateOnly.FromDateTime(fact.At.DateTime));
        return names[fact.Evidence?.By] is { } name ? Clip(name, LongestName) + " · " + day : day;
    }

    /// <summary>One criterion: where it stands, in a sign and in words where the sign is no plain yes.</summary>
    public static RichText Criterion(Texts texts, CriterionStanding standing)
    {
        var (sign, color, word) = Sign(texts, standing.State);
        List<Run> runs = [new Run(sign + " ") { Color = color, Bold = true }, new Run(texts.Say(standing.Criterion.Name))];
        if (word.Length > 0) runs.Add(new Run("  " + word) { Size = TextSize.Small, Color = color, Subtle = color is null });
        return new RichText(runs) { Spacing = Spacing.Small };
    }

    private static (string Sign, TextColor? Color, string Word) Sign(Texts texts, CriterionState state) => state switch
    {
        CriterionState.Met => ("✓", TextColor.Good, ""),
        CriterionState.Stale => ("✓", TextColor.Warning, texts["criterion.stale"]),
        CriterionState.ToConfirm => ("?", TextColor.Warning, texts["criterion.confirm"]),
        CriterionState.NotMet => ("✗", TextColor.Attention, texts["criterion.notmet"]),
        _ => ("○", null, texts["criterion.unknown"]),
    };

    /// <summary>Buttons to the page before and the page after; none where all is on one page.</summary>
    public static IEnumerable<CardAction> Paging(Texts texts, string verb, int page, int pages, params (string Name, string Value)[] data)
    {
        if (page > 0) yield return new Execute(texts["common.previous"], verb, [.. data, Page(page - 1)]);
        if (page + 1 < pages) yield return new Execute(texts["common.next"], verb, [.. data, Page(page + 1)]);
    }

    private static (string Name, string Value) Page(int page) => ("page", page.ToString(CultureInfo.InvariantCulture));

    /// <summary>Text on one line and no longer than some characters; never cut within a pair of surrogates.</summary>
    public static string Clip(string text, int longest)
    {
        var line = string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        if (line.Length <= longest) return line;
        var end = char.IsHighSurrogate(line[longest - 2]) ? longest - 2 : longest - 1;
        return line[..end] + "…";
    }
}
