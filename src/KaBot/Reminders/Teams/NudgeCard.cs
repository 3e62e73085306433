using KaBot.Cards;
using KaBot.Cards.Elements;
using KaBot.Language;

namespace KaBot.Reminders.Teams;

/// <summary>Asks a rep who told nothing for a week how the deals go.</summary>
public static class NudgeCard
{
    public static Card Of(Texts texts) => new(texts.Language, texts["nudge.text"], [new TextBlock(texts["nudge.text"])],
        [new Execute(texts["reminders.today"], Verbs.RemindersToday) { Positive = true }, new Execute(texts["deals.open"], Verbs.Deals)]);
}
