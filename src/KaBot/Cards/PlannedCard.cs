using KaBot.Cards.Elements;
using KaBot.Funnel.Coaching;
using KaBot.Language;

namespace KaBot.Cards;

/// <summary>What a rep said would be done for a deal.</summary>
public sealed record PlannedView(DealRef Deal, IReadOnlyList<PlannedAction> Plans, DateOnly Today);

/// <summary>What was accepted and is not done, soonest first; each may be ticked off or changed.</summary>
public static class PlannedCard
{
    public static Card Of(Texts texts, PlannedView view) => new(
        texts.Language, texts["advice.planned"], [Parts.Caption(view.Deal, texts["advice.planned"]), .. Rows(texts, view)], []);

    /// <summary>A row a plan; one whose day has passed stands out.</summary>
    public static IEnumerable<Element> Rows(Texts texts, PlannedView view) => view.Plans.OrderBy(plan => plan.Due).Select(plan => new Container(
    [
        new RichText(new Run(plan.What) { Bold = true }, new Run("  " + texts.Say("advice.by", ("day", Days.Short(texts, plan.Due))))
        {
            Size = TextSize.Small, Color = plan.Due < view.Today ? TextColor.Attention : null, Subtle = plan.Due >= view.Today,
        }),
        Parts.Buttons(
            new Execute(texts["advice.done"], CoachVerbs.Done, ("deal", view.Deal.Id), ("plan", plan.Id)) { Positive = true },
            new Execute(texts["advice.change"], CoachVerbs.Change, ("deal", view.Deal.Id), ("plan", plan.Id))) with { Spacing = Spacing.Small },
    ]) { Spacing = Spacing.Small });
}
