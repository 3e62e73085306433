using KaBot.Cards.Elements;

namespace KaBot.Reminders.Delivery;

/// <summary>What a message says: its card, and the deals on it.</summary>
public sealed record Composed(Card Card, IReadOnlyList<string> Deals);

/// <summary>Writes the messages of one kind, at the moment they are sent, so that they never speak of what is settled already.</summary>
public interface IMessageContent
{
    /// <summary>One of <see cref="ReminderKinds"/>.</summary>
    string Kind { get; }

    /// <summary>The message, or null when there is nothing to say.</summary>
    /// <param name="now">In the recipient's offset.</param>
    Task<Composed?> ComposeAsync(Recipient to, DateTimeOffset now);

    /// <summary>Reads at once what the messages of many are made of; returns what composes each.</summary>
    Task<Func<Recipient, DateTimeOffset, Task<Composed?>>> ForAllAsync(IReadOnlyList<Recipient> to) =>
        Task.FromResult<Func<Recipient, DateTimeOffset, Task<Composed?>>>(ComposeAsync);

    /// <summary>The card of a message sent before, as it should look now; null leaves it.</summary>
    Task<Card?> RefreshAsync(Recipient to, Reminder sent, DateTimeOffset now);
}
