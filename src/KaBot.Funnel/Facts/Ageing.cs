using KaBot.Funnel.Playbooks;

namespace KaBot.Funnel.Facts;

/// <summary>Whether what was learnt still stands.</summary>
public static class Ageing
{
    /// <summary>Past its shelf life at a moment. Days are whole days since it was learnt; an own date is fresh through that day.</summary>
    public static bool IsStale(FactDefinition definition, Fact fact, DateTimeOffset at)
    {
        var life = definition.ShelfLife;
        if (life.UntilOwnDate && fact.Value is FactValue.Date date) return DateOnly.FromDateTime(at.DateTime) > date.Value;
        return life.Days is { } days && at - fact.At > TimeSpan.FromDays(days);
    }
}
