namespace KaBot.Funnel.Coaching;

/// <summary>Which days a rep works, so that nothing falls due on a holiday or a day off. A weekend day made up for a holiday (调休) counts.</summary>
public sealed record Workdays(Func<DateOnly, bool> IsWorked)
{
    /// <summary>Longer than any holiday: whoever works on none of these days is taken to work on all.</summary>
    private const int Furthest = 60;

    public static readonly Workdays MondayToFriday = new(day => day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday));

    /// <summary>The day itself when it is worked, else the next one that is.</summary>
    public DateOnly OnOrAfter(DateOnly day) => Days(day, +1).Select(found => (DateOnly?)found).FirstOrDefault(found => IsWorked(found!.Value)) ?? day;

    /// <summary>The day after so many working days; today does not count.</summary>
    public DateOnly After(DateOnly day, int count) => count <= 0 ? day : After(OnOrAfter(day.AddDays(1)), count - 1);

    /// <summary>The last working day before a day, but not before another.</summary>
    public DateOnly Before(DateOnly day, DateOnly earliest) =>
        Days(day.AddDays(-1), -1).TakeWhile(found => found >= earliest).Select(found => (DateOnly?)found).FirstOrDefault(found => IsWorked(found!.Value)) ?? earliest;

    private static IEnumerable<DateOnly> Days(DateOnly from, int step) => Enumerable.Range(0, Furthest).Select(index => from.AddDays(index * step));
}
