using KaBot.Cards;
using KaBot.Cards.Elements;
using KaBot.Funnel.Facts;
using KaBot.Funnel.Playbooks;
using KaBot.Funnel.Quizzes;
using KaBot.Language;

namespace KaBot.Quiz;

/// <summary>The questions of a deal quiz.</summary>
internal static class QuizCards
{
    /// <summary>Which stage the rep takes the deal to be in, asked before anything else.</summary>
    public static Card Claim(Texts texts, DealRef deal, Playbook playbook, QuizDraft draft, string? remark) => new(texts.Language, texts["quiz.claim"],
    [
        Parts.Caption(deal),
        .. remark is null ? Array.Empty<Element>() : [new RichText(new Run(remark) { Color = TextColor.Warning })],
        new TextBlock(texts["quiz.claim"]) { Size = TextSize.Medium, Bold = true, Heading = true },
        Parts.Small(texts["quiz.claim.why"]),
        .. playbook.Stages.Chunk(4).Select(row => Parts.Buttons([.. row.Select(stage => Answer(draft, texts.Say(stage.Name), stage.Id))])),
    ], [Answer(draft, texts["quiz.claim.none"], "none"), Stop(texts, draft)]);

    /// <summary>Stands in its place.</summary>
    public static Card Claimed(Texts texts, DealRef deal, StageDefinition? stage)
    {
        var words = stage is null ? texts["quiz.claim.declined"] : texts.Say("quiz.claim.done", ("stage", texts.Say(stage.Name)));
        return new Card(texts.Language, words, [Parts.Caption(deal), new TextBlock(words)], []);
    }

    /// <summary>Facts side by side to tick, with the words they rest on; a choice by one tap.</summary>
    public static Card Ask(Texts texts, DealRef deal, Playbook playbook, QuizDraft draft, DealQuestion question, string? remark)
    {
        var facts = question.Facts.Select(id => playbook.Fact(id)!).ToList();
        var title = facts is [{ Kind: FactKind.Choice } choice] ? texts.Say(choice.Question) : texts.Say("quiz.ask", ("stage", texts.Say(question.Stage.Name)));
        List<Element> body = [.. Head(texts, deal, draft, remark), new TextBlock(title) { Size = TextSize.Medium, Bold = true, Heading = true }];
        if (facts is [{ Kind: FactKind.Choice } only])
        {
            body.AddRange(only.Choices.Select(one => Parts.Buttons(Answer(draft, texts.Say(one.Name), one.Id)) with { Spacing = Spacing.Small }));
            return new Card(texts.Language, title, body, [Answer(draft, texts["answer.unknown"], "none"), Stop(texts, draft)]);
        }
        if (question.Enough is { } enough && enough < facts.Count) body.Add(Parts.Small(texts.Say("quiz.enough", ("n", enough))));
        body.Add(new ChoiceInput("picked", texts["answer.choices"], [.. facts.Select(fact => (texts.Say(fact.Name), fact.Id))]) { Multiple = true, Expanded = true });
        body.Add(new TextInput("why", texts["quiz.why"]) { Placeholder = texts["quiz.why.hint"], Multiline = true, MaxLength = 500 });
        return new Card(texts.Language, title, body, [Send(texts, draft), Answer(draft, texts["quiz.none"], "none"), Stop(texts, draft)]);
    }

    /// <summary>What exactly: asked of something ticked that has a value.</summary>
    public static Card Value(Texts texts, DealRef deal, QuizDraft draft, FactDefinition fact, string? remark) => new(texts.Language, texts.Say(fact.Question),
    [
        .. Head(texts, deal, draft, remark),
        new TextBlock(texts.Say(fact.Question)) { Size = TextSize.Medium, Bold = true, Heading = true },
        new TextInput("why", texts.Say(fact.Name)) { MaxLength = 500 },
    ], [Send(texts, draft), Answer(draft, texts["answer.unknown"], "none"), Stop(texts, draft)]);

    /// <summary>Stands in place of a question: what was said to be so.</summary>
    public static Card Answered(Texts texts, DealRef deal, Playbook playbook, QuizDraft before, QuizDraft after)
    {
        var named = before.Shown.Where(id => after.Told[id] is not null || after.Ticked.Contains(id)).Select(id => texts.Say(playbook.Fact(id)!.Name)).ToList();
        var words = texts.Say("quiz.answered", ("stage", texts.Say(playbook.Stage(before.Stage)!.Name)), ("facts", named.Count == 0 ? texts["quiz.none"] : texts.List(named)));
        return new Card(texts.Language, words, [Parts.Caption(deal), new TextBlock(words)], []);
    }

    /// <summary>Asked for in the middle of a check-in: how the two go together.</summary>
    /// <param name="underWay">Id of the deal whose check-in it is.</param>
    public static Card Meanwhile(Texts texts, DealRef deal, string underWay, bool same)
    {
        var words = texts[same ? "quiz.meanwhile.same" : "quiz.meanwhile.other"];
        return new Card(texts.Language, words, [Parts.Caption(deal), new TextBlock(words)],
        [
            new Execute(texts[same ? "quiz.meanwhile.keep" : "quiz.meanwhile.wait"], QuizVerbs.Start, ("deal", deal.Id), ("meanwhile", "yes")) { Positive = true },
            new Execute(texts["quiz.meanwhile.first"], Verbs.Start, ("deal", underWay)),
        ]);
    }

    /// <summary>Stands in its place.</summary>
    public static Card Begun(Texts texts, DealRef deal) =>
        new(texts.Language, texts["quiz.meanwhile.done"], [Parts.Caption(deal), new TextBlock(texts["quiz.meanwhile.done"])], []);

    /// <summary>Stands in place of the last card of a quiz that was left.</summary>
    public static Card Left(Texts texts, DealRef deal) =>
        new(texts.Language, texts["quiz.stopped"], [Parts.Caption(deal), new TextBlock(texts["quiz.stopped"])], []);

    private static IEnumerable<Element> Head(Texts texts, DealRef deal, QuizDraft draft, string? remark)
    {
        yield return Parts.Caption(deal, texts.Say("quiz.progress", ("number", draft.Questions)));
        if (remark is not null) yield return new RichText(new Run(remark) { Color = TextColor.Warning });
    }

    private static Execute Send(Texts texts, QuizDraft draft) => new(texts["answer.send"], QuizVerbs.Answer, Data(draft)) { WithInputs = true, Positive = true };

    private static Execute Answer(QuizDraft draft, string title, string value) => new(title, QuizVerbs.Answer, [.. Data(draft), ("value", value)]);

    private static Execute Stop(Texts texts, QuizDraft draft) => new(texts["quiz.stop"], QuizVerbs.Stop, Data(draft));

    private static (string, string)[] Data(QuizDraft draft) => [("deal", draft.DealId), ("q", draft.QuestionId)];
}
