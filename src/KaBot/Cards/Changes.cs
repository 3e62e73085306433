using KaBot.Cards.Elements;
using KaBot.Funnel.Playbooks;
using KaBot.Funnel.Stages;
using KaBot.Language;

namespace KaBot.Cards;

/// <summary>What moved between two check-ins, in lines.</summary>
internal static class Changes
{
    /// <summary>The move in the funnel, then the facts, at most <paramref name="most"/> of them.</summary>
    public static IEnumerable<Element> Of(Texts texts, Playbook playbook, Movement moved, int most)
    {
        if (moved.EarnedBefore != moved.EarnedAfter) yield return Move(texts, playbook, moved);
        foreach (var change in moved.Facts.Take(most)) yield return Fact(texts, playbook.Fact(change.FactId)!, change);
        if (moved.Facts.Length > most) yield return Parts.Small(texts.Say("changes.more", ("n", moved.Facts.Length - most)));
        if (moved.EarnedBefore == moved.EarnedAfter && moved.Facts.IsEmpty) yield return Parts.Small(texts["changes.none"]);
    }

    private static RichText Move(Texts texts, Playbook playbook, Movement moved)
    {
        var up = playbook.Rank(moved.EarnedAfter?.Id) > playbook.Rank(moved.EarnedBefore?.Id);
        return new RichText(
            new Run(up ? "↑ " : "↓ ") { Bold = true, Color = up ? TextColor.Good : TextColor.Attention },
            new Run(texts.Say("changes.stage", ("before", Name(moved.EarnedBefore)), ("after", Name(moved.EarnedAfter)))) { Bold = true })
        {
            Spacing = Spacing.Small,
        };

        string Name(StageDefinition? stage) => stage is null ? texts["stage.none"] : texts.Say(stage.Name);
    }

    private static RichText Fact(Texts texts, FactDefinition fact, FactChange change)
    {
        var before = change.Before is null ? "" : Parts.Value(texts, fact, change.Before);
        var after = change.After is null ? "" : Parts.Value(texts, fact, change.After);
        var words = (change.Before, change.After) switch
        {
            (null, _) => texts.Say("changes.new", ("after", after)),
            (_, null) => texts.Say("changes.struck", ("before", before)),
            _ => texts.Say("changes.changed", ("before", before), ("after", after)),
        };
        return new RichText(
            new Run("• " + texts.Say("answered.line", ("fact", texts.Say(fact.Name)), ("answer", ""))) { Subtle = true },
            new Run(words)) { Spacing = Spacing.None };
    }
}
