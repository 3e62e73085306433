using KaBot.Funnel.Facts;
using KaBot.Understanding.Assertions;
using KaBot.Understanding.Data;

namespace KaBot.Understanding.Learning;

/// <summary>
/// Whether a claim is right, and whether it is said with a hedge: a network over what the others and the patterns think of it. Nothing of
/// the words themselves but those that a pattern found, so it holds for words that nobody has seen.
/// </summary>
internal sealed class Verdict(UnderstandingData data, Networks networks, Claims claims)
{
    public const string Right = "right", Hedged = "hedged";

    // What is less likely is hardly told.
    private const float Doubtful = -2;

    private const float Tenths = 9.99f;
    private const int TokensOfStep = 3;
    private const uint Widest = 8;

    private readonly int _right = networks.Verdicts.Label(Right), _hedged = networks.Verdicts.Label(Hedged);
    private readonly int _any = networks.Clauses.Label(Tells.Any), _hedge = networks.Clauses.Label(Tells.Hedged);
    private readonly MessageLabels _messages = new(data, networks.Messages);
    private readonly int _anywhere = networks.Messages.Label(Tells.Any), _hedgedAnywhere = networks.Messages.Label(Tells.Hedged);
    private readonly int _yes = networks.Clauses.Label(Tells.AnswerYes), _no = networks.Clauses.Label(Tells.AnswerNo);

    /// <summary>Judges every claim of a message.</summary>
    public void Run(Workspace work, Asserter asserter, int asked)
    {
        Span<float> scores = stackalloc float[networks.Verdicts.Labels.Count];
        foreach (var claim in work.Claims)
        {
            (claim.Right, claim.Hedged) = (Claims.Unlikely, Claims.Unlikely);
            // A third of all there is to judge, and never believed.
            if (claim.Rule is null && claim.Fact != asked && claim.Tells < Doubtful) continue;
            Read(work, asserter, claim, asked);
            networks.Verdicts.Score(work.Features.Places, scores);
            (claim.Right, claim.Hedged) = (Of(scores, _right), Of(scores, _hedged));
        }
    }

    // What it never learnt is unlikely.
    private static float Of(ReadOnlySpan<float> scores, int label) => label < 0 ? Claims.Unlikely : scores[label];

    /// <summary>What there is to go by.</summary>
    public void Read(Workspace work, Asserter asserter, Claim claim, int asked)
    {
        var (features, fact, kind) = (work.Features, data.FactHash[claim.Fact], (uint)data.Facts[claim.Fact].Kind);
        features.Clear();
        var says = ValueSort.Of(claim.Value);
        var (tells, yes, no) = (Step(claim.Tells), Step(claims.Best(work, _yes)), Step(claims.Best(work, _no)));
        features.Add(Trait.Always);
        features.Add(Trait.Fact, fact);
        features.Add(Trait.Says, says);
        features.Add(Trait.FactSays, fact, says);
        features.Add(Trait.Score, tells);
        features.Add(Trait.FactScore, fact, tells);
        features.Add(Trait.FactFine, fact, Fnv.Mix(says, Half(claim.Tells)));
        features.Add(Trait.FactAsked, Fnv.Mix(fact, tells), asked == claim.Fact ? 2u : asked >= 0 ? 1u : 0u);
        features.Add(Trait.KindScore, kind, tells);
        features.Add(Trait.FineScore, kind, Half(claim.Tells));
        features.Add(Trait.ScoreOpposite, tells, Step(claim.Opposite));
        features.Add(Trait.ScoreAny, tells, Step(claims.Best(work, _any)));
        features.Add(Trait.Opposite, Step(claim.Opposite));
        features.Add(Trait.Any, Step(claims.Best(work, _any)));
        features.Add(Trait.Hedge, Step(claims.In(work, _hedge, claim.Clause)));
        features.Add(Trait.Claimed, work.IsClaimed(claim.Clause) ? 1u : 0u);
        features.Add(Trait.Han, work.IsChinese ? 1u : 0u);
        features.Add(Trait.Length, (uint)Math.Min(work.Weight / 60, 8));
        features.Add(Trait.Cued, asserter.IsHedged(work, claim.Start, claim.End, out _) ? 1u : 0u);
        if (claim.Spot is { } spot)
        {
            features.Add(Trait.Margin, kind, Step(spot));
            features.Add(Trait.Margin, kind + 100, Half(spot));
            features.Add(Trait.Second, Step(spot), tells);
        }
        if (claim.Least is { } least) features.Add(Trait.Items, (uint)Math.Min(claim.Items, 4), Step(least));
        if (claim.Value is FactValue.List { Items.IsEmpty: false }) Name(work, claim, fact);
        if (claim.IsWhole) features.Add(Trait.Whole, fact, claim.Spot is null ? 0u : 1u);
        if (claim.Approximate) features.Add(Trait.Approximate);
        if (claim.Ambiguous) features.Add(Trait.Ambiguous);
        if (asked == claim.Fact)
        {
            features.Add(Trait.AnswerYes, yes);
            features.Add(Trait.AnswerNo, no);
            features.Add(Trait.AnswerSays, kind, Fnv.Mix(says, claim.Affirms ? yes : no));
        }
        else if (asked >= 0) features.Add(Trait.OtherAsked);
        Message(work, claim, fact, says, kind, tells);
        Heard(work, claim, fact, tells);
        Contender(work, claim, kind, tells);
        Beside(work, claim, Fnv.Mix(fact, says), tells);
        if (claim.Rule is { } rule) Rule(work, claim, rule, tells, asked == claim.Fact);
        else features.Add(claim.Contradicted ? Trait.OtherRule : Trait.NoRule);
    }

    // What a name looks like, and how it parts from what stands beside it: 华信通 is one where 华信通98分 is none.
    private void Name(Workspace work, Claim claim, uint fact)
    {
        var (features, tokens) = (work.Features, work.Tokens);
        var (first, end, strange) = (tokens.FirstFrom(claim.Start), tokens.FirstFrom(claim.End), 0u);
        if (first >= end) return;
        for (var token = first; token < end; token++) strange += tokens[token].IsStrange ? 1u : 0u;
        uint Edge(int token) => token < 0 || token >= tokens.Count ? 0 : Fnv.Mix((uint)tokens[token].Kind, (uint)tokens[token].Joint);
        var made = Fnv.Mix((uint)tokens[first].Kind, (uint)tokens[end - 1].Kind);
        features.Add(Trait.NameMade, Fnv.Mix(fact, made), (uint)Math.Min(end - first, 6));
        features.Add(Trait.NameMade, made, Fnv.Mix(Math.Min(strange, 3), (uint)Math.Min(end - first, 6)));
        features.Add(Trait.NameFront, made, Edge(first - 1));
        features.Add(Trait.NameEnd, made, Fnv.Mix(Edge(end - 1), Edge(end)));
        features.Add(Trait.NameTold, Step(claims.AffirmedIn(work, claim.Fact, claim.Clause)), Step(claim.Spot ?? Claims.Unlikely));
        features.Add(Trait.NameKnown, work.Hits.Any(data.Names.Known, claim.Start, claim.End) ? 2u : work.Hits.AnyWord(claim.Start, claim.End) ? 1u : 0u, made);
    }

    // What the clause tells most likely besides, and how much of what it may tell is likelier than this.
    private void Beside(Workspace work, Claim claim, uint said, uint tells)
    {
        var (features, (other, score)) = (work.Features, claims.Top(work, claim));
        features.Add(Trait.Beside, Step(score));
        features.Add(Trait.BesideScore, tells, Step(score));
        if (score > Doubtful) features.Add(Trait.BesideFact, said, (uint)other);
        var (likelier, same) = (0u, 0u);
        foreach (var each in work.Claims)
            if (each != claim && each.Clause == claim.Clause && !(each.Fact == claim.Fact && each.Value is FactValue.List)) (likelier, same) = (likelier + (each.Tells > claim.Tells ? 1u : 0u), same + 1);
        features.Add(Trait.Beaten, Math.Min(likelier, 3), Math.Min(same, 4));
    }

    // How much of its clause the network has ever learnt of, and how long that is: of strange words it knows little, whatever it makes of them.
    private static void Heard(Workspace work, Claim claim, uint fact, uint tells)
    {
        var (features, (first, end)) = (work.Features, work.Tokens.Of(claim.Clause));
        var (heard, width) = (claim.Clause < work.Heard.Count ? (uint)(work.Heard[claim.Clause] * Tenths) : 0, Math.Min((uint)(end - first) / TokensOfStep, Widest));
        features.Add(Trait.Heard, heard, tells);
        features.Add(Trait.HeardByRule, heard, claim.Rule is null ? 0u : 1u);
        features.Add(Trait.HeardWidth, heard, width);
        features.Add(Trait.WidthScore, width, tells);
        features.Add(Trait.WidthFact, width, fact);
    }

    // What else is claimed of the same fact, elsewhere in the message: how likely, and whether a pattern says it.
    private static void Contender(Workspace work, Claim claim, uint kind, uint tells)
    {
        var (features, best, found) = (work.Features, Claims.Unlikely, 0u);
        foreach (var other in work.Claims)
            if (other != claim && other.Fact == claim.Fact && (other.Start != claim.Start || other.End != claim.End))
                (best, found) = (Math.Max(best, Math.Min(other.Spot ?? other.Tells, other.Tells)), found | (other.Rule is null ? 1u : 2u));
        features.Add(Trait.Contender, Step(best), tells);
        features.Add(Trait.ContenderKind, found, kind);
        features.Add(Trait.ContenderRule, Fnv.Mix(found, claim.Rule is null ? 0u : 1u), Step(best));
    }

    private void Rule(Workspace work, Claim claim, in Candidate rule, uint tells, bool asked)
    {
        var (features, fact) = (work.Features, data.FactHash[claim.Fact]);
        features.Add(Trait.Rule);
        features.Add(Trait.RuleFact, fact, asked ? 1u : 0u);
        features.Add(Trait.RuleRank, (uint)rule.Rank, asked ? 1u : 0u);
        features.Add(Trait.RuleScore, tells);
        features.Add(Trait.RulePlain, rule.Grounds.IsPlain ? 1u : 0u);
        features.Add(Trait.RuleBy, rule.By >= 0 ? 1u : 0u);
        features.Add(Trait.RuleHedged, rule.Hedged ? 1u : 0u);
        if (rule.Chain is not { } chain) return;
        var grounds = rule.Grounds;
        features.Add(Trait.RuleChain, chain.Hash);
        features.Add(Trait.RuleChainScore, chain.Hash, tells / 3);
        features.Add(Trait.RuleWords, fact, (uint)grounds.Words);
        features.Add(Trait.RuleLetters, (uint)Math.Min(grounds.Letters / 6, 8));
        features.Add(Trait.RuleCover, (uint)Math.Min(5, 5 * grounds.Letters / Math.Max(1, grounds.ClauseWeight)));
        features.Add(Trait.RuleFlips, (uint)Math.Min(grounds.Flips, 2));
        features.Add(Trait.RuleGap, chain.Gaps.Length == 0 ? 9u : (uint)chain.Gaps.Max());
        features.Add(Trait.RuleSymbols, (uint)Math.Min(chain.Symbols.Length, 5));
    }

    // What the whole message makes of it.
    private void Message(Workspace work, Claim claim, uint fact, uint says, uint kind, uint tells)
    {
        var (features, score) = (work.Features, Whole(work, _messages.Of(claim.Fact, says)));
        var (said, any) = (Step(score), Step(Whole(work, _anywhere)));
        features.Add(Trait.Message, said);
        features.Add(Trait.FactMessage, fact, said);
        features.Add(Trait.KindMessage, kind, Half(score));
        features.Add(Trait.MessageScore, tells, said);
        features.Add(Trait.MessageAny, any);
        features.Add(Trait.MessageHedge, Step(Whole(work, _hedgedAnywhere)), (uint)Math.Min(work.Layout.Clauses.Count, 4));
        features.Add(Trait.MessageAnyScore, tells, any);
        if (claim.Rule is not null) features.Add(Trait.RuleMessage, said, any);
    }

    private static float Whole(Workspace work, int label) => label < 0 ? Claims.Unlikely : work.MessageScores[label];

    private static uint Half(float score) => (uint)(Math.Clamp((int)MathF.Floor(score * 2), -12, 10) + 12);

    // Whole logarithms of odds, the far ends cut.
    private static uint Step(float score) => (uint)(Math.Clamp((int)MathF.Floor(score), -9, 6) + 9);
}
