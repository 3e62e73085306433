using KaBot.Cards.Elements;

namespace KaBot.Reminders.Delivery;

/// <summary>What became of a send.</summary>
public abstract record SendOutcome
{
    private SendOutcome() { }

    /// <summary>Taken by the channel.</summary>
    public sealed record Sent(string? ActivityId) : SendOutcome;

    /// <summary>The channel is busy; nothing was taken. To be tried again after a while.</summary>
    public sealed record Throttled(TimeSpan? RetryAfter) : SendOutcome;

    /// <summary>It did not leave here, or was turned away for a reason on our side; to be tried again later.</summary>
    public sealed record NotSent(string Why) : SendOutcome;

    /// <summary>Turned away for good.</summary>
    /// <param name="Gone">Whether the person cannot be reached at all any more.</param>
    public sealed record Refused(string Why, bool Gone) : SendOutcome;

    /// <summary>It may have arrived.</summary>
    public sealed record Unknown(string Why) : SendOutcome;
}

/// <summary>Carries cards to people on their channel; never throws for what a channel answers.</summary>
public interface ICourier
{
    /// <param name="reference">The conversation reference, as <see cref="Storage.Person.Reference"/> keeps it.</param>
    Task<SendOutcome> SendAsync(string reference, Card card, CancellationToken cancellationToken);

    /// <summary>Puts a card in place of one sent before.</summary>
    Task<SendOutcome> UpdateAsync(string reference, string activityId, Card card, CancellationToken cancellationToken);
}
