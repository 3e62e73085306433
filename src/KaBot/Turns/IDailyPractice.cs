using KaBot.Cards.Elements;
using KaBot.Language;
using KaBot.Storage;

namespace KaBot.Turns;

/// <summary>What there is to practise of a morning, for whoever sends it.</summary>
public interface IDailyPractice
{
    /// <summary>The card that begins today's session, or null when there is no need for one.</summary>
    /// <param name="today">The person's own calendar day.</param>
    Task<Card?> TodaysAsync(Person person, Texts texts, DateOnly today);
}
