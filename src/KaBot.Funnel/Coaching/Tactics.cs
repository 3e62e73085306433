using System.Collections.Immutable;

namespace KaBot.Funnel.Coaching;

/// <summary>
/// Chooses two or three tactics. Each is scored by the rules that fire and dropped when a guard forbids it; of equals, the one that
/// answers what the others leave unanswered comes first. The score, the rules behind it and the guards are all told.
/// </summary>
public static class Tactics
{
    private const int Most = 3;
    private const int ThirdNeeds = 3;
    private const int MostLines = 2;

    /// <summary>The situation with its phase: the one told, else the first rule that holds, else early.</summary>
    public static Situation InPhase(TacticBook book, Situation deal) => deal.Phase is not null ? deal
        : deal with { Phase = book.Phases.FirstOrDefault(rule => Condition.All(rule.When, deal))?.Phase ?? Phase.Early };

    public static TacticAdvice For(TacticBook book, Situation undated)
    {
        var deal = InPhase(book, undated);
        if (Over(deal)) return new TacticAdvice(deal.Phase!.Value, [], []);
        var pulled = book.Tactics.Select(definition => Weigh(deal, definition)).Where(tactic => tactic.Score > 0).ToList();
        var guards = pulled.ToDictionary(tactic => tactic, tactic => Guards(book, deal, tactic.Definition));
        return new TacticAdvice(deal.Phase!.Value,
            Choose(deal, [.. pulled.Where(tactic => guards[tactic].IsEmpty)]),
            [.. pulled.Where(tactic => !guards[tactic].IsEmpty).OrderByDescending(tactic => tactic.Score)
                .Select(tactic => new AvoidedTactic(tactic.Definition, guards[tactic]))]);
    }

    /// <summary>Nothing is left to negotiate.</summary>
    private static bool Over(Situation deal) => deal.Lost || deal.Closed;

    private static Tactic Weigh(Situation deal, TacticDefinition definition) => new(
        definition,
        [.. definition.Rules.Where(rule => rule.Holds(deal)).OrderByDescending(rule => rule.Points)],
        // The most particular lines first: they name what is known of this deal.
        [.. definition.Lines.Where(line => line.Holds(deal)).OrderByDescending(line => line.When.Length).Take(MostLines).Select(line => line.Say)]);

    private static ImmutableArray<Guard> Guards(TacticBook book, Situation deal, TacticDefinition definition) =>
        [.. definition.Unless.Where(guard => guard.Holds(deal)).Concat(deal.Tried.Contains(definition.Id) ? [book.Tried] : [])];

    private static ImmutableArray<Tactic> Choose(Situation deal, List<Tactic> open)
    {
        var chosen = ImmutableArray.CreateBuilder<Tactic>();
        var answered = new HashSet<string>(StringComparer.Ordinal);
        while (chosen.Count < Most && open.Count > 0)
        {
            var best = open.OrderByDescending(tactic => tactic.Score)
                .ThenByDescending(tactic => Signals(tactic).Count(signal => !answered.Contains(signal)))
                .ThenByDescending(tactic => Signals(tactic).Any())
                .ThenByDescending(tactic => tactic.Definition.Phases.IsEmpty || tactic.Definition.Phases.Contains(deal.Phase!.Value)).First();
            if (chosen.Count == Most - 1 && best.Score < ThirdNeeds) break;
            chosen.Add(best);
            open.Remove(best);
            answered.UnionWith(Signals(best));
        }
        return chosen.ToImmutable();
    }

    private static IEnumerable<string> Signals(Tactic tactic) =>
        tactic.Because.Where(rule => rule.Points > 0).SelectMany(rule => rule.When).SelectMany(condition => condition.Signals);
}
