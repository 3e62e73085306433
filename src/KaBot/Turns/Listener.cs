using KaBot.Funnel.Facts;
using KaBot.Understanding;
using KaBot.Understanding.Asking;
using KaBot.Understanding.Proposing;

namespace KaBot.Turns;

/// <summary>From a message's words to facts with their evidence: by the rules always, and by a second reader where there is one.</summary>
public sealed class Listener(MessageReader reader, ISecondReader second, QuestionReader questions, RemarkReader remarks)
{
    /// <summary>
    /// What the turn's words tell of the deal: as heard, less what they only ask. A fact named in front of its value is that one, whatever
    /// was asked; a sentence on other facts is no answer to a question that any words would answer.
    /// </summary>
    public async Task<IReadOnlyList<Fact>> NewsAsync(Turn turn, string? asked, CancellationToken cancellationToken)
    {
        var heading = questions.Names.Heading(turn.Text);
        var heard = await HearAsync(turn, heading?.FactId ?? asked, cancellationToken);
        if (heard.Count == 0 && heading is null && asked is not null && turn.Playbook.Fact(asked) is { Kind: FactKind.Text or FactKind.List })
            heard = await HearAsync(turn, null, cancellationToken);
        turn.Conflicts.RemoveAll(fact => remarks.IsAsked(turn.Text, fact.Evidence!.Words));
        var told = heard.Where(fact => !remarks.IsAsked(turn.Text, fact.Evidence!.Words));
        return heading is null || Under(turn, heading, heard) is not { } named ? [.. told] : [.. told.Where(fact => fact.Id != named.Id).Prepend(named)];
    }

    // Of a flag, what stands behind its name decides: 中标改成否 speaks of a tender won only in its name.
    private static Fact? Under(Turn turn, Heading heading, IReadOnlyList<Fact> heard)
    {
        var definition = turn.Playbook.Fact(heading.FactId)!;
        if (definition.Kind != FactKind.Flag && heard.FirstOrDefault(fact => fact.Id == heading.FactId) is { } read) return read;
        return turn.AnswerTo(heading.FactId, heading.Words).Reading is { } reading
            ? new Fact(heading.FactId, reading.Value, reading.Certainty, turn.Now, new Evidence(turn.Text.Trim(), turn.Person.Id, turn.Now, turn.ActivityId)) : null;
    }

    /// <summary>
    /// What the turn's words say, at most one fact an id. Nothing is decided yet: it may contradict what is known. Where two readers read
    /// differently, the other reading is left in <see cref="Turn.Conflicts"/>.
    /// </summary>
    /// <param name="asked">The fact the bot had just asked about, or null.</param>
    public async Task<IReadOnlyList<Fact>> HearAsync(Turn turn, string? asked, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var message = new RepMessage(turn.Text, turn.Texts.Chinese ? "zh" : "en", turn.Now, asked);
        var rules = Read(message, turn.Wordings);
        var both = TwoReaders.Of(rules, await second.ReadAsync(turn, message, cancellationToken));
        turn.Conflicts.Clear();
        turn.Conflicts.AddRange(both.Conflicts.Select(Fact));
        return [.. both.Readings.Select(Fact)];

        Fact Fact(Reading reading) => new(reading.FactId, reading.Value, reading.Certainty, turn.Now,
            new Evidence(Quote.Of(turn.Text, reading), turn.Person.Id, turn.Now, turn.ActivityId));
    }

    /// <summary>What the words say; where that is nothing, what they say without the deal's name: as news, for who names the deal answers no question.</summary>
    private IReadOnlyList<Reading> Read(RepMessage message, IReadOnlyList<string> wordings)
    {
        if (reader.Read(message) is { Count: > 0 } told) return told;
        foreach (var wording in wordings)
            if (reader.Read(message with { Text = wording, Asked = null }) is { Count: > 0 } readings) return [.. readings.Select(reading => Shown(reading, message.Text))];
        return [];
    }

    /// <summary>Evidence stands in the message as it was written: where the name is in the midst of it, the whole of the words.</summary>
    private static Reading Shown(Reading reading, string text) =>
        text.IndexOf(reading.Evidence, StringComparison.Ordinal) is >= 0 and var at ? reading with { Start = at } : reading with { Start = 0, Evidence = text };
}
