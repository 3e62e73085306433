using KaBot.Funnel.Coaching;
using KaBot.Funnel.Facts;
using KaBot.Storage;
using KaBot.Turns;

namespace KaBot.Coaching;

/// <summary>Brings together what the coach needs to know of a deal, and asks it.</summary>
public sealed class Coach(CoachingGuide guide, CoachingStore store, AccountMap map, IWorkdays workdays)
{
    public CoachingGuide Guide => guide;

    public CoachingStore Store => store;

    /// <summary>The deal as the coach sees it, without a word on its phase.</summary>
    /// <param name="plans">What the rep made of earlier suggestions.</param>
    /// <param name="told">Facts of this very message, for this advice only; or null.</param>
    /// <param name="tried">A tactic just used, or null.</param>
    /// <param name="chain">Whether the account is a chain store, when just told.</param>
    public async Task<Situation> LookAsync(
        Turn turn, Deal deal, IEnumerable<PlannedAction> plans, IEnumerable<Fact>? told = null, string? tried = null, bool? chain = null)
    {
        var facts = (told ?? []).Aggregate(deal.Latest?.Facts ?? FactSheet.Empty, Add);
        IEnumerable<string> used = [.. await store.TriedAsync(deal.Id), .. tried is null ? Array.Empty<string>() : [tried]];
        // The stage rests on what was told; what is still to be found out does not include whom the map knows.
        return Situation.Of(turn.Playbook, facts, turn.Now, deal.Latest?.Claimed, phase: null, used.Distinct(),
            chain ?? await store.IsChainAsync(deal.AccountId), plans.Select(plan => plan.Key)) with
        {
            Workdays = await WorkdaysAsync(turn), Facts = await map.SeenAsync(turn, deal, facts),
        };
    }

    /// <summary>What to do and say, with the phase that a rep told when that still holds.</summary>
    public async Task<Advice> AdviseAsync(Turn turn, Deal deal, IEnumerable<PlannedAction> plans, IEnumerable<Fact>? told = null) =>
        Advice.For(guide, await LookAsync(turn, deal, plans, told), deal.Account, (await store.ToldPhaseAsync(deal.Id))?.Told);

    public Task<Workdays> WorkdaysAsync(Turn turn) => workdays.OfAsync(turn.Person.Id);

    /// <summary>What is told adds to the symptoms and moves known rather than standing in their place.</summary>
    private static FactSheet Add(FactSheet facts, Fact told) => (facts[told.Id]?.Value, told.Value) switch
    {
        // The check-in under way has taken this very message: a visit must not count twice.
        _ when facts[told.Id]?.At == told.At => facts,
        (FactValue.Choices before, FactValue.Choices now) => facts.With(told with { Value = new FactValue.Choices([.. before.Ids.Union(now.Ids)]) }),
        _ => facts.With(told),
    };
}
