using KaBot.Cards;
using KaBot.Funnel.Facts;
using KaBot.Funnel.Playbooks;
using KaBot.Funnel.Quizzes;
using KaBot.Funnel.Stages;
using KaBot.Storage;
using KaBot.Turns;
using KaBot.Understanding;

namespace KaBot.Quiz;

/// <summary>One turn of a deal quiz: takes an answer, shows what is next, and returns the draft; null when it is over.</summary>
internal sealed class QuizScene(Turn turn, Deal deal, DealQuizGuide guide, MessageReader reader)
{
    private const int MostWords = 500;

    public Turn Turn => turn;

    public QuizDraft Begin() => Show(QuizDraft.Begin(deal.Id, turn.Now, deal.Latest?.Claimed));

    public QuizDraft? Do(QuizDraft draft, Command command)
    {
        if (command.Tapped && command["q"] != draft.QuestionId && command.Name != QuizVerbs.Start)
        {
            turn.Notice(NoticeKind.AlreadyAnswered, deal);
            return draft;
        }
        switch (command.Name)
        {
            case QuizVerbs.Answer when draft.Claiming:
                return Claim(draft, turn.Playbook.Stage(command["value"])?.Id);
            case QuizVerbs.Answer:
                return Answer(draft, command);
            case QuizVerbs.Save or Verbs.Save when draft.Stage.Length == 0:
                return Save(draft);
            case QuizVerbs.Stop or QuizWords.Cancel or Verbs.Finish:
                return Stop();
            case QuizWords.Unknown or Verbs.Skip when draft.Claiming:
                return Claim(draft, null);
            case QuizWords.Unknown or Verbs.Skip when draft.Stage.Length > 0:
                return Show(Nothing(draft));
            default:
                return Show(draft);
        }
    }

    /// <summary>Words: every fact they tell is taken; of the question shown, what they leave out stays open.</summary>
    public QuizDraft? Hear(QuizDraft draft, string words)
    {
        if (Says(words, "quiz.stop")) return Stop();
        if (draft.Stage.Length == 0) return Show(draft, turn.Texts["quiz.over"]);
        if (draft.Claiming && (Named(words) is not null || IsNone(words) || Says(words, "quiz.claim.none"))) return Claim(draft, Named(words));
        if (draft.Ticked is [var waiting, ..]) return Tell(draft, waiting, words);
        var heard = Read(words, draft.Shown is [var only] ? only : null);
        if (heard.Count > 0)
        {
            turn.Say(ReadingsCard.Line(turn.Texts, new ReadingsView(Turn.Ref(deal), turn.Playbook, heard)));
            return Show(heard.Aggregate(draft, (now, fact) => now.Learn(fact)));
        }
        if (draft.Shown is [var first, ..] && turn.AnswerTo(first, words).DontKnow || IsNone(words)) return Show(Nothing(draft));
        return draft.Shown is [var asked] && turn.AnswerTo(asked, words).Reading is { } answer
            ? Show(draft.Learn(Make(asked, answer.Value, answer.Certainty, words))) : Show(draft, turn.Texts["checkin.notunderstood"]);
    }

    private QuizDraft? Stop()
    {
        if (turn.Command is { Tapped: true }) turn.Replacement = QuizCards.Left(turn.Texts, Turn.Ref(deal));
        else turn.Say(turn.Texts["quiz.stopped"]);
        return null;
    }

    /// <summary>Whether the words are a button's.</summary>
    private bool Says(string words, string key) => turn.Languages.All.Any(texts => words.Trim().TrimEnd('。', '.').Equals(texts[key], StringComparison.OrdinalIgnoreCase));

    private QuizDraft Claim(QuizDraft draft, string? stage)
    {
        if (turn.Command is { Tapped: true }) turn.Replacement = QuizCards.Claimed(turn.Texts, Turn.Ref(deal), turn.Playbook.Stage(stage));
        return Show(draft with { Claimed = stage, Stage = "" });
    }

    private string? Named(string words) => turn.Playbook.Stages.FirstOrDefault(stage => stage.Name.IsSaid(words))?.Id;

    private QuizDraft Answer(QuizDraft draft, Command tap)
    {
        var words = (tap["why"] ?? "").Trim() is var all && all.Length > MostWords ? all[..MostWords] : all;
        if (draft.Ticked is [var waiting, ..]) return tap["value"] == "none" ? Done(draft, draft with { Ticked = draft.Ticked.Remove(waiting) }) : Tell(draft, waiting, words);
        if (tap["value"] is { } value && draft.Shown is [var size] && Fact(size).Choice(value) is { } choice)
            return Done(draft, draft.Learn(Make(size, new FactValue.Choice(value), Certainty.Stated, turn.Texts.Say(choice.Name))));
        List<string> picked = [.. (tap["picked"] ?? "").Split(',').Where(draft.Shown.Contains)];
        if (tap["value"] == "none" || picked.Count == 0 && words.Length == 0) return Done(draft, Nothing(draft));
        // A yes without a word on what it rests on is not taken.
        if (words.Length == 0) return Show(draft, turn.Texts["quiz.why.missing"]);

        var heard = Read(words, picked is [var one] ? one : null).ToDictionary(fact => fact.Id, StringComparer.Ordinal);
        var after = heard.Values.Where(fact => !picked.Contains(fact.Id)).Aggregate(draft, (now, fact) => now.Learn(fact));
        foreach (var id in picked)
        {
            if (Fact(id).Kind == FactKind.Flag) after = after.Learn(Make(id, new FactValue.Flag(true), heard.GetValueOrDefault(id)?.Certainty ?? Certainty.Stated, words));
            else if (heard.GetValueOrDefault(id) is { } told) after = after.Learn(told);
            else after = after with { Ticked = after.Ticked.Add(id) };
        }
        return Done(draft, after);
    }

    /// <summary>The value of something ticked: which date, how much, who.</summary>
    private QuizDraft Tell(QuizDraft draft, string factId, string words)
    {
        var told = Read(words, factId).FirstOrDefault(fact => fact.Id == factId)
            ?? (turn.AnswerTo(factId, words).Reading is { } answer ? Make(factId, answer.Value, answer.Certainty, words) : null);
        if (told is null && turn.AnswerTo(factId, words).DontKnow) return Done(draft, draft with { Ticked = draft.Ticked.Remove(factId) });
        return told is null ? Show(draft, turn.Texts["checkin.notunderstood"]) : Done(draft, draft.Learn(told));
    }

    /// <summary>Puts the card away; when nothing of the question is waited for any more, what was left out of it is "do not know".</summary>
    private QuizDraft Done(QuizDraft before, QuizDraft after)
    {
        if (turn.Command is { Tapped: true }) turn.Replacement = QuizCards.Answered(turn.Texts, Turn.Ref(deal), turn.Playbook, before, after);
        return Show(after.Ticked.IsEmpty ? Nothing(after) : after);
    }

    private QuizDraft Nothing(QuizDraft draft)
    {
        var settled = draft with { Ticked = [] };
        var question = new DealQuestion(turn.Playbook.Stage(draft.Stage)!, [.. draft.Shown], null);
        while (Quiz(settled).Pending(question) is { } fact) settled = settled.Settle(fact);
        return settled;
    }

    private QuizDraft Show(QuizDraft draft, string? remark = null)
    {
        var numbered = draft with { Question = draft.Question + 1 };
        if (draft.Claiming && draft.Told.IsEmpty)
        {
            turn.Show(QuizCards.Claim(turn.Texts, Turn.Ref(deal), turn.Playbook, numbered, remark));
            return numbered;
        }
        if (draft.Ticked is [var waiting, ..])
        {
            turn.Show(QuizCards.Value(turn.Texts, Turn.Ref(deal), numbered, Fact(waiting), remark));
            return numbered;
        }
        var quiz = Quiz(draft);
        if (quiz.Next is not { } question)
        {
            var settled = numbered with { Stage = "", Shown = [] };
            if (remark is not null) turn.Say(remark);
            turn.Show(Result(settled, quiz.Facts, saved: false));
            return settled;
        }
        // The same question again, after words that were not understood or told a part of it, is not another one.
        var same = question.Stage.Id == draft.Stage && question.Facts.All(draft.Shown.Contains);
        var asking = numbered with { Stage = question.Stage.Id, Shown = [.. question.Facts], Questions = draft.Questions + (same ? 0 : 1) };
        turn.Show(QuizCards.Ask(turn.Texts, Turn.Ref(deal), turn.Playbook, asking, question, remark));
        return asking;
    }

    private QuizDraft? Save(QuizDraft draft)
    {
        var sheet = Quiz(draft).Facts;
        var found = Qualifier.Qualify(turn.Playbook, sheet, turn.Now, draft.Claimed);
        turn.Changes.Add(new Change.SnapshotTaken(new Snapshot(Ids.New(turn.Now), deal.Id, 0, turn.Person.Id, turn.Now, turn.ActivityId,
            turn.Playbook.Version, found.Earned?.Id, found.Solid?.Id, draft.Claimed, sheet)));
        turn.Changes.Add(new Change.QuizAnswered(new QuizAttempt(Ids.New(turn.Now), turn.Person.Id, turn.Now, turn.Today, QuizKind.Deal, deal.Id,
            found.Earned?.Id ?? "none", draft.Questions, found.Solid?.Id ?? "none", Right: found.Claimed is null || found.Claimed == found.Earned, [.. draft.Asked])));
        turn.Changes.Add(new Change.Audited(turn.Person.Id, "quiz.saved", deal.Id, found.Earned?.Id ?? "", turn.Now));
        var saved = Result(draft, sheet, saved: true);
        if (turn.Command is { Tapped: true }) turn.Replacement = saved;
        else turn.Show(saved);
        return null;
    }

    private Cards.Elements.Card Result(QuizDraft draft, FactSheet facts, bool saved) => QuizResultCard.Of(turn.Texts, new QuizResultView(
        Turn.Ref(deal), draft.QuestionId, turn.Playbook, Qualifier.Qualify(turn.Playbook, facts, turn.Now, draft.Claimed), facts, draft.Told, draft.Questions, saved));

    private DealQuiz Quiz(QuizDraft draft) => draft.Asked.Aggregate(DealQuiz.Start(turn.Playbook, guide, deal.Latest?.Facts, draft.Since),
        (quiz, id) => quiz.Answer(id, draft.Told[id]));

    private List<Fact> Read(string words, string? asked) => words.Length == 0 ? [] :
        [.. reader.Read(new RepMessage(words, turn.Texts.Chinese ? "zh" : "en", turn.Now, asked))
            .Select(reading => Make(reading.FactId, reading.Value, reading.Certainty, Quote.Of(words, reading))).DistinctBy(fact => fact.Id)];

    private bool IsNone(string words) => turn.Texts["quiz.none.words"].Split(' ').Contains(words.Trim().TrimEnd('。', '.'), StringComparer.OrdinalIgnoreCase);

    private FactDefinition Fact(string id) => turn.Playbook.Fact(id)!;

    private Fact Make(string id, FactValue value, Certainty certainty, string words) =>
        new(id, value, certainty, turn.Now, new Evidence(words, turn.Person.Id, turn.Now, turn.ActivityId));
}
