using System.Collections.Immutable;

namespace KaBot.Funnel.Quizzes;

/// <summary>An answer given in the practice quiz.</summary>
/// <param name="Day">The rep's own calendar day.</param>
/// <param name="Criteria">Ids of the criteria that the item turned on.</param>
public sealed record Attempt(string Skill, DateOnly Day, bool Right, ImmutableArray<string> Criteria);

/// <summary>What to practise when, worked out from the answers so far, in their order. Pure.</summary>
public sealed class PracticePlan
{
    /// <summary>Items of one session: a few minutes.</summary>
    public const int Session = 5;

    private readonly ImmutableArray<Attempt> _attempts;
    private readonly Dictionary<string, (Memory Memory, DateOnly Last)> _memories = new(StringComparer.Ordinal);

    public PracticePlan(IEnumerable<Attempt> attempts)
    {
        _attempts = [.. attempts];
        foreach (var attempt in _attempts)
        {
            var known = _memories.TryGetValue(attempt.Skill, out var before);
            var days = known ? attempt.Day.DayNumber - before.Last.DayNumber : 0;
            _memories[attempt.Skill] = (Fsrs.After(known ? before.Memory : null, attempt.Right ? Recall.Good : Recall.Again, days), attempt.Day);
        }
    }

    /// <summary>When a skill is due again; null for one never practised.</summary>
    public DateOnly? Due(string skill) =>
        _memories.TryGetValue(skill, out var known) ? known.Last.AddDays(Fsrs.Interval(known.Memory)) : null;

    /// <summary>
    /// The skills of a session: what is due, the most nearly forgotten first; then new ones, one kind after the other. Fewer when
    /// nothing is left to learn today.
    /// </summary>
    /// <param name="skills">All that can be practised; the rep's own deals first.</param>
    public ImmutableArray<string> Next(IReadOnlyList<string> skills, DateOnly today)
    {
        var due = skills.Where(skill => Due(skill) <= today)
            .OrderBy(skill => Fsrs.Retrievability(_memories[skill].Memory, today.DayNumber - _memories[skill].Last.DayNumber));
        // A kind begun before waits until the others have come as far.
        var fresh = skills.GroupBy(skill => skill.Split(':')[0]).SelectMany(kind => kind.OrderByDescending(skill => Due(skill) is not null)
            .Select((skill, place) => (skill, place))).Where(one => Due(one.skill) is null).OrderBy(one => one.place).Select(one => one.skill);
        return [.. due.Concat(fresh).Take(Session)];
    }

    /// <summary>Working days in a row on which something was practised, up to today; a day off, and today while it lasts, break nothing.</summary>
    public int Streak(DateOnly today, Func<DateOnly, bool> isWorkingDay)
    {
        var practised = _attempts.Select(attempt => attempt.Day).ToHashSet();
        if (practised.Count == 0) return 0;
        var (streak, first) = (0, practised.Min());
        for (var day = today; day >= first; day = day.AddDays(-1))
            if (practised.Contains(day)) streak++;
            else if (day != today && isWorkingDay(day)) break;
        return streak;
    }
}
