using KaBot.Funnel.Facts;
using KaBot.Understanding.Data;
using KaBot.Understanding.Judging;
using KaBot.Understanding.Patterns;

namespace KaBot.Understanding.Assertions;

/// <summary>
/// What no pattern reads but the senses are sure of: a clause that speaks of a flag or choice as hardly another does. It is asserted as a
/// pattern would be, so not when it is asked, wished, planned, conditional or of another deal.
/// </summary>
internal static class Sensed
{
    public static void Run(Workspace work, UnderstandingData data, ClauseSenses senses, Asserter asserter, float least)
    {
        for (var clause = 0; clause < work.Layout.Clauses.Count; clause++)
        {
            foreach (var (fact, says, choice, odds) in senses.Sure(work, clause, least))
            {
                if (work.Candidates.Exists(other => other.Fact == fact && (choice is null || other.Value is not FactValue.Choices many || many.Ids.Contains(choice)))) continue;
                var (start, end) = Text.Chars.Trim(work.Text, work.Layout.Clauses[clause].Start, work.Layout.Clauses[clause].End);
                if (start >= end) continue;
                var chain = new Chain(fact, says, choice, [0], [], false, false, Capture.None, -1, false, -1, $"sensed {odds:0.0}");
                var covered = new Covered();
                (covered[0], covered[1]) = (start, end);
                asserter.Judge(work, new Found(chain, start, end, -1, -1, -1, covered), Asserter.Outright);
            }
        }
    }
}
