using KaBot.Funnel.Facts;
using KaBot.Understanding;

namespace KaBot.Turns;

/// <summary>From a message's words to facts with their evidence.</summary>
public sealed class Listener(MessageReader reader)
{
    /// <summary>What the turn's words say, at most one fact an id. Nothing is decided yet: it may contradict what is known.</summary>
    /// <param name="asked">The fact the bot had just asked about, or null.</param>
    public Task<IReadOnlyList<Fact>> HearAsync(Turn turn, string? asked, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var readings = reader.Read(new RepMessage(turn.Text, turn.Texts.Chinese ? "zh" : "en", turn.Now, asked));
        return Task.FromResult<IReadOnlyList<Fact>>([.. readings.Select(reading => new Fact(reading.FactId, reading.Value, reading.Certainty, turn.Now,
            new Evidence(reading.Evidence, turn.Person.Id, turn.Now, turn.ActivityId)))]);
    }
}
