using KaBot.Funnel.Coaching;
using KaBot.Funnel.Coaching.People;
using KaBot.Funnel.Facts;
using KaBot.Storage;

namespace KaBot.Turns;

/// <summary>The people of a deal's account beside its facts, for whoever answers from them: each side knows what the other was told.</summary>
public sealed class AccountMap(CoachingGuide guide, CoachingStore store)
{
    public PeopleBook Book => guide.People;

    /// <summary>The facts on record, and where they know nothing, what the map tells.</summary>
    public async Task<FactSheet> SeenAsync(Turn turn, Deal deal, FactSheet facts) =>
        MapFacts.Seen(turn.Playbook, Book, facts, await store.ContactsAsync(deal.AccountId), turn.Now);

    /// <summary>Those on the map who answer a question about a fact, as a line each.</summary>
    public async Task<IReadOnlyList<string>> WhoAsync(Deal deal, string factId) =>
        [.. MapFacts.Who(Book, factId, await store.ContactsAsync(deal.AccountId)).Select(MapFacts.Shown)];
}
