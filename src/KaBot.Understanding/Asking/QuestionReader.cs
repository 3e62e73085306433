using System.Collections.Immutable;
using KaBot.Funnel.Playbooks;
using KaBot.Understanding.Text;

namespace KaBot.Understanding.Asking;

/// <summary>What a rep wants to know of a deal.</summary>
public enum QuestionKind { Stage, Missing, History, Advice, Negotiation, Fact }

/// <summary>A question about a deal.</summary>
/// <param name="FactId">The fact asked about, for <see cref="QuestionKind.Fact"/>; else null.</param>
public sealed record Question(QuestionKind Kind, string? FactId = null);

/// <summary>
/// Tells a question from news, and what it asks. Built from <c>asking.yaml</c> and the names of the playbook's facts. It never gives a
/// fact: whoever asks whether the contract is signed has not said so.
/// </summary>
public sealed class QuestionReader
{
    private const string File = "asking.yaml";
    private const int LongestQuestion = 80;
    private readonly ImmutableArray<string> _asks;
    private readonly ImmutableArray<(string Words, Question Asked)> _topics;

    private QuestionReader(IEnumerable<string> asks, IEnumerable<(string Words, Question Asked)> topics)
    {
        _asks = [.. asks.Select(Normalizer.Of)];
        // The longest words first: 决策流程 is asked about before 流程 is.
        _topics = [.. topics.Select(topic => (Words: Normalizer.Of(topic.Words), topic.Asked)).OrderByDescending(topic => topic.Words.Length)];
    }

    /// <param name="playbook">The facts that may be asked about.</param>
    /// <param name="texts">The playbook folder, file name → text.</param>
    public static (QuestionReader Reader, ImmutableArray<Fault> Faults) Load(Playbook playbook, IReadOnlyDictionary<string, string> texts)
    {
        var faults = new List<Fault>();
        if (!texts.TryGetValue(File, out var text)) faults.Add(new Fault(File, 0, "", "the file is missing", "put it back into the playbook folder"));
        if (text is null || YamlEntry.Parse(File, text, faults) is not { } top) return (new QuestionReader([], []), [.. faults]);
        var asks = top.List("asks");
        var topics = top.Entries("kinds").SelectMany(Kind).Concat(top.Entries("facts").SelectMany(entry => Fact(playbook, entry)))
            .Concat(playbook.Facts.SelectMany(fact => fact.Name.ByLanguage.Values.Select(name => (name, new Question(QuestionKind.Fact, fact.Id))))).ToList();
        top.Done();
        return (new QuestionReader(asks, topics), [.. faults]);
    }

    /// <summary>What the message asks; null when it asks nothing that is known here.</summary>
    public Question? Read(string message)
    {
        var text = Normalizer.Of(message).Trim();
        if (text.Length is 0 or > LongestQuestion || !Asks(text)) return null;
        foreach (var (words, asked) in _topics)
            if (Holds(text, words)) return asked;
        return null;
    }

    private bool Asks(string text) => text[^1] is '?' or '？' || _asks.Any(cue => Holds(text, cue));

    private static bool Holds(string text, string words)
    {
        for (var at = text.IndexOf(words, StringComparison.Ordinal); at >= 0; at = text.IndexOf(words, at + 1, StringComparison.Ordinal))
            if (Chars.IsHan(words[0]) || Chars.AtWordStart(text, at) && Chars.AtWordEnd(text, at + words.Length)) return true;
        return false;
    }

    private static IEnumerable<(string, Question)> Kind(YamlEntry entry)
    {
        var asked = new Question(entry.OneOf<QuestionKind>("id"));
        return Words(entry, asked);
    }

    private static IEnumerable<(string, Question)> Fact(Playbook playbook, YamlEntry entry)
    {
        var id = entry.ReadId();
        if (playbook.Fact(id) is null) entry.Fault($"there is no fact '{id}'", "use an id of facts.yaml", "id");
        return Words(entry, new Question(QuestionKind.Fact, id));
    }

    private static List<(string, Question)> Words(YamlEntry entry, Question asked)
    {
        var words = entry.List("words").Select(word => (word, asked)).ToList();
        if (words.Count == 0) entry.Fault("has no words", "write `words: [one, two]`");
        entry.Done();
        return words;
    }
}
