using System.Collections.Immutable;
using KaBot.Cards;
using KaBot.Funnel.Facts;
using KaBot.Funnel.Playbooks;
using KaBot.Funnel.Stages;
using KaBot.Storage;
using KaBot.Understanding.Values;

namespace KaBot.CheckIn;

/// <summary>The steps of a check-in. Pure: a draft in, a draft out.</summary>
/// <param name="playbook">The rules.</param>
/// <param name="latest">The deal's latest snapshot, or null.</param>
/// <param name="now">The moment of the turn.</param>
public sealed class Interview(Playbook playbook, Snapshot? latest, DateTimeOffset now)
{
    private readonly FactSheet _before = latest?.Facts ?? FactSheet.Empty;

    public FactSheet Sheet(Draft draft) => draft.Sheet(_before);

    /// <summary>The stage claimed as things are: now, else in the check-in before.</summary>
    public string? Claimed(Draft draft) => draft.Claimed is { } claimed ? (claimed.Length == 0 ? null : claimed) : latest?.Claimed;

    public Qualification Found(Draft draft) => Qualifier.Qualify(playbook, Sheet(draft), now, Claimed(draft));

    /// <summary>What changed since the last check-in; null at the first.</summary>
    public Movement? Since(Draft draft) => latest is null ? null
        : Movement.Between(playbook, _before, latest.Earned, Sheet(draft), Found(draft).Earned?.Id);

    /// <summary>What is left to ask, most useful first.</summary>
    public ImmutableArray<Ask> Left(Draft draft) =>
        [.. Questions.Next(playbook, Sheet(draft), Found(draft), now, draft.Since).Where(ask => !draft.Skipped.Contains(ask.FactId))];

    /// <summary>To the next question, or to the stage card when there is none or the round is over.</summary>
    public Draft Next(Draft draft)
    {
        if (draft.Doubted is not null) return draft;
        var next = draft.Trail.Count < draft.Limit ? Left(draft).FirstOrDefault() : null;
        return next is null ? draft with { Asked = null } : Ask(draft, next.FactId);
    }

    /// <summary>Stays at a question that is still open, unless news has made it another's turn; else goes on.</summary>
    /// <param name="before">The draft before the news; null for none.</param>
    public Draft Onward(Draft draft, Draft? before = null)
    {
        if (draft.Asked is not { } asked || draft.Told[asked] is not null || draft.Skipped.Contains(asked)) return Next(draft);
        return before is not null && Leads(before, asked) && !Leads(draft, asked) ? Next(draft with { Trail = draft.Trail.Remove(asked) }) : draft;
    }

    private bool Leads(Draft draft, string factId) => Left(draft).FirstOrDefault()?.FactId == factId;

    /// <summary>The deal goes on after all: how it ended and why is taken back.</summary>
    public Draft Revive(Draft draft) => new[] { Ending.OutcomeFact, Ending.ReasonFact }.Aggregate(draft, (after, id) => after with
    {
        Told = after.Told.Without(id), Doubts = after.Doubts.Without(id), Asked = after.Asked == id ? null : after.Asked,
        Struck = _before[id] is null ? after.Struck : after.Struck.Remove(id).Add(id),
    });

    public bool Over(Draft draft) => Ending.Of(playbook, Sheet(draft))?.Over == true;

    public static Draft Ask(Draft draft, string factId) =>
        draft with { Asked = factId, Question = draft.Question + 1, Trail = draft.Trail.Remove(factId).Add(factId) };

    /// <summary>Asks one fact anew, and after it nothing more of this round.</summary>
    public static Draft Again(Draft draft, string factId)
    {
        var asking = Ask(draft, factId);
        return asking with { Limit = asking.Trail.Count, Skipped = asking.Skipped.Remove(factId) };
    }

    /// <summary>
    /// Takes what was told. The answer to a question stands, and so does what says outright that it changed; any other fact that
    /// contradicts what is known waits for the rep.
    /// </summary>
    public Draft Take(Draft draft, Fact told, bool stands = false)
    {
        told = InItsCurrency(draft, told);
        return !stands && told.Id != draft.Asked && Clash(draft, told) is not null ? draft with { Doubts = draft.Doubts.With(told) } : Accept(draft, told);
    }

    /// <summary>Another reading of what was just told: the rep decides, where the two differ in more than words.</summary>
    public Draft Doubt(Draft draft, Fact otherwise)
    {
        otherwise = InItsCurrency(draft, otherwise);
        return Clash(draft, otherwise) is null ? draft : draft with { Doubts = draft.Doubts.With(otherwise) };
    }

    // 85k are euros where the budget was, or where all that is known of the deal is in euros, unless the words name a currency.
    private Fact InItsCurrency(Draft draft, Fact told)
    {
        if (told is not { Value: FactValue.Money { Currency: SaidAmount.Usual } money, Evidence.Words: var words } || SaidAmount.Currency(words) is not null) return told;
        var known = Sheet(draft);
        List<string> used = [.. known.All.Select(fact => fact.Value).OfType<FactValue.Money>().Select(sum => sum.Currency).Distinct()];
        return ((known[told.Id]?.Value as FactValue.Money)?.Currency ?? (used is [var only] ? only : null)) is { } currency ? told with { Value = money with { Currency = currency } } : told;
    }

    /// <summary>The contradiction of what was told with what is known, or null.</summary>
    public Contradiction? Clash(Draft draft, Fact told) =>
        Contradiction.Between(playbook.Fact(told.Id)!, Sheet(draft)[told.Id], told);

    /// <summary>Decides the doubt shown: between what was known and what was told.</summary>
    public static Draft Settle(Draft draft, bool keepTold) => draft.Doubted is not { } told ? draft
        : keepTold ? Accept(draft, told) : draft with { Doubts = draft.Doubts.Without(told.Id) };

    /// <summary>Leaves what contradicts as it was known before.</summary>
    public static Draft SetAside(Draft draft) => draft with { Doubts = FactSheet.Empty };

    public static Draft Skip(Draft draft, string factId) => draft with { Skipped = draft.Skipped.Remove(factId).Add(factId) };

    /// <summary>Another round: what was skipped may be asked again, what was answered not.</summary>
    public Draft More(Draft draft) => Next(draft with
    {
        Limit = draft.Trail.Count + Draft.Round,
        Skipped = [.. draft.Skipped.Where(id => draft.Told[id] is not null || draft.Struck.Contains(id))],
    });

    /// <summary>To the question before, its answer open again; the same question when there is none before.</summary>
    public static Draft Back(Draft draft)
    {
        var place = draft.Asked is null ? draft.Trail.Count : draft.Trail.IndexOf(draft.Asked);
        if (place < 1) return draft;
        var earlier = draft.Trail[place - 1];
        // A new number: the card that asked it before is spent.
        return draft with
        {
            Asked = earlier,
            Question = draft.Question + 1,
            Trail = draft.Trail.GetRange(0, place),
            Told = draft.Told.Without(earlier),
            Skipped = draft.Skipped.Remove(earlier),
        };
    }

    /// <summary>Takes a fact back: what this check-in told of it, or else what was known before.</summary>
    public Draft Strike(Draft draft, string factId) => draft with
    {
        Told = draft.Told.Without(factId),
        Doubts = draft.Doubts.Without(factId),
        Struck = draft.Told[factId] is null && draft.Doubts[factId] is null && _before[factId] is not null
            ? draft.Struck.Remove(factId).Add(factId) : draft.Struck,
        Skipped = draft.Skipped.Remove(factId).Add(factId),
        Asked = draft.Asked == factId ? null : draft.Asked,
    };

    private static Draft Accept(Draft draft, Fact told) => draft with
    {
        Told = draft.Told.With(told), Doubts = draft.Doubts.Without(told.Id), Struck = draft.Struck.Remove(told.Id), Skipped = draft.Skipped.Remove(told.Id).Add(told.Id),
    };
}
