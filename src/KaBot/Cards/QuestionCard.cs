using KaBot.Cards.Elements;
using KaBot.Funnel.Facts;
using KaBot.Funnel.Stages;
using KaBot.Language;

namespace KaBot.Cards;

/// <summary>One question: answered by one tap where that is possible, and always by typing.</summary>
public static class QuestionCard
{
    public static Card Of(Texts texts, QuestionView view)
    {
        var question = texts.Say(view.Why?.Question ?? view.Fact.Question);
        List<Element> body = [Parts.Caption(view.Deal, texts.Say("question.progress", ("number", view.Number), ("of", view.Of)))];
        if (view.Remark is { } remark) body.Add(new RichText(new Run(remark) { Color = TextColor.Warning }));
        body.Add(new TextBlock(question) { Size = TextSize.Medium, Bold = true, Heading = true });
        if (Why(texts, view.Why) is { } why) body.Add(Parts.Small(why));
        if (view.Known is { } known) body.Add(Known(texts, view, known));
        body.AddRange(AnswerParts.Of(texts, view));
        if (view.Free) body.Add(Parts.Small(texts["question.free"]) with { Separator = true });
        return new Card(texts.Language, question, body, [.. Ways(texts, view)]);
    }

    /// <summary>The ways around a question.</summary>
    private static IEnumerable<CardAction> Ways(Texts texts, QuestionView view)
    {
        (string, string)[] data = [("deal", view.Deal.Id), ("fact", view.Fact.Id), ("q", view.QuestionId)];
        yield return new Execute(texts["question.skip"], Verbs.Skip, data);
        if (view.CanGoBack) yield return new Execute(texts["question.back"], Verbs.Back, data);
        yield return new Execute(texts["question.finish"], Verbs.Finish, ("deal", view.Deal.Id), ("q", view.QuestionId));
    }

    private static string? Why(Texts texts, Ask? ask)
    {
        if (ask is null) return null;
        var stage = ask.Stage is null ? "" : texts.Say(ask.Stage.Name);
        var criterion = ask.Criterion is null ? stage : texts.Say(ask.Criterion.Name);
        return ask.For switch
        {
            AskedFor.NextStage => texts.Say("question.why.next", ("stage", stage), ("criterion", criterion)),
            AskedFor.FoundationGap => texts.Say("question.why.gap", ("stage", stage), ("criterion", criterion)),
            AskedFor.Confirmation => texts.Say("question.why.confirm", ("criterion", criterion)),
            AskedFor.Freshness => texts.Say("question.why.fresh", ("criterion", criterion)),
            AskedFor.Size => texts.Say("question.why.size", ("stage", stage)),
            AskedFor.Negotiation => texts["question.why.negotiation"],
            AskedFor.Finish => texts.Say("question.why.finish", ("stage", stage)),
            AskedFor.Record => texts["question.why.record"],
            AskedFor.Ending => null,
            _ => texts["question.why.forecast"],
        };
    }

    private static RichText Known(Texts texts, QuestionView view, Fact known) => new(new Run(texts.Say("question.known",
        ("value", Parts.Value(texts, view.Fact, known.Value)), ("source", Parts.Source(texts, known, view.Names)))) { Size = TextSize.Small, Subtle = true })
    {
        Spacing = Spacing.Small,
    };
}
