using KaBot.Cards.Elements;
using KaBot.Language;

namespace KaBot.Cards;

/// <summary>A deal as it stood on a day.</summary>
public static class DayCard
{
    public static Card Of(Texts texts, DayView view)
    {
        var standing = new Standing(texts, view.Playbook, view.Found, view.Facts, view.Names);
        var title = texts.Say("day.title", ("day", Values.Date(texts, view.Day)));
        var saved = texts.Say("day.saved", ("when", Values.Moment(texts, view.SavedAt)));
        return new Card(texts.Language, title,
            [
                new TextBlock(title) { Heading = true },
                new RichText(new Run(view.Who is { } who ? saved + " · " + Parts.Clip(who, 40) : saved) { Size = TextSize.Small, Subtle = true })
                {
                    Spacing = Spacing.None,
                },
                .. standing.Head(view.Deal),
                .. standing.Cautions(),
                .. standing.Funnel(),
            ],
            [new Execute(texts["deals.history"], Verbs.History, ("deal", view.Deal.Id))]);
    }
}
