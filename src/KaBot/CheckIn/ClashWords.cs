using KaBot.Cards;
using KaBot.Funnel.Facts;
using KaBot.Funnel.Playbooks;
using KaBot.Turns;
using KaBot.Understanding.Asking;

namespace KaBot.CheckIn;

/// <summary>The answer in words to "which of the two holds?": by a button's caption, by "the new one", or by the value itself.</summary>
internal static class ClashWords
{
    private const int LongestValue = 40;

    /// <summary>The fact that is to stand; null when the words do not say.</summary>
    public static Fact? Read(Turn turn, RemarkReader remarks, FactDefinition fact, Contradiction clash)
    {
        if ((Caption(turn, fact, clash) ?? remarks.Holds(turn.Text)) is { } told) return told ? clash.Told : clash.Known;
        var words = remarks.Chosen(turn.Text);
        if (words.Length is 0 or > LongestValue || remarks.Reply(turn.Text) is not null || remarks.Asks(turn.Text)) return null;
        if (fact.Kind is FactKind.Text or FactKind.List) return Same(turn, fact, clash.Told, words) ? clash.Told : Same(turn, fact, clash.Known, words) ? clash.Known : null;
        if (turn.AnswerTo(fact.Id, words).Reading is not { } reading || words == turn.Text.Trim() && !IsShort(words, reading.Evidence)) return null;
        return reading.Value.Equals(clash.Told.Value) ? clash.Told : reading.Value.Equals(clash.Known.Value) ? clash.Known
            : new Fact(fact.Id, reading.Value, reading.Certainty, turn.Now, new Evidence(turn.Text.Trim(), turn.Person.Id, turn.Now, turn.ActivityId));
    }

    // 改为否 is 改为 否.
    private static bool? Caption(Turn turn, FactDefinition fact, Contradiction clash)
    {
        foreach (var texts in turn.Languages.All)
            foreach (var (key, side) in new[] { ("clash.keep.told", clash.Told), ("clash.keep.known", clash.Known) })
                if (Bare(texts.Say(key, ("value", Parts.Value(texts, fact, side.Value)))) == Bare(turn.Text)) return side == clash.Told;
        return null;
    }

    private static bool Same(Turn turn, FactDefinition fact, Fact side, string words) =>
        turn.Languages.All.Any(texts => Bare(Parts.Value(texts, fact, side.Value)) == Bare(words));

    // A sentence that says more than the value is news, and read as such.
    private static bool IsShort(string words, string evidence) => Bare(words).Length <= Bare(evidence).Length + 3;

    private static string Bare(string text) => string.Concat(text.Where(char.IsLetterOrDigit).Select(char.ToLowerInvariant));
}
