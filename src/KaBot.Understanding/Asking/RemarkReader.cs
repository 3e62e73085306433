using System.Collections.Immutable;
using KaBot.Funnel.Playbooks;
using KaBot.Understanding.Text;
using KaBot.Understanding.Values;

namespace KaBot.Understanding.Asking;

/// <summary>
/// What words do besides telling news and asking: put right, take back, decide between two answers, chat. Built from <c>remarks.yaml</c>.
/// It never gives a fact.
/// </summary>
public sealed class RemarkReader
{
    private const string File = "remarks.yaml";
    private const int LongestCommand = 40, LongestName = 24;
    // Where values stand does not depend on the day.
    private static readonly DateOnly AnyDay = new(2026, 1, 1);
    private static readonly string[] Ways = ["asks", "unasked", "corrects", "mends", "strikes", "undoes", "told", "known", "only", "left", "more", "counts", "again", "alive", "wrong"];
    private static readonly Dictionary<string, ImmutableArray<string>> NoLists = [];
    private static readonly char[] Sentences = ['。', '！', '!', '；', ';', '\n'];

    private readonly Dictionary<string, RequestPattern> _ways = Ways.ToDictionary(way => way, _ => RequestPattern.Never, StringComparer.Ordinal);
    private ImmutableArray<string> _edits = [];
    private ImmutableArray<string> _chooses = [];
    private ImmutableArray<string> _denials = [], _replaced = [], _to = [], _sets = [];
    private ImmutableArray<(RequestPattern Words, Funnel.Playbooks.Words Reply)> _talk = [];

    /// <param name="texts">The playbook folder, file name → text.</param>
    public static (RemarkReader Reader, ImmutableArray<Fault> Faults) Load(IReadOnlyDictionary<string, string> texts)
    {
        var (reader, faults) = (new RemarkReader(), new List<Fault>());
        if (!texts.TryGetValue(File, out var text)) faults.Add(new Fault(File, 0, "", "the file is missing", "put it back into the playbook folder"));
        else if (YamlEntry.Parse(File, text, faults) is { } top) reader.Read(top);
        return (reader, [.. faults]);
    }

    private void Read(YamlEntry top)
    {
        foreach (var way in Ways) _ways[way] = RequestPattern.Read(top, way, NoLists);
        (_edits, _chooses) = (Longest(top.List("edits")), Longest(top.List("chooses")));
        (_denials, _replaced, _to, _sets) = (Longest(top.List("denials")), Longest(top.List("replaced")), Longest(top.List("to")), Longest(top.List("sets")));
        _talk = [.. top.Entries("talk").Select(entry =>
        {
            entry.ReadId();
            var kind = (RequestPattern.Read(entry, "words", NoLists), entry.ReadWords("reply"));
            entry.Done();
            return kind;
        })];
        top.Done();
    }

    /// <summary>Whether these words of a message stand in the question that ends it: they tell nothing.</summary>
    public bool IsAsked(string message, string words) => Clauses.Of(Normalizer.Of(message)) is [.., var last]
        && last.Contains(Normalizer.Of(words).Trim(), StringComparison.Ordinal) && _ways["asks"].Fits(last) && !_ways["unasked"].Fits(last);

    /// <summary>Whether the whole message is one question.</summary>
    public bool Asks(string message) => message.TrimEnd() is [.., '?' or '？'] || Clauses.Of(Normalizer.Of(message)) is [var only] && IsAsked(message, only);

    /// <summary>Whether the sentence with these words says outright that what was known has changed or was wrong.</summary>
    public bool Corrects(string message, string words)
    {
        var plain = Normalizer.Of(words).Trim();
        return Normalizer.Of(message).Split(Sentences).Any(sentence => sentence.Contains(plain, StringComparison.Ordinal) && Fits("corrects", sentence));
    }

    /// <summary>What puts right the last thing told without naming it, in the words behind "no, wrong:" or 改成; or null.</summary>
    public string? Mended(string message)
    {
        if (Behind(_sets, message) is { } set) return set;
        var plain = Normalizer.Of(message);
        return Fits("mends", plain) && plain.IndexOfAny(['，', ',', '：', ':', ' ']) is > 0 and var end ? message[(end + 1)..].Trim() : null;
    }

    /// <summary>
    /// What is denied or replaced and what is said instead, where a message says but that: 不是50万，是80万, "from 50k to 80k". Null where it does not: a value must stand
    /// right behind the denial, and another one behind that.
    /// </summary>
    public (string Denied, string Instead)? Turned(string message)
    {
        var plain = Normalizer.Of(message);
        if ((After(plain, _denials, IsValueAt) ?? After(plain, _replaced, IsValueAt)) is not { End: var denial }) return null;
        var values = new List<Spotted>();
        ValueFinder.Find(plain, message, AnyDay, dayFirst: true, values);
        var denied = values.FindIndex(value => value.End > denial);
        if (denied < 0 || values[denied].Start - denial > 1) return null;
        var words = message[Math.Max(denial, values[denied].Start)..values[denied].End];
        if (denied + 1 < values.Count) return (words, message[values[denied + 1].Start..]);
        // "From 70k to 75k" looks like a range.
        return After(Normalizer.Of(words), _to, IsValueAt) is { } now ? (words[..now.Start].Trim(), words[now.End..]) : null;
    }

    private static bool IsValueAt(string plain, int at) => ValueFinder.MayStart(plain, at);

    // Where a name is denied, and where the text goes on with it.
    private (int Start, int End)? Denied(string plain, string name) => After(plain, _denials, (text, at) => text.AsSpan(at).StartsWith(name) && Chars.AtWordEnd(text, at + name.Length));

    // The first of some words that such a thing follows: where it begins, and where the text goes on behind it.
    private static (int Start, int End)? After(string plain, ImmutableArray<string> words, Func<string, int, bool> follows)
    {
        foreach (var word in words)
            for (var at = plain.IndexOf(word, StringComparison.Ordinal); at >= 0; at = plain.IndexOf(word, at + 1, StringComparison.Ordinal))
                if (Chars.AtWordStart(plain, at) && Chars.AtWordEnd(plain, at + word.Length) && PastSpaces(plain, at + word.Length) is var next && next < plain.Length && follows(plain, next)) return (at, next);
        return null;
    }

    private static int PastSpaces(string plain, int at)
    {
        while (at < plain.Length && plain[at] == ' ') at++;
        return at;
    }

    /// <summary>Whether a known fact is to be taken back.</summary>
    public bool Strikes(string message) => message.Length <= LongestCommand && (Undoes(message) || Fits("strikes", Normalizer.Of(message)));

    /// <summary>Whether it is the last thing told.</summary>
    public bool Undoes(string message) => message.Length <= LongestCommand
        && (Fits("undoes", Normalizer.Of(message).Trim()) || Clauses.Of(Normalizer.Of(message)) is [var only] && _ways["wrong"].Fits(only));

    /// <summary>What follows a word that opens a correction (更正 中标); null where none does.</summary>
    public string? EditOf(string message) => Behind(_edits, message);

    /// <summary>Which of two contradicting answers holds: true the one told now, false the one known; null when the words do not say.</summary>
    public bool? Holds(string message) => Fits("told", Normalizer.Of(message)) ? true : Fits("known", Normalizer.Of(message)) ? false : null;

    /// <summary>The words without what stands in front of a value chosen: 改为 否.</summary>
    public string Chosen(string message) => Behind(_chooses, message) ?? message.Trim();

    /// <summary>Whether the names told are all there are.</summary>
    public bool IsAll(string message) => Fits("only", Normalizer.Of(message));

    /// <summary>The name that stands in the place of one that a message denies: 不是用友，是浪潮, "not SAP but Oracle"; null for none.</summary>
    public string? InsteadOf(string message, string name)
    {
        if (Denied(Normalizer.Of(message), Normalizer.Of(name)) is not { End: var at }) return null;
        var rest = message[(at + name.Length)..].Trim(' ', ',', '，', '。', '.');
        return rest.Length is > 0 and <= LongestName ? Behind(_chooses, rest) is { Length: > 1 } now ? now : null : null;
    }

    /// <summary>Whether words say that something happened once more.</summary>
    public bool IsAgain(string words) => Fits("again", Normalizer.Of(words));

    /// <summary>Whether a message says that a deal is not over after all.</summary>
    public bool IsAlive(string message) => Fits("alive", Normalizer.Of(message));

    /// <summary>Whether words say how many.</summary>
    public bool Counts(string words) => Normalizer.Of(words) is var plain && (plain.Any(char.IsAsciiDigit) || _ways["counts"].Fits(plain));

    /// <summary>Whether the names told are further ones.</summary>
    public bool IsMore(string message) => Fits("more", Normalizer.Of(message));

    /// <summary>Whether a clause says that this name is out of the race.</summary>
    public bool HasLeft(string message, string name) => Normalizer.Of(name) is var plain
        && Clauses.Of(Normalizer.Of(message)).Any(clause => Chars.Holds(clause, plain) && (_ways["left"].Fits(clause) || Denied(clause, plain) is not null));

    /// <summary>What to say to small talk; null to anything else.</summary>
    public Funnel.Playbooks.Words? Reply(string message) => Clauses.Parted(Normalizer.Of(message)) is var plain
        ? _talk.FirstOrDefault(kind => kind.Words.Fits(plain)).Reply : null;

    /// <summary>Whether it is small talk from end to end.</summary>
    public bool IsOnlyTalk(string message) => Clauses.Of(Normalizer.Of(message)) is { Length: > 0 } clauses && clauses.All(clause => Reply(clause) is not null);

    private bool Fits(string way, string text) => _ways[way].Fits(Clauses.Parted(text));

    private static string? Behind(ImmutableArray<string> leads, string message)
    {
        var plain = Normalizer.Of(message).Trim();
        return leads.FirstOrDefault(lead => plain.StartsWith(lead, StringComparison.Ordinal) && Chars.AtWordEnd(plain, lead.Length)) is { } found
            ? message.Trim()[found.Length..].Trim(' ', ':', '：', '。', '.') : null;
    }

    private static ImmutableArray<string> Longest(ImmutableArray<string> words) => [.. words.Select(Normalizer.Of).OrderByDescending(word => word.Length)];
}
