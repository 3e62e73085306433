using System.Collections.Immutable;
using System.Text.RegularExpressions;
using KaBot.Funnel.Playbooks;
using KaBot.Understanding.Text;

namespace KaBot.Understanding.Asking;

/// <summary>
/// Ways to put a request, as sales ops write them: words with gaps (<c>怎么…聊</c>), alternatives (<c>(该|要)问</c>), named lists
/// (<c>&lt;how&gt;…&lt;push&gt;</c>), and <c>^</c> and <c>$</c> for the ends of a clause. Latin words stand as words of their own.
/// </summary>
internal sealed partial class RequestPattern
{
    /// <summary>Fits nothing.</summary>
    public static readonly RequestPattern Never = new(null);

    /// <summary>How far apart the parts around a gap may stand, in characters.</summary>
    private const int Gap = 24;

    private readonly Regex? _any;

    private RequestPattern(Regex? any) => _any = any;

    /// <param name="text">Normalized; clauses parted by commas.</param>
    public bool Fits(string text) => _any?.IsMatch(text) == true;

    /// <summary>The ways under a key; a faulty one is told and left out.</summary>
    public static RequestPattern Read(YamlEntry entry, string key, IReadOnlyDictionary<string, ImmutableArray<string>> lists)
    {
        var ways = entry.List(key).Select(way => Translate(entry, key, way, lists)).OfType<string>().ToList();
        return ways.Count == 0 ? Never : new RequestPattern(new Regex(string.Join('|', ways), RegexOptions.CultureInvariant));
    }

    private static string? Translate(YamlEntry entry, string key, string way, IReadOnlyDictionary<string, ImmutableArray<string>> lists)
    {
        var unknown = Lists().Matches(way).Select(match => match.Groups[1].Value).FirstOrDefault(name => !lists.ContainsKey(name));
        if (unknown is not null) entry.Fault($"'{key}' names the unknown list <{unknown}>", "use one of " + string.Join(", ", lists.Keys.Order()), key);
        if (way.Count(c => c == '(') != way.Count(c => c == ')')) entry.Fault($"'{way}' opens a bracket that it does not close", "close it", key);
        else if (unknown is null) return Compile(Lists().Replace(way, match => $"({string.Join('|', lists[match.Groups[1].Value])})"));
        return null;
    }

    private static string Compile(string way) => Parts().Replace(Normalizer.Of(way), part => part.Value switch
    {
        "…" => $".{{0,{Gap}}}?",
        "(" => "(?:",
        "^" => "(?<=^|,)",
        "$" => "(?=,|$)",
        ")" or "|" or "?" => part.Value,
        // Latin words stand alone; "聊" may stand anywhere.
        var words => (Latin(words[0]) ? "(?<![a-z])" : "") + Regex.Escape(words) + (Latin(words[^1]) ? "(?![a-z])" : ""),
    });

    private static bool Latin(char c) => char.IsAsciiLetterLower(c);

    [GeneratedRegex("<([a-z_]+)>")]
    private static partial Regex Lists();

    [GeneratedRegex("…|[()|^$?]|[^…()|^$?]+")]
    private static partial Regex Parts();
}
