using KaBot.Cards.Elements;
using KaBot.Language;

namespace KaBot.Cards;

/// <summary>What KaBot can do, and the words that make it do so.</summary>
public static class HelpCard
{
    public static Card Of(Texts texts) => new(texts.Language, texts["help.title"],
        [
            new TextBlock(texts["help.title"]) { Heading = true },
            new TextBlock(texts["help.intro"]) { Spacing = Spacing.Small },
            new FactSet(
            [
                (texts["help.checkin"], texts["help.checkin.does"]), (texts["help.deals"], texts["help.deals.does"]),
                (texts["help.advice"], texts["help.advice.does"]), (texts["help.negotiate"], texts["help.negotiate.does"]),
                (texts["help.questions"], texts["help.questions.does"]), (texts["help.people"], texts["help.people.does"]),
                (texts["help.concession"], texts["help.concession.does"]), (texts["help.play"], texts["help.play.does"]),
                (texts["help.quiz"], texts["help.quiz.does"]), (texts["help.practice"], texts["help.practice.does"]),
                (texts["help.progress"], texts["help.progress.does"]),
                (texts["help.funnel"], texts["help.funnel.does"]),
                (texts["help.today"], texts["help.today.does"]), (texts["help.reminders"], texts["help.reminders.does"]),
                (texts["help.digest"], texts["help.digest.does"]),
                (texts["help.history"], texts["help.history.does"]), (texts["help.language"], texts["help.language.does"]),
            ]),
            new TextBlock(texts["help.during"]) { Heading = true, Size = TextSize.Medium, Separator = true },
            new TextBlock(texts["help.during.does"]) { Spacing = Spacing.Small },
        ],
        [
            new Execute(texts["deals.open"], Verbs.Deals) { Positive = true },
            new Execute(texts["deals.new"], Verbs.NewDeal),
            new Execute(texts["language.change"], Verbs.Language),
        ]);
}
