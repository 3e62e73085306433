using KaBot.Cards.Elements;
using KaBot.Funnel.Coaching;
using KaBot.Language;

namespace KaBot.Cards;

/// <summary>The result of a check-in: where the deal stands, why, what moved, what is missing and who drives it.</summary>
public static class StageCard
{
    private const int MostChanges = 6;

    public static Card Of(Texts texts, StageView view)
    {
        var standing = new Standing(texts, view.Playbook, view.Found, view.Facts, view.Names);
        List<Element> body = [.. standing.Head(view.Deal)];
        var over = Ending.Of(view.Playbook, view.Facts) is { Over: true } ended ? ended : null;
        if (over is null) body.AddRange(standing.Cautions());
        if (over is null && standing.Unrecorded is > 0 and var unrecorded && view.State == StageCardState.Open)
            body.Add(Parts.Small(texts.Say("stage.unrecorded", ("n", unrecorded))));
        if (over is null && Readiness.Of(view.Playbook, view.Seen ?? view.Facts, view.Found, view.Now) is { Warned: true } readiness)
            body.Add(new Container([new TextBlock(texts.Say("stage.unready", ("preconditions", texts.List(readiness.Missing.Select(missing => texts.Say(missing.Name))))))])
            {
                Style = Surface.Warning, Spacing = Spacing.Medium,
            });
        if (view.Since is { } since)
        {
            body.Add(Heading(texts.Say("stage.since", ("when", When(texts, view)))));
            body.AddRange(Changes.Of(texts, view.Playbook, since, MostChanges));
        }
        if (over is not null) body.Add(new TextBlock(texts.Say(over.Lost ? "stage.lost" : "stage.stalled", ("deal", view.Deal.Account))) { Separator = true, Spacing = Spacing.Medium });
        else if (view.Found.Earned is { } earned && earned.Unfinished(view.Facts).Any())
        {
            body.Add(Heading(texts.Say("stage.unfinished", ("stage", texts.Say(earned.Name)))));
            body.AddRange(standing.Unfinished(earned));
        }
        else if (view.Found.Next is { } next)
        {
            body.Add(Heading(texts.Say("stage.next", ("stage", texts.Say(next.Stage.Name)))));
            body.AddRange(standing.Missing(next));
        }
        body.Add(Heading(texts["stage.funnel"]));
        body.AddRange(standing.Funnel());
        // At the foot, where the button was that was pressed: the head of a long card is out of sight by then.
        if (view.State == StageCardState.Saved)
            body.Add(new TextBlock(texts["stage.saved"]) { Color = TextColor.Good, Bold = true, Separator = true, Spacing = Spacing.Medium });
        return new Card(texts.Language, Summary(texts, view), body, [.. Actions(texts, view)]);
    }

    /// <summary>The card in one sentence.</summary>
    public static string Summary(Texts texts, StageView view) => texts.Say("stage.summary", ("deal", Parts.Title(view.Deal)),
        ("reasons", Ending.Of(view.Playbook, view.Facts) is { Over: true } ended ? ended.Say(texts) : string.Join(' ', Reasons.Of(texts, view.Playbook, view.Found))));

    private static IEnumerable<CardAction> Actions(Texts texts, StageView view)
    {
        (string, string)[] deal = [("deal", view.Deal.Id)];
        if (view.State == StageCardState.Open)
        {
            yield return new Execute(texts["stage.save"], Verbs.Save, deal) { Positive = true };
            yield return new Execute(texts["stage.correct"], Verbs.Correct, deal);
            yield return new Execute(texts["stage.claim"], Verbs.Claim, deal);
            if (view.MoreQuestions) yield return new Execute(texts["stage.more"], Verbs.More, deal);
        }
        if (view.State == StageCardState.Saved)
        {
            yield return new Execute(texts["coach.advice"], CoachVerbs.Advice, deal);
            yield return new Execute(texts["coach.negotiate"], CoachVerbs.Negotiate, deal);
            yield return new Execute(texts["deals.history"], Verbs.History, deal);
            yield return new Execute(texts["deals.open"], Verbs.Deals);
        }
        if (view.State != StageCardState.Past && Ending.Of(view.Playbook, view.Facts) is { Over: true }) yield return new Execute(texts["stage.revive"], Verbs.Revive, deal);
    }

    private static TextBlock Heading(string text) => new(text) { Bold = true, Heading = true, Size = TextSize.Medium, Separator = true, Spacing = Spacing.Medium };

    private static string When(Texts texts, StageView view) => view.LastAt is not { } last ? ""
        : Days.Ago(texts, DateOnly.FromDateTime(last.DateTime), DateOnly.FromDateTime(view.Now.DateTime));
}
