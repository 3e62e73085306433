using System.Diagnostics;
using KaBot.Operations;
using KaBot.Reminders.Schedules;

namespace KaBot.Reminders.Delivery;

/// <summary>One round of the outbox on this node: claims rows, writes their messages, sends each at its moment, notes what became of it.</summary>
public sealed class DeliveryRound(
    Outbox outbox, ReminderStore store, SendRates rates, ICourier courier, IEnumerable<IMessageContent> contents, ReminderOptions options,
    Measures measures, TimeProvider clock, ILogger<DeliveryRound> log)
{
    private const int Batch = 50;
    private readonly Dictionary<string, IMessageContent> _contents = contents.ToDictionary(content => content.Kind, StringComparer.Ordinal);

    /// <summary>
    /// Returns whether more rows may be waiting that could be sent now. Where all that were claimed had to be given back, because a channel
    /// asked for a pause, there is no use in going through the others.
    /// </summary>
    public async Task<bool> RunAsync(CancellationToken cancellationToken)
    {
        var claimed = await outbox.ClaimAsync(Batch);
        var messages = await PrepareAsync(claimed);
        var begun = 0;
        foreach (var tenant in messages.GroupBy(message => Address.Tenant(message.Reference)))
            begun += await SendAsync(tenant.Key, [.. tenant], cancellationToken);
        await RefreshAsync(cancellationToken);
        return claimed.Count == Batch && (begun > 0 || messages.Count == 0);
    }

    /// <summary>Writes the messages of rows, with few reads for all of them.</summary>
    private async Task<IReadOnlyList<Message>> PrepareAsync(IReadOnlyList<Reminder> claimed)
    {
        if (claimed.Count == 0) return [];
        var recipients = await store.RecipientsAsync(claimed.Select(reminder => reminder.PersonId));
        List<Message> messages = [];
        foreach (var kind in claimed.GroupBy(reminder => reminder.Kind))
        {
            var compose = await ComposerAsync(_contents[kind.Key], [.. kind.Select(reminder => recipients.GetValueOrDefault(reminder.PersonId)).OfType<Recipient>()]);
            foreach (var reminder in kind)
                if (await PrepareAsync(reminder, recipients.GetValueOrDefault(reminder.PersonId), compose) is { } message) messages.Add(message);
        }
        return [.. messages.OrderBy(message => message.Reminder.DueAt)];
    }

    private async Task<Func<Recipient, DateTimeOffset, Task<Composed?>>> ComposerAsync(IMessageContent content, IReadOnlyList<Recipient> to)
    {
        try
        {
            return await content.ForAllAsync(to);
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            log.LogWarning(fault, "The {Kind} messages could not be read together; each is read alone", content.Kind);
            return content.ComposeAsync;
        }
    }

    /// <summary>Writes a row's message; a row without one is closed or given back.</summary>
    private async Task<Message?> PrepareAsync(Reminder reminder, Recipient? recipient, Func<Recipient, DateTimeOffset, Task<Composed?>> compose)
    {
        var now = clock.GetUtcNow();
        if (now - reminder.DueAt > options.LateWindow) return await CloseAsync(reminder, ReminderStates.Skipped, reminder.Detail ?? "too late");
        if (recipient is not { Person.Reference: { } reference } to)
            return await CloseAsync(reminder, ReminderStates.Refused, "no conversation to write to");
        if (to.Person.Unreachable is { } why) return await CloseAsync(reminder, ReminderStates.Refused, why);
        var local = Zones.Local(to.Settings.Zone, now);
        if (to.Settings.Quiet is { } quiet && quiet.After(local.DateTime) is var after && after > local.DateTime)
        {
            await outbox.PutBackAsync([reminder], Zones.At(to.Settings.Zone, after));
            return null;
        }
        try
        {
            if (await compose(to, local) is { } composed) return new Message(reminder, reference, composed);
            return await CloseAsync(reminder, ReminderStates.Nothing, null);
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            // One person's broken data must not hold up the others.
            log.LogError(fault, "The {Kind} message {Id} could not be written", reminder.Kind, reminder.Id);
            return await CloseAsync(reminder, ReminderStates.Skipped, "could not be written: " + fault.GetType().Name);
        }
    }

    private async Task<Message?> CloseAsync(Reminder reminder, string state, string? detail)
    {
        await outbox.CloseAsync(reminder, state, detail);
        measures.Sent(reminder.Kind, state);
        return null;
    }

    /// <summary>Returns how many had their moment.</summary>
    private async Task<int> SendAsync(string tenant, List<Message> messages, CancellationToken cancellationToken)
    {
        var slots = await rates.SlotsAsync(tenant, messages.Count);
        List<Task> sends = [];
        foreach (var (message, slot) in messages.Zip(slots))
        {
            await UntilAsync(slot, cancellationToken);
            sends.Add(SendOneAsync(tenant, message));
        }
        if (slots.Count < messages.Count) await outbox.PutBackAsync([.. messages.Skip(slots.Count).Select(message => message.Reminder)], clock.GetUtcNow() + TimeSpan.FromSeconds(1));
        await Task.WhenAll(sends);
        return slots.Count;
    }

    private async Task SendOneAsync(string tenant, Message message)
    {
        if (!await outbox.BeginSendAsync(message.Reminder, Address.Conversation(message.Reference))) return;
        using var activity = Measures.Source.StartActivity("reminder.send", ActivityKind.Producer);
        activity?.SetTag("kabot.kind", message.Reminder.Kind);
        using var limit = new CancellationTokenSource(options.SendTimeout, clock);
        var outcome = await courier.SendAsync(message.Reference, message.Composed.Card, limit.Token);
        await outbox.SettleAsync(message.Reminder, outcome, message.Composed.Deals);
        if (outcome is SendOutcome.Throttled { RetryAfter: { } pause })
            await rates.PauseAsync(tenant, pause);
        var name = outcome.GetType().Name.ToLowerInvariant();
        activity?.SetTag("kabot.outcome", name);
        measures.Sent(message.Reminder.Kind, name);
        if (outcome is not SendOutcome.Sent)
            log.LogWarning("The {Kind} message {Id} to {Person}: {Outcome}", message.Reminder.Kind, message.Reminder.Id, message.Reminder.PersonId, outcome);
    }

    /// <summary>Brings cards up to date whose deals were handled elsewhere. Doing so twice is harmless.</summary>
    private async Task RefreshAsync(CancellationToken cancellationToken)
    {
        foreach (var (reminder, since) in outbox.ToRefresh(Batch))
        {
            if (await store.RecipientAsync(reminder.PersonId) is not { Person: { Reference: { } reference, Unreachable: null } } to
                || await _contents[reminder.Kind].RefreshAsync(to, reminder, Zones.Local(to.Settings.Zone, clock.GetUtcNow())) is not { } card)
            {
                await outbox.RefreshedAsync(reminder, since);
                continue;
            }
            if (await rates.SlotsAsync(Address.Tenant(reference), 1) is not [var slot]) return;
            await UntilAsync(slot, cancellationToken);
            using var limit = new CancellationTokenSource(options.SendTimeout, clock);
            var outcome = await courier.UpdateAsync(reference, reminder.ActivityId!, card, limit.Token);
            if (outcome is SendOutcome.Throttled { RetryAfter: var pause })
            {
                await rates.PauseAsync(Address.Tenant(reference), pause ?? TimeSpan.FromSeconds(5));
                return;
            }
            await outbox.RefreshedAsync(reminder, since);
        }
    }

    private async Task UntilAsync(DateTimeOffset slot, CancellationToken cancellationToken)
    {
        if (slot - clock.GetUtcNow() is var wait && wait > TimeSpan.Zero) await Task.Delay(wait, clock, cancellationToken);
    }

    private sealed record Message(Reminder Reminder, string Reference, Composed Composed);
}
