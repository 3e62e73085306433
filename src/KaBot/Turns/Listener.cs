using KaBot.Funnel.Facts;
using KaBot.Understanding;
using KaBot.Understanding.Proposing;

namespace KaBot.Turns;

/// <summary>From a message's words to facts with their evidence: by the rules always, and by a second reader where there is one.</summary>
public sealed class Listener(MessageReader reader, ISecondReader second)
{
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
            new Evidence(reading.Evidence, turn.Person.Id, turn.Now, turn.ActivityId));
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
