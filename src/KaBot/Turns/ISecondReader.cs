using KaBot.Understanding;

namespace KaBot.Turns;

/// <summary>Somebody besides the rules who reads messages. What it gives has been checked, and it never keeps a turn waiting for long.</summary>
public interface ISecondReader
{
    /// <summary>Readings of the message; none when it has none, is not asked, or does not answer. Never throws for that.</summary>
    Task<IReadOnlyList<Reading>> ReadAsync(Turn turn, RepMessage message, CancellationToken cancellationToken);
}

/// <summary>No second reader: nothing is sent anywhere.</summary>
public sealed class RulesOnly : ISecondReader
{
    public Task<IReadOnlyList<Reading>> ReadAsync(Turn turn, RepMessage message, CancellationToken cancellationToken) => Task.FromResult<IReadOnlyList<Reading>>([]);
}
