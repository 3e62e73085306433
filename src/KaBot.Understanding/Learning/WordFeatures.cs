using System.Buffers;
using System.Runtime.CompilerServices;
using KaBot.Understanding.Data;
using KaBot.Understanding.Text;

namespace KaBot.Understanding.Learning;

/// <summary>What a token and its neighbours look like to the network that finds names of rivals, persons and needs.</summary>
internal static class WordFeatures
{
    private const int Near = 4, Nearest = 2, Affix = 3, InSight = 200;
    private const uint Edge = 0;
    private const int LongestQuoted = 10;

    // What sets a name apart, and what shows that somebody is quoted instead.
    private static readonly SearchValues<char> Opening = SearchValues.Create("“‘「『《\""), Closing = SearchValues.Create("”’」』》\""), Inside = SearchValues.Create("，。,！!？?；;");

    /// <summary>What all tokens of a clause have in common.</summary>
    public static void ReadClause(Workspace work, UnderstandingData data, int clause, int asked, Features features)
    {
        features.Clear();
        var (first, end) = work.Tokens.Of(clause);
        for (var i = first; i < end; i++) features.Add(Trait.InClause, work.Tokens[i].Hash);
        foreach (var word in work.ClassesOf(clause)) features.Add(Trait.ClassInClause, word);
        if (asked >= 0) features.Add(Trait.Asked, data.FactHash[asked]);
    }

    /// <summary>What a token has besides.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Read(Workspace work, int at, int first, Features features)
    {
        features.Clear();
        var tokens = work.Tokens;
        uint Hash(int place) => place >= 0 && place < tokens.Count ? tokens[place].Hash : Edge;
        uint Pair(int place) => Fnv.Mix(Hash(place), Hash(place + 1));
        uint Three(int place) => Fnv.Mix(Pair(place), Hash(place + 2));
        for (var away = -Near; away <= Near; away++) features.Add(Trait.Near, (uint)(away + Near), Hash(at + away));
        for (var away = -Nearest; away <= Nearest; away++)
        {
            var there = at + away >= 0 && at + away < tokens.Count;
            features.Add(Trait.NearShape, (uint)(away + Near), there ? (uint)tokens[at + away].Shape : 0);
            if (there)
            {
                foreach (var word in work.ClassesAt(at + away)) features.Add(Trait.NearClass, (uint)(away + Near), word);
                // A word that the playbook has never heard of may well be a name.
                if (!work.IsHeardOf(at + away)) features.Add(Trait.NearStrange, (uint)(away + Near));
            }
        }
        for (var away = -1; away <= 1; away++) work.FoundAt(at + away, (uint)(away + Near), features);
        Strangeness(tokens, at, features);
        features.Add(Trait.Pair, Pair(at - 1));
        features.Add(Trait.Pair, Pair(at), 1);
        features.Add(Trait.PairBefore, Pair(at - 2));
        features.Add(Trait.PairBehind, Pair(at + 1));
        features.Add(Trait.ThreeBefore, Three(at - 3));
        features.Add(Trait.ThreeBehind, Three(at + 1));
        var token = tokens[at];
        if (token.Kind is TokenKind.Word or TokenKind.Name)
        {
            features.Add(Trait.Head, Fnv.Of(work.Text.AsSpan(token.Start, Math.Min(Affix, token.End - token.Start))));
            features.Add(Trait.Tail, Fnv.Of(work.Text.AsSpan(Math.Max(token.Start, token.End - Affix), Math.Min(Affix, token.End - token.Start))));
        }
        if (token.Kind == TokenKind.Name) Name(work, at, features);
        if (Quoted(work.Message.Text, token) is > 0 and var quoted) features.Add(Trait.Quoted, (uint)quoted);
        features.Add(Trait.Shape, (uint)token.Shape, at == first ? 1u : 0u);
    }

    // Where characters seldom stand together, a name may begin or end.
    private static void Strangeness(Tokens tokens, int at, Features features)
    {
        var (strange, joints) = (0u, 0u);
        for (var away = -Nearest - 1; away <= Nearest; away++)
        {
            var (isStrange, joint) = at + away >= 0 && at + away < tokens.Count ? (tokens[at + away].IsStrange, tokens[at + away].Joint) : (false, Joint.None);
            if (isStrange) features.Add(Trait.Strange, (uint)(away + Near));
            if (joint != Joint.None) features.Add(Trait.Joint, (uint)(away + Near), (uint)joint);
            (strange, joints) = (strange * 2 + (isStrange ? 1u : 0u), joints * 3 + (uint)joint);
        }
        features.Add(Trait.StrangeRow, strange);
        features.Add(Trait.JointRow, joints);
    }

    // A name that has been heard of, and its turn: the customer's own mostly comes first.
    private static void Name(Workspace work, int at, Features features)
    {
        var (token, before) = (work.Tokens[at], 0u);
        var text = work.Text.AsSpan(token.Start, token.End - token.Start);
        features.Add(Trait.NameText, Fnv.Of(text));
        var again = 0u;
        for (var i = Math.Max(0, at - InSight); i < Math.Min(work.Tokens.Count, at + InSight); i++)
            if (i != at && work.Tokens[i] is { Kind: TokenKind.Name } other)
            {
                if (i < at) before++;
                if (text.SequenceEqual(work.Text.AsSpan(other.Start, other.End - other.Start))) again = i < at ? 1u : again | 2u;
            }
        features.Add(Trait.NameTurn, Math.Min(before, 3));
        features.Add(Trait.NameAgain, again);
    }

    // Of a short quotation, as names are written in: 1 where it begins, 2 within; 0 outside.
    private static int Quoted(ReadOnlySpan<char> text, in Token token)
    {
        var open = text[Math.Max(0, token.Start - LongestQuoted)..token.Start].LastIndexOfAny(Opening);
        if (open < 0) return 0;
        open += Math.Max(0, token.Start - LongestQuoted);
        var close = text[token.Start..Math.Min(text.Length, open + LongestQuoted + 2)].IndexOfAny(Closing);
        if (close < 0 || text[(open + 1)..token.Start].IndexOfAny(Closing) >= 0 || text[(open + 1)..(token.Start + close)].IndexOfAny(Inside) >= 0) return 0;
        return open + 1 == token.Start ? 1 : 2;
    }
}
