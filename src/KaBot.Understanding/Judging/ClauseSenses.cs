using System.Runtime.InteropServices;
using KaBot.Funnel.Facts;
using KaBot.Funnel.Playbooks;
using KaBot.Understanding.Assertions;

namespace KaBot.Understanding.Judging;

/// <summary>Asks the senses of the clauses that a reading stands in whether they speak of what it says.</summary>
internal sealed class ClauseSenses
{
    private readonly Senses _senses;
    private readonly int[] _yes;
    private readonly int[] _no;
    private readonly Dictionary<string, int>[] _choices;

    public ClauseSenses(Senses senses, IReadOnlyList<FactDefinition> facts)
    {
        _senses = senses;
        _yes = [.. facts.Select(fact => senses.Label(fact.Id + "+"))];
        _no = [.. facts.Select(fact => senses.Label(fact.Id + "-"))];
        _choices = [.. facts.Select(fact => fact.Choices.ToDictionary(choice => choice.Id, choice => senses.Label($"{fact.Id}.{choice.Id}+"), StringComparer.Ordinal))];
    }

    /// <summary>The logarithm of the odds, of its best clause; of several choices the least. Null for what was never learnt.</summary>
    public float? Of(Workspace work, int fact, in Candidate pick)
    {
        var (first, last) = (work.Layout.ClauseAt(pick.Start), work.Layout.ClauseAt(Math.Max(pick.Start, pick.End - 1)));
        return pick.Value switch
        {
            FactValue.Choice choice => Best(work, _choices[fact].GetValueOrDefault(choice.Id, -1), first, last),
            FactValue.Choices choices => choices.Ids.Select(id => Best(work, _choices[fact].GetValueOrDefault(id, -1), first, last)).Min(),
            FactValue.Open or FactValue.Flag { Value: false } or FactValue.List { Items.IsEmpty: true } or FactValue.Count { Value: 0 } => Best(work, _no[fact], first, last),
            _ => Best(work, _yes[fact], first, last),
        };
    }

    private float? Best(Workspace work, int label, int first, int last)
    {
        if (label < 0) return null;
        float? best = null;
        for (var clause = first; clause <= last; clause++)
            if (_senses.Score(GramsOf(work, clause), label) is var score && (best is null || score > best)) best = score;
        return best;
    }

    private static ReadOnlySpan<int> GramsOf(Workspace work, int clause)
    {
        if (work.GramsOf != clause)
        {
            ClauseGrams.Read(work.Text, work.Values, work.Layout.Clauses[clause].Start, work.Layout.Clauses[clause].End, work.Grams);
            work.GramsOf = clause;
        }
        return CollectionsMarshal.AsSpan(work.Grams);
    }
}
