namespace KaBot.Understanding.Learning;

/// <summary>What a network is shown of one thing: places, each the hash of a trait that holds. Used again for the next thing.</summary>
internal sealed class Features
{
    public const int Buckets = 1 << 20;

    private int[] _places = new int[1024];
    private int _count;

    /// <summary>In the order in which they came; they stand until the next is cleared.</summary>
    public ReadOnlySpan<int> Places => _places.AsSpan(0, _count);

    public void Clear() => _count = 0;

    public void Add(uint hash)
    {
        if (_count == _places.Length) Array.Resize(ref _places, 2 * _count);
        _places[_count++] = Place(hash);
    }

    public void Add(Trait trait, uint a = 0, uint b = 0) => Add(Hash(trait, a, b));

    public static uint Hash(Trait trait, uint a = 0, uint b = 0) => Fnv.Mix(Fnv.Mix(Fnv.Mix(Fnv.Basis, (uint)trait), a), b);

    /// <summary>The place of a hash; its upper bits, too, have a say.</summary>
    public static int Place(uint hash)
    {
        hash = (hash ^ (hash >> 16)) * 0x85EBCA6B;
        return (int)((hash ^ (hash >> 13)) & (Buckets - 1));
    }
}

/// <summary>The kinds of traits, so that the same word in another role has another place. Their numbers are part of what was learnt.</summary>
internal enum Trait
{
    // Of a clause, and of what is in reach of a value.
    Gram, Before, Behind, Class, Asked, AskedKind, FirstClause, FirstGram, Unclaimed, Kind, Left, Right, LeftGram, RightGram, Ahead, Owner,

    // Of a token.
    Near, NearShape, NearClass, NearStrange, NameText, NameTurn, NameAgain, Pair, PairBefore, PairBehind, ThreeBefore, ThreeBehind, Head, Tail, Shape,
    InClause, ClassInClause, Quoted, Strange, StrangeRow, Joint, JointRow, Masked,

    // Of a claim, and of the pattern that says the same.
    Always, Fact, Says, FactSays, Score, FactScore, FactFine, FactAsked, KindScore, FineScore, ScoreOpposite, ScoreAny, Opposite, Any, Hedge, Claimed,
    AnswerYes, AnswerNo, AnswerSays, OtherAsked, Second, Margin, Items, Whole, Approximate, Ambiguous, Beside, BesideScore, BesideFact, Beaten, Han, Length, Cued,
    Rule, RuleChain, RuleChainScore, RuleFact, RuleRank, RuleScore, RulePlain, RuleBy, NoRule, OtherRule, RuleHedged, RuleCover, RuleWords, RuleLetters, RuleFlips,
    RuleGap, RuleSymbols,

    // Of a claim, by what its message tells as a whole.
    Message, FactMessage, KindMessage, MessageScore, MessageAny, MessageAnyScore, MessageHedge, RuleMessage,

    // Of what the patterns found.
    Found, FoundBy, FoundWord,

    // Of a claim that is a name.
    NameMade, NameFront, NameEnd, NameTold, NameKnown,

    // Of a claim: how well its clause is known, how wide it is, and what else is claimed of the same fact.
    Heard, HeardByRule, HeardWidth, WidthScore, WidthFact, Contender, ContenderKind, ContenderRule,

    // Of a token, to the encoder.
    Token, TokenClass, TokenStrange, TokenAsked,
}
