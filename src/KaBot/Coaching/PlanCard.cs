using System.Globalization;
using KaBot.Cards;
using KaBot.Cards.Elements;
using KaBot.Funnel.Coaching;
using KaBot.Language;

namespace KaBot.Coaching;

/// <summary>A suggestion or plan to say in one's own words, put off, or decline with a reason.</summary>
public static class PlanCard
{
    public static Card Of(Texts texts, PlanView view)
    {
        List<Element> body = [CoachParts.Caption(texts, view.Deal), CoachParts.Title(texts["advice.change.title"])];
        if (view.Remark is { } remark) body.Add(CoachParts.Remark(remark));
        body.Add(new TextInput("what", texts["advice.what"]) { Value = view.Plan.What, MaxLength = 200 });
        body.Add(new DateInput("due", texts["advice.due"]) { Value = view.Plan.Due.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) });
        body.Add(new TextInput("reason", texts["advice.reason"]) { Placeholder = texts["advice.reason.hint"], MaxLength = 200 });
        return new Card(texts.Language, texts["advice.change.title"], body,
        [
            Do(texts["advice.keep"], view, "keep") with { Positive = true },
            Do(texts["advice.postpone"], view, "postpone"),
            Do(texts["advice.decline"], view, "decline"),
        ]);
    }

    private static Execute Do(string title, PlanView view, string what) => new(title, CoachVerbs.Decide, ("deal", view.Deal.Id), ("do", what),
        view.Plan.State == PlanState.Suggested ? ("action", view.Plan.ActionId) : ("plan", view.Plan.Id)) { WithInputs = true };
}
