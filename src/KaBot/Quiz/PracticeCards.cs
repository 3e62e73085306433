using System.Globalization;
using KaBot.Cards;
using KaBot.Cards.Elements;
using KaBot.Funnel.Quizzes;
using KaBot.Language;
using KaBot.Storage;

namespace KaBot.Quiz;

/// <summary>An item in a session.</summary>
/// <param name="Number">Which item of its skill.</param>
/// <param name="Place">From 1.</param>
/// <param name="Of">How many the session has.</param>
/// <param name="Right">How many were right before.</param>
internal sealed record PracticeView(PracticeItem Item, int Number, int Place, int Of, int Right);

/// <summary>The cards of the practice quiz.</summary>
internal static class PracticeCards
{
    /// <summary>A situation and a button for each answer.</summary>
    public static Card Ask(Texts texts, PracticeView view) => new(texts.Language, texts.Say(view.Item.Question),
    [
        Progress(texts, view),
        new RichText(new Run(texts.Say(view.Item.Situation))),
        new TextBlock(texts.Say(view.Item.Question)) { Size = TextSize.Medium, Bold = true, Heading = true },
        .. view.Item.Options.Select(option => Parts.Buttons(new Execute(texts.Say(option.Name), QuizVerbs.Choose, [.. Data(view), ("option", option.Id)])) with { Spacing = Spacing.Small }),
    ], []);

    /// <summary>Stands in its place once answered: what was chosen, what is right, and the rule.</summary>
    public static Card Answered(Texts texts, PracticeView view, string chosen)
    {
        var right = chosen == view.Item.Right;
        var verdict = texts[right ? "practice.right" : chosen == QuizAttempt.NotKnown ? "practice.unknown" : "practice.wrong"];
        return new Card(texts.Language, $"{verdict} {texts.Say(view.Item.Explanation)}",
        [
            Progress(texts, view),
            new RichText(new Run(texts.Say(view.Item.Situation)) { Subtle = true }),
            new TextBlock(verdict) { Bold = true, Heading = true, Color = right ? TextColor.Good : TextColor.Warning },
            .. view.Item.Options.Where(option => option.Id == chosen || option.Id == view.Item.Right).Select(option => Mark(texts, option, option.Id == view.Item.Right)),
            new TextBlock(texts.Say(view.Item.Explanation)),
        ], []);
    }

    /// <summary>The end of a session.</summary>
    public static Card Done(Texts texts, int right, int of, int streak)
    {
        var words = texts.Say("practice.done", ("right", right), ("of", of));
        return new Card(texts.Language, words,
        [
            new TextBlock(words) { Size = TextSize.Medium, Bold = true, Heading = true },
            // A streak is mentioned when there is one, and never when it broke.
            .. streak > 1 ? [Parts.Small(texts.Say("practice.streak", ("n", streak)))] : Array.Empty<Element>(),
        ], [new Execute(texts["practice.again"], QuizVerbs.Practice), new Execute(texts["progress.open"], QuizVerbs.Progress), new Execute(texts["practice.daily"], Verbs.Reminders)]);
    }

    private static TextBlock Progress(Texts texts, PracticeView view) => Parts.Small(
        texts.Say(view.Item.IsOwn ? "practice.progress.own" : "practice.progress", ("number", view.Place), ("of", view.Of)));

    private static RichText Mark(Texts texts, PracticeOption option, bool right) => new(
        new Run(right ? "✓ " : "✗ ") { Bold = true, Color = right ? TextColor.Good : TextColor.Attention }, new Run(texts.Say(option.Name)));

    private static (string, string)[] Data(PracticeView view) =>
    [
        ("skill", view.Item.Skill), ("n", Digits(view.Number)), ("place", Digits(view.Place)), ("right", Digits(view.Right)),
    ];

    private static string Digits(int number) => number.ToString(CultureInfo.InvariantCulture);
}
