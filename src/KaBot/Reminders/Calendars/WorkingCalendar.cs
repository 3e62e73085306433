using System.Collections.Immutable;
using KaBot.Funnel.Playbooks;

namespace KaBot.Reminders.Calendars;

/// <summary>What a day is in a calendar.</summary>
public enum DayKind
{
    Workday,
    Weekend,

    /// <summary>Off by the calendar, on whatever day of the week.</summary>
    Holiday,

    /// <summary>A weekend day worked to make up for a holiday (调休).</summary>
    MakeUpDay,
}

/// <summary>Which days people work in a country. Beyond the years it knows, Monday to Friday.</summary>
/// <param name="Id">E.g. <c>cn</c>: the name in settings.</param>
/// <param name="Years">The years whose holidays it knows; null: every year (it has none).</param>
/// <param name="Holidays">Days off, with their names.</param>
/// <param name="Worked">Weekend days that are worked.</param>
public sealed record WorkingCalendar(
    string Id, Words Name, ImmutableSortedSet<int>? Years, ImmutableDictionary<DateOnly, Words> Holidays, ImmutableHashSet<DateOnly> Worked)
{
    /// <summary>Whether the holidays of the day's year are known, rather than taken to be none.</summary>
    public bool Knows(DateOnly day) => Years?.Contains(day.Year) ?? true;

    public DayKind KindOf(DateOnly day) =>
        Holidays.ContainsKey(day) ? DayKind.Holiday
        : day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday) ? DayKind.Workday
        : Worked.Contains(day) ? DayKind.MakeUpDay : DayKind.Weekend;

    public bool IsWorked(DateOnly day) => KindOf(day) is DayKind.Workday or DayKind.MakeUpDay;

    /// <summary>For the operator: that a year is not known and what is done instead; null when it is.</summary>
    public string? Gap(int year) => Years is null || Years.Contains(year) ? null
        : $"The calendar '{Id}' knows the years {string.Join(", ", Years)}: in {year} every Monday to Friday is taken as a working day. "
          + $"Add the year to {Id}.yaml when its holidays are announced.";
}
