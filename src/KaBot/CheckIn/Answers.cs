using System.Globalization;
using KaBot.Cards;
using KaBot.Funnel.Facts;
using KaBot.Funnel.Playbooks;
using KaBot.Language;
using KaBot.Turns;
using KaBot.Understanding.Values;

namespace KaBot.CheckIn;

/// <summary>From a tapped button or typed words to a fact with its evidence.</summary>
internal static class Answers
{
    /// <summary>A tapped answer: its button's value, or else what was typed into the card. Null when it gives no value.</summary>
    public static Fact? Tapped(Turn turn, FactDefinition fact, Command tap)
    {
        if (Button(fact, tap["value"] ?? "") is { } value) return Make(turn, fact, value, Certainty.Stated, Values.Of(turn.Texts, fact, value));
        if (tap["typed"] is not { Length: > 0 } typed) return null;
        return Picked(fact, typed) is { } picked
            ? Make(turn, fact, picked, Certainty.Stated, Values.Of(turn.Texts, fact, picked)) : Typed(turn, fact, typed);
    }

    /// <summary>The choice of which the words are but the name, in any language; null where they are not.</summary>
    public static Fact? Chosen(Turn turn, FactDefinition fact, string text) =>
        fact.Kind is FactKind.Choice or FactKind.Choices && fact.Choices.FirstOrDefault(choice => choice.Name.IsSaid(text)) is { } choice
            ? Make(turn, fact, fact.Kind == FactKind.Choice ? new FactValue.Choice(choice.Id) : new FactValue.Choices([choice.Id]), Certainty.Stated, text.Trim()) : null;

    /// <summary>The one choice of which the playbook's words for it stand in a text; null for none, or several.</summary>
    public static Fact? Said(Turn turn, FactDefinition fact, string text) =>
        fact.ChoiceSaidIn(text) is { } choice ? Make(turn, fact, new FactValue.Choice(choice.Id), Certainty.Stated, text.Trim()) : null;

    /// <summary>A day behind that the words name, as a fact; or null.</summary>
    public static Fact? Past(Turn turn, FactDefinition fact, string text) =>
        SaidDay.Past(text, turn.Now) is { } day ? Make(turn, fact, new FactValue.Date(day), Certainty.Stated, text.Trim()) : null;

    /// <summary>A typed answer to the question asked, or null when the words give no value.</summary>
    public static Fact? Typed(Turn turn, FactDefinition fact, string text) =>
        turn.AnswerTo(fact.Id, text).Reading is { } reading ? Make(turn, fact, reading.Value, reading.Certainty, text)
        : Said(turn, fact, text) is { } said ? said
        // A reason in own words is one: they are its evidence.
        : fact.Id == Ending.ReasonFact && fact.Choice(Ending.OtherReason) is { } other ? Make(turn, fact, new FactValue.Choice(other.Id), Certainty.Stated, text) : null;

    /// <summary>Whether the words say that the rep does not know the answer.</summary>
    public static bool IsDontKnow(Turn turn, FactDefinition fact) => turn.AnswerTo(fact.Id, turn.Text).DontKnow;

    private static FactValue? Button(FactDefinition fact, string value) => (fact.Kind, value) switch
    {
        (FactKind.List, "none") => new FactValue.List([]),
        (FactKind.Date or FactKind.Money or FactKind.Text or FactKind.Choice, "open") => FactValue.Open.Value,
        (FactKind.Flag, "yes") => new FactValue.Flag(true),
        (FactKind.Flag, "no") => new FactValue.Flag(false),
        (FactKind.Count, _) when int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var n) => new FactValue.Count(n),
        _ => Picked(fact, value),
    };

    private static FactValue? Picked(FactDefinition fact, string value) => fact.Kind switch
    {
        FactKind.Date when DateOnly.TryParseExact(value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) =>
            new FactValue.Date(date),
        FactKind.Choice when fact.Choice(value) is not null => new FactValue.Choice(value),
        FactKind.Choices when value.Split(',') is var ids && ids.All(id => fact.Choice(id) is not null) => new FactValue.Choices([.. ids]),
        _ => null,
    };

    private static Fact Make(Turn turn, FactDefinition fact, FactValue value, Certainty certainty, string words) =>
        new(fact.Id, value, certainty, turn.Now, new Evidence(words, turn.Person.Id, turn.Now, turn.ActivityId));
}
