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

    /// <summary>Pixels that a card's buttons have on a narrow phone.</summary>
    private const int PhoneWidth = 330;

    public static IEnumerable<Element> Of(Texts texts, QuestionView view) => view.Fact.Kind switch
    {
        FactKind.Flag => Rows([Button(view, texts["answer.yes"], "yes"), Button(view, texts["answer.no"], "no"), Unknown(texts, view)]),
        FactKind.Choice => Rows([.. view.Fact.Choices.Select(choice => Button(view, texts.Say(choice.Name), choice.Id)), Unknown(texts, view)]),
        FactKind.Count => [.. Rows([.. Counts(view)]), Field(texts, view, texts["answer.count"]), .. Sent(texts, view)],
        FactKind.Date => [.. Rows([.. Dates(texts, view)]), new DateInput(Typed, texts["answer.date"]), .. Sent(texts, view, Open(texts, view))],
        FactKind.Money => [Field(texts, view, texts["answer.money"]), .. Sent(texts, view, Open(texts, view))],
        FactKind.List => [Field(texts, view, texts["answer.list"]), .. Sent(texts, view, None(texts, view))],
        FactKind.Choices => [ChoiceField(texts, view), .. Sent(texts, view, None(texts, view))],
        _ => [Field(texts, view, texts["answer.text"]), .. Sent(texts, view)],
    };

    private static Execute Button(QuestionView view, string title, string value) => new(title, Verbs.Answer, [.. Data(view), ("value", value)]);

    private static Execute Unknown(Texts texts, QuestionView view) => Button(view, texts["answer.unknown"], "unknown");

    private static Execute Open(Texts texts, QuestionView view) => Button(view, texts["answer.open"], "open");

    private static Execute None(Texts texts, QuestionView view) => Button(view, texts["answer.none"], "none");

    private static IEnumerable<Execute> Counts(QuestionView view)
    {
        var known = (view.Known?.Value as FactValue.Count)?.Value ?? 0;
        return Enumerable.Range(known, 4).Select(n => n.ToString(CultureInfo.InvariantCulture)).Select(n => Button(view, n, n));
    }

    private static IEnumerable<Execute> Dates(Texts texts, QuestionView view) => (view.Past ? Days.PastPicks(texts, view.Today) : Days.QuickPicks(texts, view.Today, view.Fact.Picks)).Select(pick =>
        Button(view, pick.Title, pick.Day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)) with { Tooltip = Values.Date(texts, pick.Day) });

    /// <summary>The button that sends the card's input, and the answers that need none.</summary>
    private static IEnumerable<ActionSet> Sent(Texts texts, QuestionView view, params IEnumerable<Execute> others) => Rows(
        [new Execute(texts["answer.send"], Verbs.Answer, Data(view)) { WithInputs = true, Positive = true }, .. others, Unknown(texts, view)]);

    private static TextInput Field(Texts texts, QuestionView view, string hint) =>
        new(Typed, texts.Say(view.Fact.Name)) { Placeholder = hint, MaxLength = 2000 };

    private static ChoiceInput ChoiceField(Texts texts, QuestionView view) => new(Typed, texts["answer.choices"],
        [.. view.Fact.Choices.Select(choice => (texts.Say(choice.Name), choice.Id))]) { Multiple = true, Expanded = true };

    private static (string, string)[] Data(QuestionView view) => [("deal", view.Deal.Id), ("fact", view.Fact.Id), ("q", view.QuestionId)];

    /// <summary>Buttons in as many rows as a phone needs: clients do not break a row of buttons.</summary>
    private static IEnumerable<ActionSet> Rows(IReadOnlyList<CardAction> buttons)
    {
        List<CardAction> row = [];
        foreach (var button in buttons)
        {
            if (row.Count > 0 && row.Append(button).Sum(Width) > PhoneWidth)
            {
                yield return Parts.Buttons(row) with { Spacing = Spacing.Small };
                row = [];
            }
            row.Add(button);
        }
        yield return Parts.Buttons(row) with { Spacing = Spacing.Small };
    }

    /// <summary>A button's width in pixels, about: Chinese characters are twice as wide.</summary>
    private static int Width(CardAction button) => 34 + button.Title.Sum(c => c > '\u2e80' ? 15 : 8);
}
