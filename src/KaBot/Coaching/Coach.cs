using KaBot.Funnel.Coaching;
using KaBot.Funnel.Facts;
using KaBot.Storage;
using KaBot.Turns;

namespace KaBot.Coaching;

/// <summary>Brings together what the coach needs to know of a deal, and asks it.</summary>
public sealed class Coach(CoachingGuide guide, CoachingStore store)
{
    public CoachingGuide Guide => guide;

    public CoachingStore Store => store;

    /// <param name="plans">What the rep made of earlier suggestions.</param>
    /// <param name="phase">The phase the rep says, or null.</param>
    /// <param name="told">Facts of this very message, for this advice only; or null.</param>
    /// <param name="tried">A tactic just used, or null.</param>
    /// <param name="chain">Whether the account is a chain store, when just told.</param>
    public async Task<Advice> AdviseAsync(
        Turn turn, Deal deal, IEnumerable<PlannedAction> plans, Phase? phase = null, IEnumerable<Fact>? told = null, string? tried = null, bool? chain = null)
    {
        var facts = (told ?? []).Aggregate(deal.Latest?.Facts ?? FactSheet.Empty, Add);
        IEnumerable<string> used = [.. await store.TriedAsync(deal.Id), .. tried is null ? Array.Empty<string>() : [tried]];
        var situation = Situation.Of(turn.Playbook, facts, turn.Now, deal.Latest?.Claimed, phase, used.Distinct(),
            chain ?? await store.IsChainAsync(deal.AccountId),
            plans.Select(plan => plan.Key));
        return Advice.For(guide, situation, deal.Account);
    }

    /// <summary>What is told adds to the symptoms and moves known rather than standing in their place.</summary>
    private static FactSheet Add(FactSheet facts, Fact told) => (facts[told.Id]?.Value, told.Value) switch
    {
        (FactValue.Choices before, FactValue.Choices now) => facts.With(told with { Value = new FactValue.Choices([.. before.Ids.Union(now.Ids)]) }),
        _ => facts.With(told),
    };
}
