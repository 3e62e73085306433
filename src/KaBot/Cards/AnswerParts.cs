using System.Globalization;
using KaBot.Cards.Elements;
using KaBot.Funnel.Facts;
using KaBot.Language;

namespace KaBot.Cards;

/// <summary>The buttons and inputs that answer a question, by the kind of its fact.</summary>
internal static class AnswerParts
{
    /// <summary>Id of the input of a question card.</summary>
    private const string Typed = "typed";

    public static IEnumerable<Element> Of(Texts texts, QuestionView view) => view.Fact.Kind switch
    {
        FactKind.Flag => [Buttons(texts, view, (texts["answer.yes"], "yes"), (texts["answer.no"], "no"))],
        FactKind.Count => [Buttons(texts, view, [.. Counts(view)]), .. Field(texts, view, texts["answer.count"])],
        FactKind.Date => [Buttons(texts, view, [.. Dates(texts, view.Today), (texts["answer.open"], "open")]), .. DateField(texts, view)],
        FactKind.Money => [.. Field(texts, view, texts["answer.money"]), Buttons(texts, view, (texts["answer.open"], "open"))],
        FactKind.List => [.. Field(texts, view, texts["answer.list"]), Buttons(texts, view, (texts["answer.none"], "none"))],
        FactKind.Choice => [Buttons(texts, view, [.. view.Fact.Choices.Select(choice => (texts.Say(choice.Name), choice.Id))])],
        FactKind.Choices => [.. ChoiceField(texts, view), Buttons(texts, view, (texts["answer.none"], "none"))],
        _ => [.. Field(texts, view, texts["answer.text"]), Buttons(texts, view)],
    };

    private static IEnumerable<(string Title, string Value)> Counts(QuestionView view)
    {
        var known = (view.Known?.Value as FactValue.Count)?.Value ?? 0;
        return Enumerable.Range(known, 4).Select(n => n.ToString(CultureInfo.InvariantCulture)).Select(n => (n, n));
    }

    private static IEnumerable<(string Title, string Value)> Dates(Texts texts, DateOnly today) =>
        Days.QuickPicks(texts, today).Select(pick => (pick.Title, pick.Day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)));

    private static ActionSet Buttons(Texts texts, QuestionView view, params (string Title, string Value)[] answers) => new(
    [
        .. answers.Select(answer => new Execute(answer.Title, Verbs.Answer, Data(view, ("value", answer.Value)))),
        new Execute(texts["answer.unknown"], Verbs.Answer, Data(view, ("value", "unknown"))),
    ]);

    private static IEnumerable<Element> Field(Texts texts, QuestionView view, string hint) =>
        WithButton(texts, view, new TextInput(Typed, texts.Say(view.Fact.Name)) { Placeholder = hint, MaxLength = 2000 });

    private static IEnumerable<Element> DateField(Texts texts, QuestionView view) =>
        WithButton(texts, view, new DateInput(Typed, texts["answer.date"]));

    private static IEnumerable<Element> ChoiceField(Texts texts, QuestionView view) => WithButton(texts, view, new ChoiceInput(Typed,
        texts["answer.choices"], [.. view.Fact.Choices.Select(choice => (texts.Say(choice.Name), choice.Id))]) { Multiple = true, Expanded = true });

    private static IEnumerable<Element> WithButton(Texts texts, QuestionView view, Input input) =>
    [
        input,
        Parts.Buttons(new Execute(texts["answer.send"], Verbs.Answer, Data(view)) { WithInputs = true, Positive = true }) with { Spacing = Spacing.Small },
    ];

    private static (string, string)[] Data(QuestionView view, params (string, string)[] more) =>
        [("deal", view.Deal.Id), ("fact", view.Fact.Id), ("q", view.QuestionId), .. more];
}
