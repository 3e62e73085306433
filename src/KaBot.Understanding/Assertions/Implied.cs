using KaBot.Funnel.Facts;
using KaBot.Understanding.Data;

namespace KaBot.Understanding.Assertions;

/// <summary>What a reading shows besides itself, as the playbook has it: a customer whose core needs are told has stated needs.</summary>
internal static class Implied
{
    public static void Run(Workspace work, UnderstandingData data)
    {
        var said = work.Candidates.Count;
        foreach (var (by, denied, shown) in data.Implications)
        {
            if (work.Candidates.Exists(other => other.Fact == shown.Fact && (shown.Choice is null || shown.IsBy(other.Value)))) continue;
            // 不在他那，在CFO手里: denied of one, affirmed of another.
            if (denied && work.Candidates.Exists(other => other.Fact == by.Fact && by.IsBy(other.Value))) continue;
            for (var i = 0; i < said; i++)
            {
                var source = work.Candidates[i];
                // A text that answers its own question shows no more than was asked.
                if (source.Fact != by.Fact || source.Denied || source is { Value: FactValue.Text, Rank: Asserter.Answer }) continue;
                // 拍板的不是采购 denies one person: only what is said to be unknown shows more.
                if (!(denied ? source is { Value: FactValue.Flag { Value: false }, Grounds.Flips: 0 } : by.IsBy(source.Value))) continue;
                FactValue value = shown.Choice is null ? new FactValue.Flag(true)
                    : data.Facts[shown.Fact].Kind == FactKind.Choices ? new FactValue.Choices([shown.Choice]) : new FactValue.Choice(shown.Choice);
                work.Candidates.Add(new Candidate(shown.Fact, value, source.Hedged, source.Start, source.End, Asserter.Derived, By: by.Fact));
                break;
            }
        }
    }
}
