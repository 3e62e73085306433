using KaBot.Funnel.Coaching;

namespace KaBot.Turns;

/// <summary>The days that a person works, by their own calendar: known to the reminders, and of use to whoever sets a due day.</summary>
public interface IWorkdays
{
    Task<Workdays> OfAsync(string personId);
}
