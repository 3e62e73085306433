using KaBot.Understanding.Learning;
using KaBot.Understanding.Text;

namespace KaBot.Understanding.Asking;

/// <summary>A way to name a customer, in the spelling of <see cref="Normalizer"/>.</summary>
/// <param name="Capital">Whether it is such a word only with a capital: "First", unlike "first".</param>
internal sealed record Way(string Words, bool Capital = false);

/// <summary>
/// The ways in which people name a firm: whole, and by what is its own in the name, without the place before it and the kind of firm behind
/// (四川省绵阳永丰化工有限公司 → 永丰). What is left is no name where it is an everyday word.
/// </summary>
internal static class FirmNames
{
    private const int Shortest = 2, LongName = 4;
    private static readonly char[] OfPlaces = ['市', '省', '县', '区', ' '];

    public static IReadOnlyList<Way> Of(string account)
    {
        var written = Normalizer.Of(account).Trim();
        var whole = Unbracketed(written).Trim();
        return [.. (Chars.AnyHan(whole) ? Chinese(whole) : English(whole)).Prepend(new Way(written)).Where(way => way.Words.Length >= Shortest).DistinctBy(way => way.Words)];
    }

    /// <summary>Whether words go on with a kind of firm that this one is not: 天成科技 is not the customer 天成机械.</summary>
    public static bool Continues(string words, string account) => FirmWords.Kinds.Any(kind => words.StartsWith(kind, StringComparison.Ordinal)
        && !account.Contains(kind, StringComparison.Ordinal) && (kind == "科技" || FirmWords.Forms.Any(form => words[kind.Length..].StartsWith(form, StringComparison.Ordinal))));

    private static IEnumerable<Way> Chinese(string whole)
    {
        var name = Without(whole, FirmWords.Forms);
        yield return new Way(name);
        var local = WithoutPlace(name);
        if (IsName(local)) yield return new Way(local);
        var own = Without(local, FirmWords.Kinds);
        if (IsName(own)) yield return new Way(own);
        if (own.Length >= LongName && own.All(Chars.IsHan) && IsName(own[..Shortest])) yield return new Way(own[..Shortest]);
    }

    private static bool IsName(string words) => words.Length >= Shortest && !FirmWords.Kinds.Contains(words) && !FirmWords.Common.Contains(words) && !FirmWords.Places.Contains(words);

    private static string WithoutPlace(string name)
    {
        for (var rest = name; ;)
        {
            if (FirmWords.Places.FirstOrDefault(place => rest.StartsWith(place, StringComparison.Ordinal)) is not { } found) return rest;
            var shorter = rest[found.Length..].TrimStart(OfPlaces);
            // 上海医药 is called by its place: nothing else is its own.
            if (!IsName(shorter) || Without(shorter, FirmWords.Kinds) is var own && !IsName(own)) return rest;
            rest = shorter;
        }
    }

    private static string Without(string name, string[] endings)
    {
        while (Array.Find(endings, ending => name.EndsWith(ending, StringComparison.Ordinal) && name.Length - ending.Length >= Shortest) is { } ending)
            name = name[..^ending.Length].TrimEnd(' ', ',', '.');
        return name;
    }

    private static IEnumerable<Way> English(string whole)
    {
        var words = whole.Split([' ', ',', '.'], StringSplitOptions.RemoveEmptyEntries).SkipWhile(word => word == "the").ToList();
        while (words.Count > 1 && FirmWords.EnglishKinds.Contains(words[^1])) words.RemoveAt(words.Count - 1);
        yield return Word(string.Join(' ', words));
        if (words is [{ Length: > 3 } first, _, ..] && !IsCommon(first)) yield return Word(first);
    }

    // Short or everyday words are names only where they are written as such.
    private static Way Word(string words) => new(words, words.Length <= 3 || !words.Contains(' ') && IsCommon(words));

    private static bool IsCommon(string word) => FirmWords.EnglishCommon.Contains(word) || Networks.Shipped?.Common.Has(word) == true;

    private static string Unbracketed(string name)
    {
        var open = name.IndexOfAny(['(', '（']);
        var close = open < 0 ? -1 : name.IndexOfAny([')', '）'], open);
        return close < 0 || open == 0 ? name : name.Remove(open, close - open + 1);
    }
}
