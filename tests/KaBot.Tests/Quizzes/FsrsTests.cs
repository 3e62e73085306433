using KaBot.Funnel.Quizzes;

namespace KaBot.Tests.Quizzes;

/// <summary>The scheduler against the vectors that the Open Spaced Repetition group publishes with its FSRS-6 implementations.</summary>
public sealed class FsrsTests
{
    [Fact]
    public void Memory_after_a_row_of_answers_is_the_published_one()
    {
        (Recall Recall, int Days)[] answers = [(Recall.Again, 0), (Recall.Good, 0), (Recall.Good, 1), (Recall.Good, 3), (Recall.Good, 8), (Recall.Good, 21)];
        var memory = answers.Aggregate((Memory?)null, (before, answer) => Fsrs.After(before, answer.Recall, answer.Days))!;
        Assert.Equal(53.62691, memory.Stability, 1e-4);
        Assert.Equal(6.3574867, memory.Difficulty, 1e-4);
    }

    [Fact]
    public void Intervals_of_a_row_of_answers_are_the_published_ones()
    {
        // The vector has one short step before a new thing counts as learnt, and one after it was forgotten: those are 0 days.
        Recall[] answers = [.. Enumerable.Repeat(Recall.Good, 6), Recall.Again, Recall.Again, .. Enumerable.Repeat(Recall.Good, 5)];
        var (intervals, memory) = (new List<int>(), (Memory?)null);
        foreach (var answer in answers)
        {
            memory = Fsrs.After(memory, answer, intervals.LastOrDefault());
            intervals.Add(intervals.Count == 0 || answer == Recall.Again ? 0 : Fsrs.Interval(memory));
        }
        Assert.Equal([0, 2, 11, 46, 163, 498, 0, 0, 2, 4, 7, 12, 21], intervals);
    }

    [Fact]
    public void Ten_easy_answers_make_a_thing_as_easy_as_can_be() =>
        Assert.Equal(1.0, Enumerable.Range(0, 10).Aggregate((Memory?)null, (before, _) => Fsrs.After(before, Recall.Easy, 0))!.Difficulty);

    [Fact]
    public void After_its_stability_in_days_nine_in_ten_are_remembered()
    {
        Assert.Equal(0.9, Fsrs.Retrievability(new Memory(10, 5), 10), 1e-9);
        Assert.Equal(1, Fsrs.Retrievability(new Memory(10, 5), 0));
        Assert.True(Fsrs.Retrievability(new Memory(10, 5), 30) < Fsrs.Retrievability(new Memory(10, 5), 20));
    }
}
