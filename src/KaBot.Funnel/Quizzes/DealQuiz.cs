using System.Collections.Immutable;
using KaBot.Funnel.Facts;
using KaBot.Funnel.Playbooks;
using KaBot.Funnel.Stages;

namespace KaBot.Funnel.Quizzes;

/// <summary>One question of the deal quiz: which of these are so?</summary>
/// <param name="Stage">The stage it settles, or helps to.</param>
/// <param name="Facts">Fact ids side by side, the most telling first. One alone is asked as a check-in asks it.</param>
/// <param name="Enough">How many of them settle it; null when all are needed, or while that turns on a fact not yet known.</param>
public sealed record DealQuestion(StageDefinition Stage, ImmutableArray<string> Facts, int? Enough);

/// <summary>
/// Finds the earned and the solid stage in the fewest questions (issue 6). Earned is the highest stage that holds, so it is sought from
/// the top; solid ends below the lowest that fails, so it is sought from the bottom. Every stage met on the way must be settled whatever
/// the order, so none is settled in vain; which end goes on, and which fact comes first, is what is expected to tell most. Immutable.
/// </summary>
public sealed record DealQuiz
{
    private readonly DealQuizGuide _guide;

    private DealQuiz(DealQuizGuide guide, Playbook playbook)
    {
        (_guide, Playbook, Board) = (guide, playbook, Board.Empty(playbook));
    }

    private Board Board { get; init; }

    public Playbook Playbook { get; }

    /// <summary>What is known, from before and from the answers.</summary>
    public FactSheet Facts { get; private init; } = FactSheet.Empty;

    /// <summary>Fact ids answered in this quiz, in order.</summary>
    public ImmutableArray<string> Asked { get; private init; } = [];

    /// <param name="known">What need not be asked again: facts stated, fresh and affirmed. Others of the sheet are asked, and stand until answered.</param>
    /// <param name="at">The moment of the quiz.</param>
    public static DealQuiz Start(Playbook playbook, DealQuizGuide guide, FactSheet? known = null, DateTimeOffset at = default)
    {
        var sheet = known ?? FactSheet.Empty;
        var sure = sheet.All.Where(fact => fact.Certainty == Certainty.Stated && Qualifier.Holds(fact.Value)
            && !Ageing.IsStale(playbook.Fact(fact.Id)!, fact, at));
        var quiz = new DealQuiz(guide, playbook) { Facts = sheet };
        return quiz with { Board = sure.Aggregate(quiz.Board, (board, fact) => board.With(fact.Id, fact)) };
    }

    /// <summary>The question that is expected to tell most; null when no answer could change the result any more.</summary>
    public DealQuestion? Next
    {
        get
        {
            var stages = Frontier().Distinct().ToList();
            if (stages.Count == 0) return null;
            var expected = new Expectation(_guide, Board);
            var stage = stages.Count == 1 ? stages[0] : stages.MaxBy(expected.OfStage)!;
            return new DealQuestion(stage, [.. MostTelling(expected, stage).Take(_guide.Options)], Enough(stage));
        }
    }

    /// <summary>The fact of a question to hear about next; null when the question has told all it can.</summary>
    public string? Pending(DealQuestion question) =>
        !Frontier().Contains(question.Stage) ? null
        : MostTelling(new Expectation(_guide, Board), question.Stage).FirstOrDefault(question.Facts.Contains);

    /// <summary>After an answer; null is "do not know", and leaves what was known before.</summary>
    public DealQuiz Answer(string factId, Fact? answer) => this with
    {
        Board = Board.With(factId, answer ?? Facts[factId]),
        Facts = answer is null ? Facts : Facts.With(answer),
        Asked = Asked.Add(factId),
    };

    /// <summary>The stages to settle next: the highest that may yet be earned, and the lowest that solid turns on.</summary>
    private IEnumerable<StageDefinition> Frontier()
    {
        var top = Playbook.Stages.Reverse().FirstOrDefault(stage => Board.Of(stage) != Outlook.Fails);
        if (top is not null && Board.Of(top) == Outlook.Open) yield return First(top);
        var bottom = Playbook.Stages.FirstOrDefault(stage => Board.Of(stage) != Outlook.Holds);
        if (bottom is not null && Board.Of(bottom) == Outlook.Open) yield return First(bottom);
    }

    /// <summary>A stage that follows another is not asked about before that one is earned.</summary>
    private StageDefinition First(StageDefinition stage) =>
        stage.Rule.After is { } after && Board.Of(Playbook.Stage(after)!) == Outlook.Open ? First(Playbook.Stage(after)!) : stage;

    private IEnumerable<string> MostTelling(Expectation expected, StageDefinition stage)
    {
        var telling = Board.Telling(stage);
        return telling.Length < 2 ? telling
            : expected.OfFacts(stage).OrderByDescending(fact => Math.Round(fact.Bits, 9)).Select(fact => fact.FactId);
    }

    private int? Enough(StageDefinition stage) => Board.Possible(stage) is [var only] && only.AtLeast < only.Of.Length
        ? only.AtLeast - only.Of.Count(id => Board.Of(Playbook.Criterion(id)) == Outlook.Holds) : null;
}
