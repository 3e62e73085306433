using System.Collections.Immutable;
using KaBot.Funnel.Facts;

namespace KaBot.Funnel.Coaching.Care;

/// <summary>A piece of care on its day.</summary>
public sealed record CareItem(CareDefinition Care, DateOnly Due)
{
    /// <summary>Names this very piece: the care's id and its day.</summary>
    public string Key => $"{Care.Id}|{Due:yyyy-MM-dd}";
}

/// <summary>The care of a customer after closing, as dated actions.</summary>
public static class CarePlan
{
    /// <summary>Everything due from one day through another, in order of the days. What falls on a day off moves to the next working day.</summary>
    /// <param name="begin">The day from which a piece of care is reckoned; null while it has not come.</param>
    /// <param name="workdays">The days that the rep works; null for Monday to Friday.</param>
    public static ImmutableArray<CareItem> Between(CareBook book, Func<CareDefinition, DateOnly?> begin, DateOnly from, DateOnly through, Workdays? workdays = null) =>
        [.. book.Care.SelectMany(care => Days(care, begin(care), through).Select((workdays ?? Workdays.MondayToFriday).OnOrAfter).Select(day => new CareItem(care, day)))
            .Where(item => item.Due >= from && item.Due <= through).OrderBy(item => item.Due).ThenBy(item => book.Care.IndexOf(item.Care))];

    /// <summary>What care is reckoned from where it names nothing else.</summary>
    public const string SignedFact = "contract_signed";

    /// <summary>The days as they were learnt from which care is reckoned; none while the contract is not signed.</summary>
    public static Func<CareDefinition, DateOnly?> Begins(FactSheet facts) => care =>
        Learnt(facts, SignedFact) is { } signed && Learnt(facts, care.Once) is { } once ? (once > signed ? once : signed) : null;

    private static DateOnly? Learnt(FactSheet facts, string id) =>
        facts[id] is { Certainty: Certainty.Stated, Value: FactValue.Flag { Value: true } } fact ? DateOnly.FromDateTime(fact.At.DateTime) : null;

    private static IEnumerable<DateOnly> Days(CareDefinition care, DateOnly? begin, DateOnly through)
    {
        if (begin?.AddDays(care.After) is not { } first) yield break;
        for (var turn = 0; first.AddMonths(turn * (care.Every ?? 0)) <= through; turn++)
        {
            yield return first.AddMonths(turn * (care.Every ?? 0));
            if (care.Every is null) yield break;
        }
    }
}

/// <summary>What still lacks evidence before the stage of the next order may be trusted.</summary>
public static class RepeatGate
{
    /// <summary>The rules whose fact is claimed on too weak a word; empty when all is in order or nothing is claimed.</summary>
    public static ImmutableArray<EvidenceRule> Open(CareBook book, FactSheet facts) => [.. book.Evidence.Where(rule =>
        facts[rule.Fact] is { Value: FactValue.Flag { Value: true } } claimed
            && (claimed.Certainty == Certainty.Hedged || (claimed.Evidence?.Grade ?? EvidenceGrade.Rep) < rule.Grade))];
}
