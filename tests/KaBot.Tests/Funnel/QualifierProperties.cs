using FsCheck.Xunit;
using KaBot.Funnel.Facts;
using KaBot.Funnel.Playbooks;
using KaBot.Funnel.Stages;

namespace KaBot.Tests.Funnel;

/// <summary>What holds for any deal. A deal is a row of digits, one per fact of the playbook: see <see cref="Known"/>.</summary>
public sealed class QualifierProperties
{
    private static readonly Playbook Playbook = Deal.Playbook;

    [Property(MaxTest = 500)]
    public bool A_criterion_more_never_lowers_the_stage(byte[] deal, byte pick)
    {
        var (before, criterion) = (Sheet(Known(deal)), Playbook.Criteria[pick % Playbook.Criteria.Length]);
        var after = criterion.Facts.Aggregate(before, (sheet, id) => sheet.With(Deal.Yes(Playbook.Fact(id)!)));
        return Rank(Qualify(after).Earned) >= Rank(Qualify(before).Earned) && Rank(Qualify(after).Solid) >= Rank(Qualify(before).Solid);
    }

    [Property(MaxTest = 500)]
    public bool Only_what_was_stated_counts(byte[] deal) => Qualify(Sheet(Known(deal))).Criteria.Values.Where(standing => standing.Counts)
        .All(standing => standing.Facts.Length == standing.Criterion.Facts.Length && standing.Facts.All(fact =>
            fact.Certainty == Certainty.Stated && fact.Value is not (FactValue.Open or FactValue.Flag { Value: false })));

    [Property(MaxTest = 500)]
    public bool Solid_is_never_above_earned_and_a_gap_is_what_parts_them(byte[] deal)
    {
        var found = Qualify(Sheet(Known(deal)));
        return Rank(found.Solid) <= Rank(found.Earned) && found.Gaps.IsEmpty == (found.Solid == found.Earned)
            && found.Gaps.All(gap => !gap.Missing.IsEmpty);
    }

    [Property(MaxTest = 500)]
    public bool The_next_stage_follows_the_earned_one_and_lacks_something(byte[] deal)
    {
        var found = Qualify(Sheet(Known(deal)));
        return found.Next is { } next
            ? Rank(next.Stage) == Rank(found.Earned) + 1 && !next.Missing.IsEmpty && !next.Missing.Any(found.Counts)
            : Rank(found.Earned) == Playbook.Stages.Length - 1;
    }

    [Property(MaxTest = 300)]
    public bool The_order_in_which_facts_came_does_not_matter(byte[] deal, int seed)
    {
        var known = Known(deal).ToArray();
        var shuffled = known.ToArray();
        new Random(seed).Shuffle(shuffled);
        return Same(Qualify(Sheet(known)), Qualify(Sheet(shuffled)));
    }

    [Property(MaxTest = 500)]
    public bool What_is_stale_still_counts(byte[] deal)
    {
        var known = Known(deal).ToList();
        var fresh = known.Select(fact => fact.At < Deal.Now ? Deal.Yes(Playbook.Fact(fact.Id)!) : fact);
        var (stale, renewed) = (Qualify(Sheet(known)), Qualify(Sheet(fresh)));
        return (stale.Earned, stale.Solid) == (renewed.Earned, renewed.Solid) && !renewed.Stale;
    }

    [Property(MaxTest = 300)]
    public bool A_question_is_asked_once_and_never_of_what_is_known_and_fresh(byte[] deal)
    {
        var sheet = Sheet(Known(deal));
        var asked = Questions.Next(Playbook, sheet, Qualify(sheet), Deal.Now, Deal.Now.AddHours(1)).Select(ask => ask.FactId).ToList();
        return asked.Distinct().Count() == asked.Count && asked.All(id => sheet[id] is not { Certainty: Certainty.Stated } known
            // A reason older than the outcome was that of another one.
            || id == "outcome_reason" || known.Value is FactValue.Open or FactValue.Flag { Value: false } || Ageing.IsStale(Playbook.Fact(id)!, known, Deal.Now));
    }

    /// <summary>0 unknown, 1 yes, 2 hedged, 3 past its shelf life, 4 known to be open, 5 no (flags).</summary>
    private static IEnumerable<KaBot.Funnel.Facts.Fact> Known(byte[] deal) => Playbook.Facts.Zip(deal).Where(pair => pair.Second % 6 != 0)
        .Select(pair => (pair.Second % 6) switch
        {
            2 => Deal.Yes(pair.First, certainty: Certainty.Hedged),
            3 => Deal.Yes(pair.First, stale: true),
            4 => Deal.Yes(pair.First) with { Value = FactValue.Open.Value },
            5 when pair.First.Kind == FactKind.Flag => Deal.Yes(pair.First) with { Value = new FactValue.Flag(false) },
            _ => Deal.Yes(pair.First),
        });

    private static FactSheet Sheet(IEnumerable<KaBot.Funnel.Facts.Fact> facts) => FactSheet.Of(facts);

    private static Qualification Qualify(FactSheet facts) => Qualifier.Qualify(Playbook, facts, Deal.Now);

    private static int Rank(StageDefinition? stage) => Playbook.Rank(stage?.Id);

    private static bool Same(Qualification one, Qualification other) => one.Earned == other.Earned && one.Solid == other.Solid
        && Playbook.Criteria.All(criterion => one.Criteria[criterion.Id].State == other.Criteria[criterion.Id].State);
}
