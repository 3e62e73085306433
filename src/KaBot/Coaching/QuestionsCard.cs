using KaBot.Cards;
using KaBot.Cards.Elements;
using KaBot.Language;

namespace KaBot.Coaching;

/// <summary>A conversation to find out needs: four kinds of question in their order, and the steps of steering a selecting customer.</summary>
public static class QuestionsCard
{
    public static Card Of(Texts texts, QuestionsView view)
    {
        List<Element> body = [CoachParts.Caption(texts, view.Deal), CoachParts.Title(texts["needs.title"])];
        body.Add(view.Script.Role is { } role
            ? new RichText(new Run(texts.Say("needs.role", ("role", texts.Say(role.Name)), ("looks", texts.Say(role.LooksAt))))) { Spacing = Spacing.Small }
            : new RichText(new Run(texts["needs.norole"]) { Subtle = true }) { Spacing = Spacing.Small });
        foreach (var (part, number) in view.Script.Parts.Select((part, index) => (part, index + 1)))
        {
            body.Add(CoachParts.Heading($"{number}. {texts.Say(part.Kind.Name)}"));
            body.Add(new RichText(new Run(texts.Say(part.Kind.How)) { Size = TextSize.Small, Subtle = true }) { Spacing = Spacing.None });
            body.AddRange(part.Questions.Select(question => CoachParts.Quote(texts, Spoken.Of(texts, view.Wording, question.Ask))));
        }
        if (!view.Script.Steering.IsEmpty)
        {
            body.Add(CoachParts.Heading(texts["needs.steering"]));
            body.AddRange(view.Script.Steering.Select(step => CoachParts.Labelled(texts.Say(step.Name), Spoken.Of(texts, view.Wording, step.Say))));
        }
        return new Card(texts.Language, texts.Say("needs.summary", ("deal", Parts.Title(view.Deal))), body,
        [
            .. view.Book.Roles.Where(known => known.Id != view.Script.Role?.Id).Select(known =>
                new Execute(texts.Say(known.Name), CoachVerbs.Questions, ("deal", view.Deal.Id), ("role", known.Id))),
            new Execute(texts["needs.tell"], CoachVerbs.Answers, ("deal", view.Deal.Id), ("role", view.Script.Role?.Id ?? "")),
        ]);
    }

    /// <summary>The form for the answers: a field for each fact that the questions are to tell.</summary>
    public static Card Answers(Texts texts, QuestionsView view)
    {
        List<Element> body = [CoachParts.Caption(texts, view.Deal), CoachParts.Title(texts["needs.answers"])];
        body.Add(new RichText(new Run(texts["needs.answers.how"]) { Subtle = true }) { Spacing = Spacing.Small });
        body.AddRange(view.Script.Feeds.Select(id => view.Playbook.Fact(id)!).Select(fact => new TextInput(fact.Id, texts.Say(fact.Question)) { MaxLength = 200 }));
        return new Card(texts.Language, texts["needs.answers"], body,
            [new Execute(texts["needs.note"], CoachVerbs.Note, ("deal", view.Deal.Id), ("role", view.Script.Role?.Id ?? "")) { WithInputs = true, Positive = true }]);
    }
}
