using KaBot.Cards;
using KaBot.Cards.Elements;
using KaBot.Funnel.Facts;
using KaBot.Funnel.Playbooks;
using KaBot.Funnel.Stages;
using KaBot.Language;

namespace KaBot.Quiz;

/// <summary>What a deal quiz found.</summary>
/// <param name="Facts">All that is known.</param>
/// <param name="Told">What was answered in the quiz.</param>
internal sealed record QuizResultView(
    DealRef Deal, string QuestionId, Playbook Playbook, Qualification Found, FactSheet Facts, FactSheet Told, int Questions, bool Saved);

/// <summary>Earned, solid and claimed side by side, what decided it, what is missing; kept by one tap.</summary>
internal static class QuizResultCard
{
    public static Card Of(Texts texts, QuizResultView view)
    {
        var (found, standing) = (view.Found, new Standing(texts, view.Playbook, view.Found, view.Facts, Names.None));
        List<Element> body =
        [
            .. standing.Head(view.Deal),
            new FactSet(
            [
                (texts["quiz.earned"], Name(texts, found.Earned)), (texts["quiz.solid"], Name(texts, found.Solid)),
                (texts["quiz.claimed"], found.Claimed is null ? texts["quiz.notclaimed"] : Name(texts, found.Claimed)),
            ]) { Spacing = Spacing.Medium },
            .. standing.Cautions(),
        ];
        var deciding = Deciding(view).ToList();
        if (deciding.Count > 0) body.Add(Heading(texts["quiz.deciding"]));
        body.AddRange(deciding.SelectMany(fact => Line(texts, view, fact)));
        if (found.Next is { } next)
        {
            body.Add(Heading(texts.Say("stage.next", ("stage", texts.Say(next.Stage.Name)))));
            body.AddRange(standing.Missing(next));
        }
        if (view.Saved) body.Add(new TextBlock(texts["stage.saved"]) { Color = TextColor.Good, Bold = true, Separator = true, Spacing = Spacing.Medium });
        var summary = texts.Say("quiz.summary", ("deal", Parts.Title(view.Deal)), ("n", view.Questions), ("reasons", string.Join(' ', Reasons.Of(texts, view.Playbook, found))));
        return new Card(texts.Language, summary, body, [.. Actions(texts, view)]);
    }

    /// <summary>What the earned stage rests on: the facts told in the quiz first.</summary>
    private static IEnumerable<Fact> Deciding(QuizResultView view) => view.Found.Earned is not { } earned ? []
        : Qualifier.Requirement(earned, view.Facts).Of.Where(view.Found.Counts).SelectMany(id => view.Found.Criteria[id].Facts)
            .OrderByDescending(fact => view.Told[fact.Id] is not null);

    private static IEnumerable<Element> Line(Texts texts, QuizResultView view, Fact fact)
    {
        var definition = view.Playbook.Fact(fact.Id)!;
        yield return new RichText(new Run("✓ ") { Bold = true, Color = TextColor.Good },
            new Run(texts.Say("answered.line", ("fact", texts.Say(definition.Name)), ("answer", Parts.Value(texts, definition, fact.Value))))) { Spacing = Spacing.Small };
        if (Parts.Evidence(texts, fact, Names.None) is { } evidence) yield return evidence;
    }

    private static IEnumerable<CardAction> Actions(Texts texts, QuizResultView view)
    {
        if (view.Saved)
        {
            yield return new Execute(texts["coach.advice"], CoachVerbs.Advice, ("deal", view.Deal.Id));
            yield break;
        }
        (string, string)[] data = [("deal", view.Deal.Id), ("q", view.QuestionId)];
        yield return new Execute(texts["quiz.save"], QuizVerbs.Save, data) { Positive = true };
        yield return new Execute(texts["quiz.drop"], QuizVerbs.Stop, data);
    }

    private static string Name(Texts texts, StageDefinition? stage) => stage is null ? texts["stage.none.title"] : texts.Say(stage.Name);

    private static TextBlock Heading(string text) => new(text) { Bold = true, Heading = true, Size = TextSize.Medium, Separator = true, Spacing = Spacing.Medium };
}
