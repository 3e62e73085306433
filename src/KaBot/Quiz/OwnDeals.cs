using KaBot.Funnel.Facts;
using KaBot.Funnel.Playbooks;
using KaBot.Funnel.Quizzes;
using KaBot.Storage;

namespace KaBot.Quiz;

/// <summary>What a rep's own past deals have to teach: where the claim was not what was earned, or a yes was taken back later.</summary>
internal sealed class OwnDeals(IReadOnlyDictionary<string, (FactSheet Facts, string? Claimed)> moments)
{
    private const int MostDeals = 20;
    private const int MostMoments = 10;
    private const string Prefix = PracticeItem.OwnPrefix;

    public IEnumerable<string> Skills => moments.Keys.Select(key => Prefix + key);

    /// <summary>Looks through the deals touched last.</summary>
    public static async Task<OwnDeals> OfAsync(Store store, Playbook playbook, string personId)
    {
        var found = new Dictionary<string, (FactSheet, string?)>(StringComparer.Ordinal);
        foreach (var deal in (await store.DealsOfAsync(personId)).Take(MostDeals))
        {
            Snapshot? later = null;
            foreach (var snapshot in await store.HistoryAsync(deal.Id))
            {
                // Where something was taken back later, the stage believed then is held against what was so.
                if (later is not null && Hindsight.Of(playbook, snapshot.Facts, later.Facts) is { } truth) found.TryAdd(snapshot.Id, (truth, snapshot.Claimed ?? snapshot.Earned));
                else if (snapshot.Claimed is { } claimed && claimed != snapshot.Earned) found.TryAdd(snapshot.Id, (snapshot.Facts, claimed));
                later = snapshot;
            }
        }
        return new OwnDeals(found.Take(MostMoments).ToDictionary(StringComparer.Ordinal));
    }

    /// <summary>The item of a skill of one's own; null for another skill.</summary>
    public PracticeItem? Make(Practice practice, string skill, int number) =>
        skill.StartsWith(Prefix, StringComparison.Ordinal) && moments.TryGetValue(skill[Prefix.Length..], out var moment)
            ? practice.FromDeal(skill[Prefix.Length..], moment.Facts, moment.Claimed, number) : null;
}
