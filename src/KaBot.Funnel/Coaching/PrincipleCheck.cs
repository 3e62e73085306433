using System.Collections.Immutable;

namespace KaBot.Funnel.Coaching;

/// <summary>How a tactic stands to a principle: it leans on it, leaves it alone, or would break it for this deal.</summary>
public enum PrincipleStanding { Serves, Neutral, Breaks }

/// <summary>A principle, how a tactic stands to it, and the guards that say so when it would break it.</summary>
public sealed record PrincipleCheck(PrincipleDefinition Principle, PrincipleStanding Standing, ImmutableArray<Guard> Because)
{
    /// <summary>A tactic against every principle, for this deal in its phase.</summary>
    public static ImmutableArray<PrincipleCheck> Of(TacticBook book, Situation deal, TacticDefinition tactic) =>
        [.. book.Principles.Select(principle => Check(principle, deal, tactic))];

    private static PrincipleCheck Check(PrincipleDefinition principle, Situation deal, TacticDefinition tactic)
    {
        ImmutableArray<Guard> broken = [.. tactic.Unless.Where(guard => guard.Principle == principle.Id && guard.Holds(deal))];
        return new PrincipleCheck(principle, !broken.IsEmpty ? PrincipleStanding.Breaks
            : tactic.Serves.Contains(principle.Id) ? PrincipleStanding.Serves : PrincipleStanding.Neutral, broken);
    }
}
