using System.Collections.Immutable;
using KaBot.Funnel.Facts;
using KaBot.Understanding.Assertions;
using KaBot.Understanding.Data;
using KaBot.Understanding.Text;

namespace KaBot.Understanding.Learning;

/// <summary>
/// Which of the judged claims are believed. The odds are the <see cref="Verdict"/>'s; how much of them is asked for depends on who found the claim
/// and on what a mistake would cost.
/// </summary>
internal sealed class Belief(UnderstandingData data, Networks networks, Claims claims, ReplyReader replies)
{
    // Logarithms of odds, chosen where messages not learnt from give few wrong facts for what they lose of right ones. What only the networks
    // found has to be surer than what a pattern found too. What answers the question asked, above all that there is none, is believed sooner; so
    // is what a pattern finds and what is all that a clause or message says, and, where the network agrees with it or a value answers, unless
    // there is much against it; a yes or no that is all that was answered, or a rival whom the playbook knows, unless there is very much.
    private const float Believed = 0.95f, IfFound = 0.6f, IfAsked = 0.6f, IfDenied = 0.1f, IfPlain = -0.5f, IfAgreed = -1.7f, IfValue = -1.5f, IfAnswer = -3,
        IfKnown = -4, IfHedged = -2, OfAnswer = 3, Agrees = 1;

    /// <summary>Whether a claim is believed.</summary>
    public bool Holds(Workspace work, Claim claim)
    {
        var asked = data.Facts[claim.Fact].Id == work.Message.Asked;
        if (claim.Rule is not { } rule) return claim.Right > (!asked ? Believed : claim.Affirms ? IfAsked : IfDenied) && IsSaid(work, claim, asked);
        if (IsOwn(claim.Fact, rule)) return true;
        if (claim.Value is FactValue.List && work.Hits.Any(data.Names.Known, rule.Start, rule.End)) return claim.Right > IfKnown;
        if (asked && rule.Rank == Asserter.Answer)
        {
            if (claim.Spot is not null) return claim.Right > IfValue;
            if (claim.Value is FactValue.Flag && work.Layout.Clauses.Count == 1) return claim.Right > IfAnswer;
        }
        if (!rule.Grounds.IsPlain && !rule.Hedged && work.Layout.Clauses.Count > 1) return claim.Right > IfFound;
        return claim.Right > (claim.Tells > Agrees || HasEachItsOwn(work, claim, rule) ? IfAgreed : IfPlain);
    }

    /// <summary>Whether a claim is only a guess. A pattern that reads a hedge is believed unless there is much against it: to take a guess for a fact is the worse error.</summary>
    public bool IsHedged(Claim claim) => claim.Rule switch
    {
        null => claim.Hedged > 0,
        { } rule when IsOwn(claim.Fact, rule) => rule.Hedged,
        { Hedged: true } => claim.Hedged > IfHedged,
        _ => claim.Hedged > 0,
    };

    /// <summary>Of two answers that say different things, one by words that somebody wrote down weighs more than one by likeness.</summary>
    public static float Weight(Claim claim) => claim.Right + (claim.Rule is { Rank: Asserter.Answer } ? OfAnswer : 0);

    // A fact or pattern of the playbook's own, that the networks never saw.
    private bool IsOwn(int fact, in Candidate rule) => !claims.Knows(fact) || rule.Chain is { } chain && !networks.Patterns.Contains(chain.Hash);

    // "We sign on 20 March and go live by the end of June": each of several values stands with the word of a fact of its own.
    private static bool HasEachItsOwn(Workspace work, Claim claim, in Candidate rule)
    {
        if (rule.Spot < 0 || rule.Chain is null) return false;
        var (clause, owners) = (work.Layout.Clauses[claim.Clause], new List<int>());
        for (var value = 0; value < work.Values.Count; value++)
            if (work.Values[value].Start >= clause.Start && work.Values[value].Start < clause.End) owners.Add(work.Owners[value]);
        return owners.Count > 1 && !owners.Contains(-1) && owners.Distinct().Count() == owners.Count;
    }

    // Claimed as so, nothing open that the playbook never has open, no visit that is only planned, no yes that goes on to something else, and
    // none of the words that the playbook says show something else; a yes or no in words that somebody has written before.
    private bool IsSaid(Workspace work, Claim claim, bool asked)
    {
        var (clause, words) = (work.Layout.Clauses[claim.Clause], data.Words[claim.Fact]);
        if (claim.Spot is not null && IsDenied(work, words.Beside)) return false;
        if (claim.Value is FactValue.Open && !words.Opens) return false;
        if (claim.Value is FactValue.Count && work.Cues.Plans.AnyWithin(clause.Start, clause.End)) return false;
        if (claim.Value is FactValue.Flag { Value: true } && asked && replies.BeginsWithYes(work)) return false;
        if (claim.Value is FactValue.Flag && !HasKnownWord(work, claim.Clause)) return false;
        return work.IsClaimed(claim.Clause) && (words.Unless < 0 || !work.Hits.Any(words.Unless, clause.Start, clause.End));
    }

    // Of words that nobody ever wrote the networks know nothing, whatever they make of them.
    private static bool HasKnownWord(Workspace work, int clause)
    {
        var (first, end) = work.Tokens.Of(clause);
        for (var token = first; token < end; token++)
            if (work.Tokens[token] is { IsStrange: false, Kind: not (TokenKind.Name or TokenKind.Mark) }) return true;
        return false;
    }

    // "We lost the tender. 1.35 million": a sum that is this fact's beside a won tender is none beside a lost one.
    private static bool IsDenied(Workspace work, ImmutableArray<Told> beside) =>
        !beside.IsDefault && beside.Any(told => work.PickOf(told.Fact) is { Value: FactValue.Flag { Value: false } });
}
