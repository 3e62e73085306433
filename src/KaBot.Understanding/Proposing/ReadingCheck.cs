using KaBot.Funnel.Facts;
using KaBot.Funnel.Playbooks;
using KaBot.Understanding.Scoring;

namespace KaBot.Understanding.Proposing;

/// <summary>
/// Whether a proposal may become a reading. Its evidence stands in the message word for word, and is said there as so: not asked, wished,
/// planned, conditional, denied or of another deal. An amount, a date, a count, "undecided" or "none" is read from the evidence by KaBot's
/// own grammars and must agree; words and names stand in the evidence; a choice is one of the playbook's. Whatever a message talks a model
/// into, nothing else can come through. Pure.
/// </summary>
public sealed class ReadingCheck(Playbook playbook, MessageReader reader)
{
    private const int LongestEvidence = 400, FewestLetters = 2;

    /// <summary>The reading, or null when the proposal does not hold.</summary>
    public Reading? Accept(RepMessage message, Proposal proposal)
    {
        if (playbook.Fact(proposal.FactId) is not { } fact || proposal.Evidence.Length is 0 or > LongestEvidence) return null;
        // The same words may stand elsewhere, said otherwise.
        for (var at = message.Text.IndexOf(proposal.Evidence, StringComparison.Ordinal); at >= 0; at = message.Text.IndexOf(proposal.Evidence, at + 1, StringComparison.Ordinal))
            if (At(fact, message, proposal, at) is { } reading) return reading;
        return null;
    }

    private Reading? At(FactDefinition fact, RepMessage message, Proposal proposal, int at)
    {
        var manner = reader.MannerOf(message, at, at + proposal.Evidence.Length);
        if (!manner.Whole || !manner.Claimed) return null;
        var evidence = message.Text[manner.Start..manner.End];
        if (Value(fact, message with { Text = evidence, Asked = fact.Id }, proposal.Value) is not { } value) return null;
        if (Affirms(value) && (manner.Denied || manner.Planned && !reader.MayBePlanned(fact.Id))) return null;
        return new Reading(fact.Id, value, manner.Hedged ? Certainty.Hedged : proposal.Certainty, manner.Start, evidence);
    }

    private FactValue? Value(FactDefinition fact, RepMessage evidence, FactValue proposed) => (fact.Kind, proposed) switch
    {
        (FactKind.Count, FactValue.Count) or (FactKind.Date, FactValue.Date) or (FactKind.Money, FactValue.Money)
            or (FactKind.Date or FactKind.Money or FactKind.Text or FactKind.Choice, FactValue.Open) or (FactKind.List, FactValue.List { Items.IsEmpty: true }) => Own(evidence, proposed),
        _ when evidence.Text.Count(char.IsLetterOrDigit) < FewestLetters => null,
        (FactKind.Flag, FactValue.Flag) => proposed,
        (FactKind.Text, FactValue.Text text) when Stands(text.Value, evidence.Text) => text,
        (FactKind.List, FactValue.List list) when list.Items.All(item => Stands(item, evidence.Text)) => list,
        (FactKind.Choice, FactValue.Choice choice) when fact.Choice(choice.Id) is not null => choice,
        (FactKind.Choices, FactValue.Choices { Ids.IsEmpty: false } choices) when choices.Ids.All(id => fact.Choice(id) is not null) => choices,
        _ => null,
    };

    /// <summary>The value as KaBot's grammars read it from the evidence, where the proposal agrees with it.</summary>
    private FactValue? Own(RepMessage evidence, FactValue proposed) =>
        reader.Answer(evidence).Reading is { } own && Agreement.Of(own.Value, proposed) ? own.Value : null;

    private static bool Affirms(FactValue value) => value is not (FactValue.Flag { Value: false } or FactValue.Open or FactValue.Count { Value: 0 } or FactValue.List { Items.IsEmpty: true });

    /// <summary>Whether words stand in a text, whole.</summary>
    private static bool Stands(string words, string text)
    {
        if (!words.Any(char.IsLetterOrDigit)) return false;
        for (var at = text.IndexOf(words, StringComparison.Ordinal); at >= 0; at = text.IndexOf(words, at + 1, StringComparison.Ordinal))
            if (Text.Chars.AtWordStart(text, at) && Text.Chars.AtWordEnd(text, at + words.Length)) return true;
        return false;
    }
}
