using KaBot.Understanding.Words;

namespace KaBot.Understanding.Patterns;

/// <summary>
/// Reads a pattern such as <c>&lt;we&gt;? .. &lt;sent&gt; . &lt;contract&gt;</c>: words, <c>a|b</c> choices, <c>&lt;class&gt;</c>es, values
/// (<c>$money $date $past $number $nth $times $percent</c>; a <c>$date</c> is today or later,
/// a <c>$span</c> one with its first day, <c>$thousands</c> and <c>$few</c> numbers that say how big a company is), captured words (<c>$text $names $person</c>), gaps (<c>. .. ...</c>), <c>?</c> behind
/// what may be missing, <c>^</c> and <c>$</c> for the clause's start and end, and last of all <c>!a|b</c> for
/// words that must not stand in the same clauses. A fault is a thrown <see cref="FormatException"/>.
/// </summary>
internal sealed class PatternParser(Vocabulary vocabulary)
{
    private sealed record Element(int Symbol, Capture Capture, bool Optional, Gap Before);

    private const int MostOptional = 4;

    public static readonly string[] ValueNames = ["$money", "$date", "$past", "$span", "$number", "$thousands", "$hundreds", "$few", "$nth", "$times", "$percent"];

    public IEnumerable<Chain> Parse(int fact, Says says, string? choice, bool onlyAsked, string source)
    {
        var unless = -1;
        if (source.LastIndexOf(" !", StringComparison.Ordinal) is var mark and > 0)
        {
            if (source.IndexOf(' ', mark + 2) >= 0) throw new FormatException("words behind '!' are set apart by '|', and nothing may follow them");
            (unless, source) = (Words(source[(mark + 2)..]), source[..mark]);
        }
        var (elements, atStart, atEnd) = Elements(source);
        if (elements.All(element => element.Capture != Capture.None || element.Optional))
            throw new FormatException("it has no word or value that must be there");
        if (elements.Count(element => element.Capture != Capture.None) > 1) throw new FormatException("it captures more than once");
        if (elements.Count > Matcher.MostElements) throw new FormatException($"it has more than {Matcher.MostElements} elements");
        if (elements.Count(element => element.Optional) > MostOptional) throw new FormatException($"more than {MostOptional} elements are optional");
        foreach (var variant in Variants(elements))
            yield return Link(fact, says, choice, onlyAsked, source, variant, atStart, atEnd) with { Unless = unless };
    }

    /// <summary>The symbol of one element's words, e.g. <c>寄|发</c> or <c>&lt;send&gt;</c>.</summary>
    public int Words(string token)
    {
        var parts = token.Split('|');
        if (parts is [['<', .., '>'] single]) return Class(single);
        var symbol = vocabulary.Symbol(token);
        foreach (var part in parts)
        {
            if (part.Length == 0) throw new FormatException($"'{token}' has an empty choice");
            if (part is ['<', .., '>'])
                foreach (var word in vocabulary.WordsOf(Class(part))) vocabulary.Add(symbol, word);
            else if (ValueNames.Contains(part)) vocabulary.Alias(part, symbol);
            else if (part.Trim('*').Length == 0 || part.Contains('<') || part.Contains('$')) throw new FormatException($"'{part}' is no word");
            else vocabulary.Add(symbol, part);
        }
        return symbol;
    }

    private int Class(string token) => vocabulary.Knows(token) ? vocabulary.Symbol(token) : throw new FormatException($"unknown class {token}");

    private (List<Element> Elements, bool AtStart, bool AtEnd) Elements(string source)
    {
        var elements = new List<Element>();
        var (gap, atStart, atEnd) = (Gap.None, false, false);
        foreach (var token in source.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (atEnd) throw new FormatException("'$' must be the last");
            switch (token)
            {
                case "^" when elements.Count == 0: atStart = true; break;
                case "$": atEnd = true; break;
                case "." or ".." or "...": gap = (Gap)token.Length; break;
                default:
                    elements.Add(Read(token, gap));
                    gap = Gap.None;
                    break;
            }
        }
        if (elements.Count == 0) throw new FormatException("it is empty");
        return (elements, atStart, atEnd);
    }

    private Element Read(string token, Gap gap)
    {
        var optional = token.Length > 1 && token.EndsWith('?');
        if (optional) token = token[..^1];
        if (!token.StartsWith('$') || token.Contains('|')) return new Element(Words(token), Capture.None, optional, gap);
        if (ValueNames.Contains(token)) return new Element(vocabulary.Symbol(token), Capture.None, optional, gap);
        if (!optional && Enum.TryParse<Capture>(token[1..], ignoreCase: true, out var capture) && capture != Capture.None)
            return new Element(-1, capture, false, gap);
        throw new FormatException($"'{token}' is neither a value nor a capture; known are {string.Join(' ', ValueNames)} $text $names $person");
    }

    private static IEnumerable<List<Element>> Variants(List<Element> elements)
    {
        var optional = elements.Where(element => element.Optional).ToList();
        for (var mask = (1 << optional.Count) - 1; mask >= 0; mask--)
        {
            var kept = new List<Element>();
            var carried = Gap.None;
            foreach (var element in elements)
            {
                var missing = element.Optional && (mask & (1 << optional.IndexOf(element))) == 0;
                var before = (Gap)Math.Max((int)element.Before, (int)carried);
                carried = missing ? before : Gap.None;
                if (!missing) kept.Add(element with { Before = before });
            }
            yield return kept;
        }
    }

    private static Chain Link(
        int fact, Says says, string? choice, bool onlyAsked, string source, List<Element> elements, bool atStart, bool atEnd)
    {
        var (symbols, gaps, capture, captureAt) = (new List<int>(), new List<Gap>(), Capture.None, -1);
        var before = Gap.None;
        foreach (var element in elements)
        {
            if (element.Capture != Capture.None)
            {
                (capture, captureAt, before) = (element.Capture, symbols.Count - 1, Gap.Sentence);
                continue;
            }
            if (symbols.Count > 0) gaps.Add((Gap)Math.Max((int)before, (int)element.Before));
            symbols.Add(element.Symbol);
            before = Gap.None;
        }
        return new Chain(fact, says, choice, [.. symbols], [.. gaps], atStart, atEnd, capture, captureAt, onlyAsked, -1, source);
    }
}
