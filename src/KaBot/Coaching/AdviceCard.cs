using KaBot.Cards;
using KaBot.Cards.Elements;
using KaBot.Funnel.Coaching;
using KaBot.Funnel.Coaching.Care;
using KaBot.Funnel.Playbooks;
using KaBot.Language;

namespace KaBot.Coaching;

/// <summary>What to do next: what was accepted, then the suggestions, each with who, by when, why and a first sentence.</summary>
public static class AdviceCard
{
    public static Card Of(Texts texts, AdviceView view)
    {
        List<Element> body = [CoachParts.Caption(texts, view.Deal), CoachParts.Title(texts["advice.title"])];
        if (view.Advice.Readiness.Warned) body.AddRange(CoachParts.Readiness(texts, view.Advice.Readiness));
        if (view.Plans.Count > 0)
        {
            body.Add(CoachParts.Heading(texts["advice.planned"]));
            body.AddRange(PlannedCard.Rows(texts, new PlannedView(view.Deal, view.Plans, view.Today)));
        }
        if (view.Advice.Actions.Length > 0) body.Add(CoachParts.Heading(texts["advice.suggested"]));
        body.AddRange(view.Advice.Actions.Select((action, index) => Action(texts, view, action, index == 0)));
        if (!view.Care.IsEmpty) body.Add(CoachParts.Heading(texts["advice.care"]));
        body.AddRange(view.Care.Select(item => Care(texts, view, item)));
        body.AddRange(view.Evidence.Select(rule => CoachParts.Remark(texts.Say(rule.Ask))));
        if (view.Advice.Actions.Length == 0 && view.Care.IsEmpty) body.Add(new TextBlock(texts[view.Plans.Count == 0 ? "advice.nothing" : "advice.enough"]));
        return new Card(texts.Language, Summary(texts, view), body,
        [
            new Execute(texts["coach.negotiate"], CoachVerbs.Negotiate, ("deal", view.Deal.Id)),
            new Execute(texts["coach.questions"], CoachVerbs.Questions, ("deal", view.Deal.Id)),
            new Execute(texts["coach.people"], CoachVerbs.People, ("deal", view.Deal.Id)),
        ]);
    }

    private static string Summary(Texts texts, AdviceView view) => texts.Say("advice.summary", ("deal", Parts.Title(view.Deal)), ("actions",
        texts.List(view.Plans.Select(plan => plan.What).Concat(view.Advice.Actions.Select(action => Spoken.What(texts, view.Advice.Wording, action))))));

    private static Container Care(Texts texts, AdviceView view, CareItem item) => new(
    [
        new RichText(new Run(texts.Say(item.Care.What)) { Bold = true }, new Run("  " + texts.Say("advice.with",
            ("who", texts.Say(item.Care.With)), ("day", Days.Short(texts, item.Due)))) { Size = TextSize.Small, Subtle = true }),
        CoachParts.Quote(texts, texts.Say(item.Care.Say)),
        Parts.Buttons(new Execute(texts["advice.accept"], CoachVerbs.Accept, ("deal", view.Deal.Id), ("action", item.Key))) with { Spacing = Spacing.Small },
    ]) { Spacing = Spacing.Small };

    private static Container Action(Texts texts, AdviceView view, NextAction action, bool first) => new(
    [
        new RichText(new Run(Spoken.What(texts, view.Advice.Wording, action)) { Bold = true }),
        new RichText(new Run(texts.Say("advice.who", ("owner", Owners(texts, view, action)), ("day", Days.Short(texts, action.Due)))) { Size = TextSize.Small, Subtle = true }) { Spacing = Spacing.None },
        new RichText(new Run(Spoken.Why(texts, view.Advice.Wording, action)) { Size = TextSize.Small }) { Spacing = Spacing.Small },
        CoachParts.Quote(texts, Spoken.Say(texts, view.Advice.Wording, action)),
        Parts.Buttons(
        [
            new Execute(texts["advice.accept"], CoachVerbs.Accept, ("deal", view.Deal.Id), ("action", action.Action.Id)) { Positive = first },
            new Execute(texts["advice.change"], CoachVerbs.Change, ("deal", view.Deal.Id), ("action", action.Action.Id)),
            // What the rep drives need not be sent to anybody.
            .. action.Owners.Contains(Playbook.Rep) ? Array.Empty<CardAction>()
                : [new Execute(texts.Say("advice.forward", ("owner", Owners(texts, view, action))), CoachVerbs.Forward, ("deal", view.Deal.Id), ("action", action.Action.Id))],
        ]) with { Spacing = Spacing.Small },
    ]) { Separator = !first, Spacing = first ? Spacing.Small : Spacing.Medium };

    /// <summary>Words to pass on to whoever drives an action: what, by when, why, and how to begin.</summary>
    public static string Forwarded(Texts texts, AdviceView view, NextAction action, string rep) => texts.Say("advice.forward.text",
        ("deal", Parts.Title(view.Deal)), ("what", Spoken.What(texts, view.Advice.Wording, action)), ("day", Days.Short(texts, action.Due)),
        ("why", Spoken.Why(texts, view.Advice.Wording, action)), ("say", Spoken.Say(texts, view.Advice.Wording, action)), ("rep", rep));

    public static string Owners(Texts texts, AdviceView view, NextAction action) => texts.List(action.Owners.Select(owner => texts.Say(view.Playbook.OwnerName(owner))));
}
