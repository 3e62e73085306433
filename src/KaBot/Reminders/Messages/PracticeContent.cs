using KaBot.Cards.Elements;
using KaBot.Language;
using KaBot.Reminders.Delivery;
using KaBot.Turns;

namespace KaBot.Reminders.Messages;

/// <summary>The practice item of a morning, for whoever asked for one; none for somebody who practised today already, or is away.</summary>
public sealed class PracticeContent(IDailyPractice practice, LanguageFiles languages) : IMessageContent
{
    public string Kind => ReminderKinds.Practice;

    public async Task<Composed?> ComposeAsync(Recipient to, DateTimeOffset now)
    {
        var today = DateOnly.FromDateTime(now.DateTime);
        if (!to.Settings.Practice || to.Settings.IsAway(today)) return null;
        var texts = languages.For(to.Person.Language ?? Address.Locale(to.Person.Reference!));
        return await practice.TodaysAsync(to.Person, texts, today) is { } card ? new Composed(card, []) : null;
    }

    /// <summary>An item stays as it was asked.</summary>
    public Task<Card?> RefreshAsync(Recipient to, Reminder sent, DateTimeOffset now) => Task.FromResult<Card?>(null);
}
