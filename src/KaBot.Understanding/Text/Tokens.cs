using System.Runtime.InteropServices;
using KaBot.Understanding.Learning;
using KaBot.Understanding.Values;

namespace KaBot.Understanding.Text;

/// <summary>A token: a Chinese character, a word that is set apart by spaces, a name, a whole value, or a mark.</summary>
/// <param name="Hash">Of what it is: a word by its stem, a value by its kind alone, a name as any other.</param>
/// <param name="IsStrange">Seldom written, beside what it stands by: maybe a name.</param>
/// <param name="Joint">How a Chinese character goes with the next.</param>
/// <param name="Shape">How a word or name is written.</param>
internal readonly record struct Token(int Start, int End, TokenKind Kind, uint Hash, bool IsStrange = false, Joint Joint = Joint.None, Shape Shape = Shape.None) : IPlaced;

internal enum TokenKind { Han, Word, Name, Value, Mark }

/// <summary>Whether two characters often stand side by side.</summary>
internal enum Joint : byte { None, Common, Rare }

/// <summary>How it is written: with a small letter first, a capital, in capitals alone, or a figure first; of what is no word, nothing.</summary>
internal enum Shape : byte { None, Small, Capital, Capitals, Figure }

/// <summary>The tokens of one message, and which of them each clause has. Used again for the next message of the thread.</summary>
internal sealed class Tokens
{
    // English endings carry little: agreed, agreement.
    private const int Stem = 7;

    /// <summary>The hash of every name.</summary>
    public static readonly uint AnyName = Fnv.Mix(Fnv.Basis, '@');

    private readonly List<Token> _tokens = [];
    private readonly List<int> _first = [];
    // By place: the first token that begins there or behind it.
    private int[] _from = new int[256];

    public int Count => _tokens.Count;

    public ref readonly Token this[int index] => ref CollectionsMarshal.AsSpan(_tokens)[index];

    /// <summary>First token of a clause and one past its last.</summary>
    public (int First, int End) Of(int clause) => (_first[clause], _first[clause + 1]);

    /// <summary>The first token that begins at a place or behind it.</summary>
    public int FirstFrom(int place) => _from[place];

    /// <param name="text">Normalised.</param>
    /// <param name="original">As it was written: capitals tell names.</param>
    /// <param name="values">In order, none overlapping.</param>
    /// <param name="common">Words that are no names.</param>
    public void Read(string text, string original, List<Spotted> values, List<Clause> clauses, CommonWords common)
    {
        _tokens.Clear();
        _first.Clear();
        var (value, clause) = (0, 0);
        for (var i = 0; i < text.Length;)
        {
            for (; clause < clauses.Count && clauses[clause].Start <= i; clause++) _first.Add(_tokens.Count);
            while (value < values.Count && values[value].End <= i) value++;
            var c = text[i];
            if (value < values.Count && values[value].Start <= i)
            {
                var end = Math.Max(i + 1, values[value].End);
                _tokens.Add(new Token(i, end, TokenKind.Value, Fnv.Mix(Fnv.Mix(Fnv.Basis, '$'), (uint)values[value].Kind)));
                i = end;
            }
            else if (Chars.IsHan(c)) AddHan(text, i++, common);
            else if (char.IsLetterOrDigit(c))
            {
                var stop = value < values.Count ? values[value].Start : text.Length;
                if (clause < clauses.Count) stop = Math.Min(stop, clauses[clause].Start);
                i = NameEnd(original, i, stop, common) is > 0 and var end ? AddName(original, i, end) : AddWord(text, original, i, stop, common);
            }
            else
            {
                i++;
                if (c != ' ') _tokens.Add(new Token(i - 1, i, TokenKind.Mark, Fnv.Mix(Fnv.Mix(Fnv.Basis, '!'), c)));
            }
        }
        while (_first.Count <= clauses.Count) _first.Add(_tokens.Count);
        Index(text.Length);
    }

    private void Index(int length)
    {
        if (_from.Length <= length) _from = new int[length * 2];
        var place = 0;
        for (var token = 0; token < _tokens.Count; token++)
            while (place <= _tokens[token].Start) _from[place++] = token;
        _from.AsSpan(place, length + 1 - place).Fill(_tokens.Count);
    }

    private int AddName(string original, int start, int end)
    {
        _tokens.Add(new Token(start, end, TokenKind.Name, AnyName, Shape: ShapeOf(original.AsSpan(start, end - start))));
        return end;
    }

    // Strange where neither neighbour is one that it is often seen with.
    private void AddHan(string text, int at, CommonWords common)
    {
        var before = _tokens.Count > 0 && _tokens[^1] is { Kind: TokenKind.Han } last && last.End == at ? last.Joint : Joint.None;
        var next = at + 1 < text.Length && Chars.IsHan(text[at + 1]) ? common.Has(text.AsSpan(at, 2)) ? Joint.Common : Joint.Rare : Joint.None;
        _tokens.Add(new Token(at, at + 1, TokenKind.Han, Fnv.Mix(Fnv.Basis, text[at]), (before, next) is (Joint.Rare, not Joint.Common) or (Joint.None, Joint.Rare), next));
    }

    private int AddWord(string text, string original, int start, int stop, CommonWords common)
    {
        var (hash, i) = (Fnv.Mix(Fnv.Basis, '_'), start);
        for (; i < stop && IsWord(text, i, start); i++)
            if (i - start < Stem) hash = Fnv.Mix(hash, text[i]);
        i = Math.Max(i, start + 1);
        _tokens.Add(new Token(start, i, TokenKind.Word, hash, IsStrange(text.AsSpan(start, i - start), common), Shape: ShapeOf(original.AsSpan(start, i - start))));
        return i;
    }

    private static bool IsStrange(ReadOnlySpan<char> word, CommonWords common) => word.IndexOfAnyExceptInRange('a', 'z') < 0 && !common.Has(word);

    private static Shape ShapeOf(ReadOnlySpan<char> word)
    {
        if (char.IsDigit(word[0])) return Shape.Figure;
        if (!char.IsUpper(word[0])) return Shape.Small;
        return word.Length > 1 && word.IndexOfAnyInRange('a', 'z') < 0 ? Shape.Capitals : Shape.Capital;
    }

    private static bool IsWord(string text, int at, int start) => char.IsLetterOrDigit(text[at]) && !Chars.IsHan(text[at]) || text[at] == '\'' && at > start;

    // "Malden Pumps", "Baumer & Sohn", "K-Tec": from a capital word that is no common one over all that follow with a capital.
    private static int NameEnd(string original, int start, int stop, CommonWords common)
    {
        if (!char.IsUpper(original[start]) || WordEnd(original, start, stop) is var end && common.Has(original.AsSpan(start, end - start))) return 0;
        while (end < stop)
        {
            var next = end + (original[end] is ' ' or '-' or '&' ? 1 : 0);
            if (next == end) break;
            if (next + 1 < stop && original[next] == '&' && original[next + 1] == ' ') next += 2;
            if (next >= stop || !(char.IsUpper(original[next]) || next > 0 && original[next - 1] != ' ' && char.IsLetterOrDigit(original[next])) || Chars.IsHan(original[next])) break;
            end = WordEnd(original, next, stop);
        }
        return end;
    }

    private static int WordEnd(string original, int start, int stop)
    {
        var end = start;
        while (end < stop && char.IsLetterOrDigit(original[end]) && !Chars.IsHan(original[end])) end++;
        return end;
    }
}
