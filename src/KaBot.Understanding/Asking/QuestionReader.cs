using System.Collections.Immutable;
using System.Text.RegularExpressions;
using KaBot.Funnel.Playbooks;
using KaBot.Understanding.Text;

namespace KaBot.Understanding.Asking;

/// <summary>What a rep wants to know: of a deal, or of all deals together (<see cref="Funnel"/>; <see cref="Lacking"/>: which do not know a fact).</summary>
public enum QuestionKind { Stage, Missing, History, Advice, Negotiation, Needs, People, Concession, Play, Fact, Visited, Funnel, Lacking }

/// <summary>A question about a deal.</summary>
/// <param name="FactId">The fact asked about, for <see cref="QuestionKind.Fact"/> and <see cref="QuestionKind.Lacking"/>; else null.</param>
public sealed record Question(QuestionKind Kind, string? FactId = null)
{
    /// <summary>Facts that a question on how to negotiate tells by the way ("they cut the price again, what now?"): not news by themselves.</summary>
    public static readonly ImmutableArray<string> OfTheTalks = ["symptoms", "buyer_moves", "price_objection", "terms_open"];

    /// <summary>Whether it is about all deals together.</summary>
    public bool OfAll => Kind is QuestionKind.Funnel or QuestionKind.Lacking;

    /// <summary>Whether it asks for advice rather than for what is on record.</summary>
    public bool ForCoach => Kind is QuestionKind.Advice or QuestionKind.Negotiation or QuestionKind.Needs or QuestionKind.People
        or QuestionKind.Concession or QuestionKind.Play;
}

/// <summary>
/// Tells a question from news, and what it asks. Built from <c>asking.yaml</c> and the names of the playbook's facts. It never gives a
/// fact: whoever asks whether the contract is signed has not said so.
/// </summary>
public sealed partial class QuestionReader
{
    private const string File = "asking.yaml";
    private const int LongestQuestion = 80;
    private readonly ImmutableArray<string> _asks;
    private readonly ImmutableArray<(RequestPattern Pattern, Question Asked)> _requests;
    private readonly RequestPattern _reported;
    private readonly RequestPattern _seeks;
    private readonly RequestPattern _this;
    private readonly ImmutableArray<(ImmutableArray<string> About, Question Asked)> _about;
    private readonly ImmutableArray<(string Words, Question Asked)> _topics;

    private QuestionReader(
        IEnumerable<string> asks, RequestPattern reported, RequestPattern seeks, RequestPattern spoken, IReadOnlyCollection<Kind> kinds, IEnumerable<(string Words, Question Asked)> topics)
    {
        _asks = [.. asks.Select(Normalizer.Of)];
        (_reported, _seeks, _this, _requests) = (reported, seeks, spoken, [.. kinds.Select(kind => (kind.Requests, kind.Asked))]);
        _about = [.. kinds.Select(kind => (kind.About, kind.Asked))];
        // The longest words first: 决策流程 is asked about before 流程 is.
        _topics = [.. topics.Select(topic => (Words: Normalizer.Of(topic.Words), topic.Asked)).OrderByDescending(topic => topic.Words.Length)];
        Names = new FactNames(_topics.Where(topic => topic.Asked.FactId is not null).Select(topic => (topic.Words, topic.Asked.FactId!)));
    }

    /// <summary>What the facts are called.</summary>
    public FactNames Names { get; }

    /// <param name="playbook">The facts that may be asked about.</param>
    /// <param name="texts">The playbook folder, file name → text.</param>
    public static (QuestionReader Reader, ImmutableArray<Fault> Faults) Load(Playbook playbook, IReadOnlyDictionary<string, string> texts)
    {
        var faults = new List<Fault>();
        if (!texts.TryGetValue(File, out var text)) faults.Add(new Fault(File, 0, "", "the file is missing", "put it back into the playbook folder"));
        if (text is null || YamlEntry.Parse(File, text, faults) is not { } top)
            return (new QuestionReader([], RequestPattern.Never, RequestPattern.Never, RequestPattern.Never, [], []), [.. faults]);
        var asks = top.List("asks");
        var lists = (top.Has("lists") ? top.Entries("lists") : []).Select(ReadList).ToDictionary(list => list.Id, list => list.Words, StringComparer.Ordinal);
        var reported = RequestPattern.Read(top, "reported", lists);
        var seeks = RequestPattern.Read(top, "seeks", lists);
        var spoken = top.Has("this") ? RequestPattern.Read(top, "this", lists) : RequestPattern.Never;
        var kinds = top.Entries("kinds").Select(entry => ReadKind(entry, lists)).ToList();
        var facts = top.Entries("facts").Select(entry => ReadFact(playbook, entry, lists)).ToList();
        kinds = [.. kinds, .. facts];
        var topics = kinds.SelectMany(kind => kind.Topics)
            .Concat(playbook.Facts.SelectMany(fact => fact.Name.ByLanguage.Values.Select(name => (name, new Question(QuestionKind.Fact, fact.Id))))).ToList();
        top.Done();
        return (new QuestionReader(asks, reported, seeks, spoken, kinds, topics), [.. faults]);
    }

    /// <summary>What the message asks; null when it asks nothing that is known here.</summary>
    public Question? Read(string message)
    {
        var text = Contracted().Replace(Normalizer.Of(message).Trim(), "$1's");
        if (text.Length is 0 or > LongestQuestion) return null;
        var own = Own(text);
        foreach (var (pattern, asked) in _requests)
            if (pattern.Fits(own) && (asked.Kind != QuestionKind.Lacking || FactIn(text) is not null))
                return asked.Kind == QuestionKind.Lacking ? asked with { FactId = FactIn(text) } : asked;
        var seeks = _seeks.Fits(own);
        if (seeks && Sought(own) is { } sought) return sought;
        if (Asks(text, own))
            foreach (var (words, asked) in _topics)
                if (Chars.Holds(text, words)) return asked;
        return seeks ? new Question(QuestionKind.Advice) : null;
    }

    /// <summary>Whether the message speaks of the deal spoken of last: "this deal".</summary>
    public bool OfThisDeal(string message) => _this.Fits(Normalizer.Of(message));

    private string? FactIn(string text) => _topics.FirstOrDefault(topic => topic.Asked.Kind == QuestionKind.Fact && Chars.Holds(text, topic.Words)).Asked?.FactId;

    /// <summary>For one who seeks advice in words of no known pattern: the kind of which most is spoken; of equals the first. Null for none.</summary>
    private Question? Sought(string text) =>
        _about.Select(kind => (kind.Asked, Count: kind.About.Count(words => Chars.Holds(text, words)))).Where(kind => kind.Count > 0)
            .OrderByDescending(kind => kind.Count).Select(kind => kind.Asked).FirstOrDefault();

    /// <summary>The text without the clauses that tell what somebody else asked.</summary>
    private string Own(string text) =>
        string.Join(',', Clauses.Of(text).Where(clause => !_reported.Fits(clause)));

    private bool Asks(string text, string own) => text[^1] is '?' or '？' || _asks.Any(cue => Chars.Holds(own, cue));

    private static (string Id, ImmutableArray<string> Words) ReadList(YamlEntry entry)
    {
        var list = (entry.ReadId(), entry.List("words"));
        entry.Done();
        return list;
    }

    /// <summary>A kind of question as it is written.</summary>
    private sealed record Kind(Question Asked, RequestPattern Requests, ImmutableArray<string> About, IReadOnlyList<(string, Question)> Topics);

    private static Kind ReadKind(
        YamlEntry entry, IReadOnlyDictionary<string, ImmutableArray<string>> lists)
    {
        var asked = new Question(entry.OneOf<QuestionKind>("id"));
        var requests = entry.Has("requests") ? RequestPattern.Read(entry, "requests", lists) : RequestPattern.Never;
        var topics = entry.Has("words") ? entry.List("words").Select(word => (word, asked)).ToList() : [];
        if (topics.Count == 0 && requests == RequestPattern.Never) entry.Fault("has no words", "write `words: [one, two]` or `requests: [one, two]`");
        ImmutableArray<string> about = entry.Has("about") ? [.. entry.List("about").Select(Normalizer.Of)] : [];
        entry.Done();
        return new Kind(asked, requests, about, topics);
    }

    private static Kind ReadFact(Playbook playbook, YamlEntry entry, IReadOnlyDictionary<string, ImmutableArray<string>> lists)
    {
        var id = entry.ReadId();
        if (playbook.Fact(id) is null) entry.Fault($"there is no fact '{id}'", "use an id of facts.yaml", "id");
        var asked = new Question(QuestionKind.Fact, id);
        var requests = entry.Has("requests") ? RequestPattern.Read(entry, "requests", lists) : RequestPattern.Never;
        var words = entry.List("words").Select(word => (word, asked)).ToList();
        if (words.Count == 0) entry.Fault("has no words", "write `words: [one, two]`");
        entry.Done();
        return new Kind(asked, requests, [], words);
    }

    // Typed in haste: "whats missing".
    [GeneratedRegex(@"\b(what|where|how|who|when)s\b")]
    private static partial Regex Contracted();
}
