using System.Collections.Immutable;
using KaBot.Funnel.Facts;
using KaBot.Understanding.Assertions;
using KaBot.Understanding.Data;
using KaBot.Understanding.Text;
using KaBot.Understanding.Values;

namespace KaBot.Understanding.Learning;

/// <summary>
/// Which of the judged claims are believed. The odds are the <see cref="Verdict"/>'s; how much of them is asked for depends on who found the claim
/// and on what a mistake would cost.
/// </summary>
internal sealed class Belief(UnderstandingData data, Networks networks, Claims claims, ReplyReader replies)
{
    // Logarithms of odds. The judge's are well matched to how often it is right, whoever made the claim: so one threshold serves nearly all, set
    // where few wrong facts cost few right ones. Less is asked of what somebody wrote a pattern for or the question asked for, and the less the more of
    // what was said the pattern takes in, least where that is all there is: withheld, it would be missed most. A rival whom the playbook knows is believed unless there is much against it. More is asked of what
    // is not said as so, and most of a condition.
    private const float Believed = 1.3f, IfFound = 1.2f, IfPlain = -0.4f, IfAsked = 0.5f, IfAgreed = -0.5f, Agrees = 2, IfAnswer = 0, IfAll = -5, IfKnown = -3, IfBeside = 0, IfUnsaid = 2.5f, IfConditional = 5, OfAnswer = 3;

    // Of several names or choices at once: that the whole of them is right. What is left out counts half, for much of it is but another reading of what is taken.
    private const double IfSeveral = 1, LeftOut = 0.5;

    // That it is hedged: less is asked where a pattern read a hedge, more where it read none.
    private const float IfHedged = -2, IfFlat = 0.5f;

    /// <summary>Whether a claim is believed.</summary>
    public bool Holds(Workspace work, Claim claim)
    {
        // All dates that the networks know of lie ahead: what was signed on Friday has no day of signing any more.
        if (claim.Value is FactValue.Date { Value: var date } && date < work.Today && claims.Knows(claim.Fact)) return false;
        // What corrects an amount or a date has taken its place by now.
        if (claim.Value is not (FactValue.Date or FactValue.Money or FactValue.Count) && Retraction.IsTakenBack(work, data, EndOf(work, claim))) return false;
        if (claim.Value is FactValue.Choices { Ids: [var choice, ..] } && IsNotSo(work, claim, choice)) return false;
        var asked = data.Facts[claim.Fact].Id == work.Message.Asked;
        if (claim.Rule is not { } rule) return claim.Right > (asked ? IfAsked : Believed) && IsSaid(work, claim, asked);
        return IsOwn(claim.Fact, rule) || claim.Right > Needed(work, claim, rule, asked);
    }

    // 我们报340，他们300，差距不大: what shows that it is not so may stand beside.
    private bool IsNotSo(Workspace work, Claim claim, string choice) =>
        data.Words[claim.Fact].ChoiceUnless.TryGetValue(choice, out var unless) && work.Layout.Sentence(work.Layout.Clauses[claim.Clause].Start) is var sentence && work.Hits.Any(unless, sentence.Start, sentence.End);

    // Of a name, its own; else that of its clause.
    private static int EndOf(Workspace work, Claim claim) => claim.Value is FactValue.List or FactValue.Text ? claim.End : work.Layout.Clauses[claim.Clause].End;

    // 没问题: nothing is said but the answer.
    private static bool IsAll(Workspace work, in Candidate rule) => Chars.Trim(work.Text, 0, work.Text.Length) is var (start, end) && rule.Start <= start && rule.End >= end;

    private float Needed(Workspace work, Claim claim, in Candidate rule, bool asked)
    {
        if (claim.Value is FactValue.List && work.Hits.Any(data.Names.Known, claim.Start, claim.End)) return IfKnown;
        if (asked && rule.Rank == Asserter.Answer && (claim.Value is not FactValue.Flag || work.Layout.Clauses.Count == 1))
            return claim.Value is FactValue.Flag && IsAll(work, rule) ? IfAll : IfAnswer;
        if (rule.Grounds.IsPlain || rule.Hedged) return claim.Tells > Agrees ? IfAgreed : IfPlain;
        // 早就有了: nothing else is said, and only the question makes an answer of it.
        return asked && rule.Chain is null && IsAll(work, rule) ? IfAsked : IfFound;
    }

    /// <summary>The claim of a fact that is believed most, or null.</summary>
    public Claim? One(Workspace work, int fact)
    {
        Claim? best = null;
        foreach (var claim in work.Claims)
            if (claim.Fact == fact && Holds(work, claim) && (best is null || Weight(claim) > Weight(best))) best = claim;
        return best;
    }

    /// <summary>
    /// The names that are believed, as one claim, or that there are none; null for neither. Whether there is a name at all is the harder question:
    /// beside one that is believed, others need but be likelier than not.
    /// </summary>
    public Claim? Names(Workspace work, int fact)
    {
        var claims = Likeliest(work, fact);
        var first = claims.Find(claim => Holds(work, claim));
        if (first is not { Affirms: true }) return first;
        var names = new List<Claim> { first };
        foreach (var claim in claims)
            if (claim.Affirms && (claim.Right > IfBeside || Holds(work, claim)) && !names.Exists(name => name.Start < claim.End && claim.Start < name.End)) names.Add(claim);
        if (!AreAll(claims, names)) return null;
        // 泰 is no rival beside 泰窑.
        names.RemoveAll(name => names.Exists(longer => NameOf(longer).Length > NameOf(name).Length && NameOf(longer).Contains(NameOf(name), StringComparison.OrdinalIgnoreCase)));
        names.Sort(static (a, b) => a.Start.CompareTo(b.Start));
        var value = new FactValue.List([.. names.Select(NameOf).Distinct(StringComparer.OrdinalIgnoreCase)]);
        var all = names.Aggregate((sum, name) => sum.With(name, value));
        // One pattern that found them all stands behind them all.
        var rule = names.TrueForAll(name => name.Rule == first.Rule) ? first.Rule : null;
        return all with { Rule = rule, Hedged = names.TrueForAll(IsHedged) ? float.PositiveInfinity : float.NegativeInfinity };
    }

    /// <summary>The choices that are believed, as one claim, or null. As with names, beside one others need but be likelier than not.</summary>
    public Claim? Choices(Workspace work, int fact)
    {
        var claims = Likeliest(work, fact);
        if (claims.Find(claim => Holds(work, claim)) is not { } first) return null;
        var believed = claims.FindAll(claim => claim == first || claim.Right > IfBeside || Holds(work, claim));
        if (!AreAll(claims, believed)) return null;
        var chosen = new FactValue.Choices([.. data.Facts[fact].Choices.Select(choice => choice.Id).Where(id => believed.Exists(claim => ((FactValue.Choices)claim.Value).Ids.Contains(id)))]);
        return believed.Where(claim => claim != first).Aggregate(first, (sum, claim) => sum.With(claim, chosen));
    }

    // Whether what was taken is likely to be all there is, and nothing that is not: the odds of each together. One that a pattern found stands by itself.
    private static bool AreAll(List<Claim> claims, List<Claim> taken)
    {
        if (taken is [{ Rule: not null }]) return true;
        var likely = 0.0;
        foreach (var claim in claims)
            if (taken.Contains(claim)) likely -= Doubt(-(claim.Rule is null ? claim.Right : Math.Max(claim.Right, IfFound)));
            else if (claim.Affirms && !taken.Exists(other => other.Start < claim.End && claim.Start < other.End)) likely -= LeftOut * Doubt(claim.Right);
        return likely > -Doubt(-IfSeveral);
    }

    // How much something with these odds takes away from what must be without it; in logarithms of likelihood.
    private static double Doubt(double odds) => Math.Log(1 + Math.Exp(odds));

    private static List<Claim> Likeliest(Workspace work, int fact)
    {
        var claims = work.Claims.FindAll(claim => claim.Fact == fact);
        claims.Sort(static (a, b) => Weight(b).CompareTo(Weight(a)));
        return claims;
    }

    private static string NameOf(Claim claim) => ((FactValue.List)claim.Value).Items[0];

    /// <summary>Whether a claim is only a guess. A pattern that reads a hedge is believed unless there is much against it: to take a guess for a fact is the worse error.</summary>
    public bool IsHedged(Claim claim) => claim.Rule switch
    {
        null => claim.Hedged > 0,
        { } rule when IsOwn(claim.Fact, rule) => rule.Hedged,
        { Hedged: true } => claim.Hedged > IfHedged,
        _ => claim.Hedged > IfFlat,
    };

    /// <summary>Of two answers that say different things, one by words that somebody wrote down weighs more than one by likeness.</summary>
    public static float Weight(Claim claim) => claim.Right + (claim.Rule is { Rank: Asserter.Answer } ? OfAnswer : 0);

    // A fact or pattern of the playbook's own, that the networks never saw.
    private bool IsOwn(int fact, in Candidate rule) => !claims.Knows(fact) || rule.Chain is { } chain && !networks.Patterns.Contains(chain.Hash);

    // No yes that goes on to something else, and none of words that nobody has written before. What the judge is sure of it has weighed all the rest:
    // 怎么谈法他们还在议 has but the form of a question. Else it must be claimed as so, nothing open that the playbook never has open, no visit that is
    // only planned, and hold none of the words that the playbook says show something else.
    private bool IsSaid(Workspace work, Claim claim, bool asked)
    {
        var (clause, words) = (work.Layout.Clauses[claim.Clause], data.Words[claim.Fact]);
        if (claim.Value is FactValue.Flag { Value: true } && asked && claim.Right < IfConditional && replies.BeginsWithYes(work)) return false;
        if (claim.Value is FactValue.Flag && !HasKnownWord(work, claim.Clause)) return false;
        if (claim.Value is FactValue.Flag { Value: true } && words.Event && claim.Right < IfConditional && IsToCome(work, clause)) return false;
        var showsElse = words.Unless >= 0 && work.Hits.Any(words.Unless, clause.Start, clause.End);
        if (showsElse && claim.Value is FactValue.Flag && claim.Right < IfConditional) return false;
        if (claim.Right > (work.Cues.Conditions.AnyWithin(clause.Start, clause.End) ? IfConditional : IfUnsaid)) return true;
        if (claim.Spot is not null && IsDenied(work, words.Beside)) return false;
        if (claim.Value is FactValue.Open && !words.Opens) return false;
        if (claim.Value is FactValue.Count && work.Cues.Plans.AnyWithin(clause.Start, clause.End)) return false;
        return work.IsClaimed(claim.Clause) && !showsElse;
    }

    // 首付下周一: what happens on a day that is still to come has not happened.
    private static bool IsToCome(Workspace work, in Clause clause)
    {
        foreach (ref readonly var value in work.ValuesFrom(clause.Start))
            if (value.Start >= clause.End) return false;
            else if (value is { Kind: ValueKind.Date, Ambiguous: false } && value.Date > work.Today) return true;
        return false;
    }

    // Of words that nobody ever wrote the networks know nothing, whatever they make of them; a figure alone is no yes.
    private static bool HasKnownWord(Workspace work, int clause)
    {
        var (first, end) = work.Tokens.Of(clause);
        for (var token = first; token < end; token++)
            if (work.Tokens[token] is { IsStrange: false, Kind: not (TokenKind.Name or TokenKind.Mark or TokenKind.Value) }) return true;
        return false;
    }

    // "We lost the tender. 1.35 million": a sum that is this fact's beside a won tender is none beside a lost one.
    private static bool IsDenied(Workspace work, ImmutableArray<Told> beside) =>
        !beside.IsDefault && beside.Any(told => work.PickOf(told.Fact) is { Value: FactValue.Flag { Value: false } });
}
