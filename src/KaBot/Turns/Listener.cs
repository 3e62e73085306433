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
        var rules = reader.Read(message);
        var both = TwoReaders.Of(rules, await second.ReadAsync(turn, message, cancellationToken));
        turn.Conflicts.Clear();
        turn.Conflicts.AddRange(both.Conflicts.Select(Fact));
        return [.. both.Readings.Select(Fact)];

        Fact Fact(Reading reading) => new(reading.FactId, reading.Value, reading.Certainty, turn.Now,
            new Evidence(reading.Evidence, turn.Person.Id, turn.Now, turn.ActivityId));
    }
}
