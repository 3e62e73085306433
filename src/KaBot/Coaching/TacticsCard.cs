using KaBot.Cards;
using KaBot.Cards.Elements;
using KaBot.Funnel.Coaching;
using KaBot.Language;

namespace KaBot.Coaching;

/// <summary>How to negotiate: the preconditions, the phase, two or three tactics with what to say, and what not to do.</summary>
public static class TacticsCard
{
    private static readonly (Phase Phase, string Key)[] Phases =
        [(Phase.Early, "phase.early"), (Phase.Middle, "phase.middle"), (Phase.Late, "phase.late")];

    public static Card Of(Texts texts, TacticsView view)
    {
        var (advice, phase) = (view.Advice, Phases.First(known => known.Phase == view.Advice.Tactics.Phase));
        List<Element> body = [CoachParts.Caption(texts, view.Deal), CoachParts.Title(texts["talks.title"]), .. CoachParts.Readiness(texts, advice.Readiness)];
        body.Add(new RichText(new Run(PhaseLine(texts, view.Told, Name(texts, phase.Key)))) { Spacing = Spacing.Medium });
        if (advice.Tactics.Best.IsEmpty) body.Add(new TextBlock(texts["talks.over"]));
        foreach (var (tactic, index) in advice.Tactics.Best.Select((tactic, index) => (tactic, index))) body.AddRange(Tactic(texts, view, tactic, index));
        if (!advice.Tactics.Best.IsEmpty) body.Add(Parts.Small(texts["talks.check"]));
        // What only was used before fits all the same: it is no trap.
        body.AddRange(Not(texts, view, "talks.avoid", advice.Tactics.Avoid.Where(avoided => !OnlyUsed(view, avoided))));
        body.AddRange(Not(texts, view, "talks.used", advice.Tactics.Avoid.Where(avoided => OnlyUsed(view, avoided))));
        return new Card(texts.Language, Summary(texts, view), body, [.. Actions(texts, view)]);
    }

    private static bool OnlyUsed(TacticsView view, AvoidedTactic avoided) => avoided.Because.All(guard => guard.Id == view.Book.Tried.Id);

    private static IEnumerable<Element> Not(Texts texts, TacticsView view, string heading, IEnumerable<AvoidedTactic> avoided) =>
        avoided.Select(tactic => (Element)CoachParts.Labelled(texts.Say(tactic.Definition.Name), Spoken.Why(texts, view.Advice.Wording, tactic))).ToList() is { Count: > 0 } lines
            ? lines.Prepend(CoachParts.Heading(texts[heading])) : [];

    private static string Summary(Texts texts, TacticsView view) => texts.Say("talks.summary", ("deal", Parts.Title(view.Deal)),
        ("tactics", texts.List(view.Advice.Tactics.Best.Select(tactic => texts.Say(tactic.Definition.Name)))));

    private static IEnumerable<Element> Tactic(Texts texts, TacticsView view, Tactic tactic, int index)
    {
        var wording = view.Advice.Wording;
        var more = $"tactic{index}";
        yield return CoachParts.Heading(texts.Say(tactic.Definition.Name));
        yield return new RichText(
            new Run(Spoken.Of(texts, wording, tactic.Definition.Idea)) { Size = TextSize.Small, Subtle = true }) { Spacing = Spacing.None };
        yield return CoachParts.Labelled(texts["talks.why"], Spoken.Why(texts, wording, tactic));
        foreach (var line in tactic.Lines) yield return CoachParts.Quote(texts, Spoken.Of(texts, wording, line));
        yield return new Container(
        [
            CoachParts.Labelled(texts["talks.risk"], Spoken.Of(texts, wording, tactic.Definition.Risk)),
            CoachParts.Labelled(texts["talks.counter"], Spoken.Of(texts, wording, tactic.Definition.Counter)),
            CoachParts.Quote(texts, Spoken.Of(texts, wording, tactic.Definition.Answer)),
            CoachParts.Labelled(texts["talks.score"], texts.Say("talks.points", ("n", tactic.Score),
                ("rules", string.Join(texts["common.semicolon"], tactic.Because.Select(rule => $"{Spoken.Of(texts, wording, rule.Why)} {rule.Points:+0;-0}"))))),
            .. PrincipleCheck.Of(view.Book, view.Advice.Deal, tactic.Definition).Select(check => CoachParts.Labelled(
                (check.Standing == PrincipleStanding.Serves ? "✓ " : "· ") + texts.Say(check.Principle.Name), texts.Say(check.Principle.Check))),
        ]) { Id = more, Hidden = true };
        yield return Parts.Buttons(
            new Toggle(texts["talks.more"], more),
            new Execute(texts["talks.tried"], CoachVerbs.Tried, ("deal", view.Deal.Id), ("tactic", tactic.Definition.Id))) with { Spacing = Spacing.Small };
    }

    private static IEnumerable<CardAction> Actions(Texts texts, TacticsView view)
    {
        yield return new Execute(texts["coach.play"], CoachVerbs.Play, ("deal", view.Deal.Id)) { Positive = true };
        yield return new Execute(texts["coach.concession"], CoachVerbs.Concession, ("deal", view.Deal.Id));
        foreach (var (phase, key) in Phases.Where(known => known.Phase != view.Advice.Tactics.Phase))
        {
            yield return new Execute(texts.Say("talks.phase.set", ("phase", Name(texts, key))), CoachVerbs.Negotiate, ("deal", view.Deal.Id),
                ("phase", phase.ToString().ToLowerInvariant()), ("words", view.Words)) { Secondary = true };
        }
        yield return new Execute(texts[view.Advice.Deal.Chain ? "talks.nochain" : "talks.chain"], CoachVerbs.Chain, ("deal", view.Deal.Id),
            ("chain", view.Advice.Deal.Chain ? "no" : "yes")) { Secondary = true };
    }

    private static string PhaseLine(Texts texts, PhaseSource? told, string phase) => told switch
    {
        null => texts.Say("talks.phase", ("phase", phase)),
        { Name: { } name } => texts.Say("talks.phase.by", ("phase", phase), ("name", name), ("day", Days.Short(texts, told.Day))),
        _ => texts.Say("talks.phase.told", ("phase", phase), ("day", Days.Short(texts, told.Day))),
    };

    private static string Name(Texts texts, string key) => texts[key];
}
