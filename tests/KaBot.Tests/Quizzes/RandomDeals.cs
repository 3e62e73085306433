using KaBot.Funnel.Facts;
using KaBot.Funnel.Playbooks;
using KaBot.Funnel.Quizzes;
using KaBot.Tests.Funnel;
using Fact = KaBot.Funnel.Facts.Fact;

namespace KaBot.Tests.Quizzes;

/// <summary>Deals by the dice: what a rep knows of them.</summary>
internal static class RandomDeals
{
    public static readonly QuizGuide Guide = QuizReader.Read(Deal.Playbook, Deal.Texts).Guide!;

    /// <summary>Every fact on its own: unknown, yes, hedged, stale, open or no.</summary>
    public static FactSheet Wild(byte[] digits) => FactSheet.Of(Deal.Playbook.Facts.Zip(digits).Select(pair => One(pair.First, pair.Second)).OfType<Fact>());

    public static FactSheet Wild(Random dice)
    {
        var digits = new byte[Deal.Playbook.Facts.Length];
        dice.NextBytes(digits);
        return Wild(digits);
    }

    /// <summary>A deal that has come some way up: what is below mostly known, what is above mostly not.</summary>
    public static FactSheet Lifelike(Random dice)
    {
        var depth = dice.Next(Deal.Playbook.Stages.Length + 1);
        return FactSheet.Of(Deal.Playbook.Facts.Select(fact => One(fact,
            dice.NextDouble() < (depth > Rank(fact) ? 0.85 : 0.1) ? (byte)(dice.Next(10) == 0 ? 3 : 1) : (byte)(dice.Next(2) * 5), dice)).OfType<Fact>());
    }

    /// <summary>Nothing is missing up to a stage, and nothing is there beyond it: the deal that takes most to make sure of.</summary>
    public static FactSheet Complete(int stages) => FactSheet.Of(Deal.Playbook.Facts.Where(fact => Rank(fact) < stages).Select(fact => Deal.Yes(fact)));

    private static int Rank(FactDefinition fact) => Deal.Playbook.Stages
        .TakeWhile(stage => !stage.Criteria.Any(id => Deal.Playbook.Criterion(id).Facts.Contains(fact.Id))).Count();

    private static Fact? One(FactDefinition fact, byte digit, Random? dice = null)
    {
        var yes = Deal.Yes(fact);
        if (fact.Kind == FactKind.Choice) yes = yes with { Value = new FactValue.Choice(fact.Choices[(dice?.Next(256) ?? digit / 6) % fact.Choices.Length].Id) };
        return (digit % 6) switch
        {
            0 => null,
            2 => yes with { Certainty = Certainty.Hedged },
            3 => Deal.Yes(fact, stale: true) with { Value = fact.Kind == FactKind.Date ? Deal.Yes(fact, stale: true).Value : yes.Value },
            4 => yes with { Value = FactValue.Open.Value },
            5 => fact.Kind == FactKind.Flag ? yes with { Value = new FactValue.Flag(false) } : null,
            _ => yes,
        };
    }
}
