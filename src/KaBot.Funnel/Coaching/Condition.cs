using System.Collections.Immutable;
using KaBot.Funnel.Facts;
using KaBot.Funnel.Stages;

namespace KaBot.Funnel.Coaching;

/// <summary>
/// A line of a rule's <c>when</c>: it holds when any of its terms does. Only what was stated counts, never what was hedged; a fact past
/// its shelf life still counts, as in qualifying. Written as the head of coaching-tactics.yaml explains.
/// </summary>
public sealed record Condition(ImmutableArray<Term> AnyOf)
{
    public bool Holds(Situation deal) => AnyOf.Any(term => term.Holds(deal));

    public static bool All(ImmutableArray<Condition> when, Situation deal) => when.All(condition => condition.Holds(deal));

    /// <summary>The symptoms, buyer's moves and other facts that the condition asks to be there.</summary>
    public IEnumerable<string> Signals =>
        AnyOf.OfType<Term.FactIs>().Select(term => term.Value).Concat(AnyOf.OfType<Term.FactHolds>().Select(term => term.Fact));
}

/// <summary>One thing that is so or not.</summary>
public abstract record Term
{
    private Term() { }

    public abstract bool Holds(Situation deal);

    public sealed record Not(Term Inner) : Term
    {
        public override bool Holds(Situation deal) => !Inner.Holds(deal);
    }

    public sealed record InPhase(Phase Phase) : Term
    {
        public override bool Holds(Situation deal) => deal.Phase == Phase;
    }

    public sealed record ChainStore : Term
    {
        public override bool Holds(Situation deal) => deal.Chain;
    }

    public sealed record Ready : Term
    {
        public override bool Holds(Situation deal) => Readiness.Of(deal).Ready;
    }

    /// <summary>Signed or paid: nothing is left to win or to negotiate.</summary>
    public sealed record Closed : Term
    {
        public override bool Holds(Situation deal) => deal.Closed;
    }

    /// <summary>On record in any way, hearsay too.</summary>
    public sealed record Heard(string Fact) : Term
    {
        public override bool Holds(Situation deal) => deal.Facts[Fact] is { Value: not FactValue.Open };
    }

    /// <summary>Earned or claimed this stage or a higher one.</summary>
    public sealed record StageFrom(string Stage) : Term
    {
        public override bool Holds(Situation deal) => deal.Rank >= deal.Playbook.Rank(Stage);
    }

    /// <summary>A yes, one or more, anything known.</summary>
    public sealed record FactHolds(string Fact) : Term
    {
        public override bool Holds(Situation deal) => deal.Sure(Fact) is { } value && Qualifier.Holds(value);
    }

    /// <summary>The choice, or one of the choices.</summary>
    public sealed record FactIs(string Fact, string Value) : Term
    {
        public override bool Holds(Situation deal) => deal.Sure(Fact) switch
        {
            FactValue.Choice choice => choice.Id == Value,
            FactValue.Choices choices => choices.Ids.Contains(Value),
            _ => false,
        };
    }

    /// <summary>Said outright not to be so.</summary>
    public sealed record SaidNo(string Fact) : Term
    {
        public override bool Holds(Situation deal) => deal.Sure(Fact) is { } value && !Qualifier.Holds(value);
    }

    /// <summary>A date no more than so many days ahead, or past.</summary>
    public sealed record DateWithin(string Fact, int Days) : Term
    {
        public override bool Holds(Situation deal) => deal.Date(Fact) is { } date && date.DayNumber - deal.Today.DayNumber <= Days;
    }

    /// <summary>A date before today.</summary>
    public sealed record DatePast(string Fact) : Term
    {
        public override bool Holds(Situation deal) => deal.Date(Fact) < deal.Today;
    }

    /// <summary>Money of which at least so much is sure: the low end of a range, in units of its currency.</summary>
    public sealed record MoneyFrom(string Fact, decimal Amount) : Term
    {
        public override bool Holds(Situation deal) => deal.Sure(Fact) is FactValue.Money money && (money.Low ?? money.High) >= Amount;
    }
}
