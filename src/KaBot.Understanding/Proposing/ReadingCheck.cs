using KaBot.Funnel.Facts;
using KaBot.Funnel.Playbooks;
using KaBot.Understanding.Scoring;

namespace KaBot.Understanding.Proposing;

/// <summary>
/// Whether a proposal may become a reading. Its evidence stands in the message word for word; an amount, a date or a count is read from
/// the evidence by KaBot's own grammars and must agree; words and names stand in the evidence; a choice is one of the playbook's.
/// Whatever a message talks a model into, nothing else can come through. Pure.
/// </summary>
public sealed class ReadingCheck(Playbook playbook, MessageReader reader)
{
    private const int LongestEvidence = 400;

    /// <summary>The reading, or null when the proposal does not hold.</summary>
    public Reading? Accept(RepMessage message, Proposal proposal)
    {
        if (playbook.Fact(proposal.FactId) is not { } fact || proposal.Evidence.Trim().Length == 0 || proposal.Evidence.Length > LongestEvidence) return null;
        var start = message.Text.IndexOf(proposal.Evidence, StringComparison.Ordinal);
        if (start < 0 || Value(fact, message, proposal) is not { } value) return null;
        return new Reading(fact.Id, value, proposal.Certainty, start, proposal.Evidence);
    }

    private FactValue? Value(FactDefinition fact, RepMessage message, Proposal proposal) => (fact.Kind, proposal.Value) switch
    {
        (FactKind.Date or FactKind.Money or FactKind.Text or FactKind.Choice, FactValue.Open open) => open,
        (FactKind.Flag, FactValue.Flag flag) => flag,
        (FactKind.Count, FactValue.Count) or (FactKind.Date, FactValue.Date) or (FactKind.Money, FactValue.Money) => Own(fact, message, proposal),
        (FactKind.Text, FactValue.Text text) when text.Value.Trim().Length > 0 && proposal.Evidence.Contains(text.Value, StringComparison.Ordinal) => text,
        (FactKind.List, FactValue.List list) when list.Items.All(item => item.Trim().Length > 0 && proposal.Evidence.Contains(item, StringComparison.Ordinal)) => list,
        (FactKind.Choice, FactValue.Choice choice) when fact.Choice(choice.Id) is not null => choice,
        (FactKind.Choices, FactValue.Choices { Ids.IsEmpty: false } choices) when choices.Ids.All(id => fact.Choice(id) is not null) => choices,
        _ => null,
    };

    /// <summary>The value as KaBot's grammars read it from the evidence, where the proposal agrees with it.</summary>
    private FactValue? Own(FactDefinition fact, RepMessage message, Proposal proposal) =>
        reader.Answer(message with { Text = proposal.Evidence, Asked = fact.Id }).Reading is { } own && Agreement.Of(own.Value, proposal.Value) ? own.Value : null;
}
