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
