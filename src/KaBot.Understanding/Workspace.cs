using System.Runtime.InteropServices;
using KaBot.Understanding.Assertions;
using KaBot.Understanding.Data;
using KaBot.Understanding.Learning;
using KaBot.Understanding.Patterns;
using KaBot.Understanding.Text;
using KaBot.Understanding.Values;
using KaBot.Understanding.Words;

namespace KaBot.Understanding;

/// <summary>One message as it is being read: the text in one spelling, its clauses, words and values. One per thread, used again.</summary>
internal sealed class Workspace
{
    // Staff of a company that passes for large, and of one that passes for small.
    private const int Many = 1000, Few = 300, Hundred = 100;

    public RepMessage Message { get; private set; } = null!;
    public string Text { get; private set; } = "";
    public DateOnly Today { get; private set; }

    /// <summary>Whether 3/4 is the third of April: so write all who write English but in America, west of Greenwich.</summary>
    public bool DayFirst => !IsChinese && Message.Language == "en" && Message.At.Offset >= TimeSpan.Zero;

    /// <summary>How much the whole text says, in letters.</summary>
    public int Weight { get; private set; }

    /// <summary>Whether it holds Chinese characters.</summary>
    public bool IsChinese { get; private set; }
    public Hits Hits { get; } = new();
    public Layout Layout { get; } = new();
    public List<Spotted> Values { get; } = [];
    public List<Found> Found { get; } = [];
    public List<Candidate> Candidates { get; } = [];

    /// <summary>Whether there is a candidate of a fact.</summary>
    public bool IsTold(int fact)
    {
        foreach (ref readonly var candidate in CollectionsMarshal.AsSpan(Candidates))
            if (candidate.Fact == fact) return true;
        return false;
    }

    /// <summary>The candidate that won, for each fact that has one, in the order of the facts.</summary>
    public List<(int Fact, Candidate Candidate)> Picks { get; } = [];

    /// <summary>The candidate that won for a fact, or null.</summary>
    public Candidate? PickOf(int fact)
    {
        foreach (var (each, candidate) in Picks)
            if (each == fact) return candidate;
        return null;
    }

    public Tokens Tokens { get; } = new();

    /// <summary>What is shown to a network at the moment.</summary>
    public Features Features { get; } = new();

    /// <summary>What the tokens mean where they stand.</summary>
    public Encoded Encoded { get; } = new();

    /// <summary>By clause, one behind the other: the logarithm of the odds of each label.</summary>
    public List<float> ClauseScores { get; } = [];

    /// <summary>By clause: how much of what it looks like the network has ever learnt of, from 0 to 1.</summary>
    public List<float> Heard { get; } = [];

    /// <summary>By label: the logarithm of the odds that the message tells it, somewhere.</summary>
    public List<float> MessageScores { get; } = [];

    /// <summary>By label: its best score in any clause.</summary>
    public List<float> Best { get; } = [];

    /// <summary>By token, one behind the other: the logarithm of the odds of each tag, of some clauses side by side.</summary>
    public List<float> TagScores { get; } = [];

    /// <summary>And of the likeliest row of tags that ends in it.</summary>
    public List<float> TagsBest { get; } = [];

    /// <summary>And the tag before it in that row.</summary>
    public List<int> TagsBack { get; } = [];

    /// <summary>What the networks and the patterns take the message to tell.</summary>
    public List<Claim> Claims { get; } = [];

    /// <summary>What is said without a pause within; stands where it was asked for.</summary>
    public Units Units { get; } = new();

    /// <summary>Where a clause ends that no mark ends, and whether a sentence does.</summary>
    public List<(int Place, bool Stop)> Pauses { get; } = [];

    private readonly List<int> _patterns = [];
    private readonly WordClasses _classes = new();
    private readonly FoundFeatures _found = new();
    private readonly List<bool> _claimed = [];

    /// <summary>The playbook's word classes of which a word begins in a clause, each once.</summary>
    public List<uint> ClassesOf(int clause) => _classes.OfClause(clause);

    /// <summary>The playbook's word classes of which a word takes in a token.</summary>
    public List<uint> ClassesAt(int token) => _classes.OfToken(this, token);

    /// <summary>Adds which name or text that a pattern found a token is of.</summary>
    public void FoundAt(int token, uint turn, Features features) => _found.Add(token, turn, features);

    /// <summary>Whether a token is part of a word of two characters or more that the playbook knows, whatever for.</summary>
    public bool IsHeardOf(int token) => _classes.IsHeardOf(this, token);

    /// <summary>Whether what a clause says is claimed as so, of this deal, now.</summary>
    public bool IsClaimed(int clause) => _claimed[clause];

    /// <summary>What the networks need to know besides: tokens, classes of words, what is claimed.</summary>
    public void Prepare(UnderstandingData data, Asserter asserter, CommonWords common)
    {
        Tokens.Read(Text, Message.Text, Values, Layout.Clauses, common);
        _classes.Read(this, data);
        _found.Read(this, data);
        _claimed.Clear();
        foreach (var clause in Layout.Clauses) _claimed.Add(asserter.IsClaimed(this, clause.Start, clause.End));
        ClauseScores.Clear();
        Claims.Clear();
    }

    /// <summary>By value: the fact it belongs to, and the candidate that says so; or -1.</summary>
    public List<int> Owners { get; } = [];
    public List<int> Nearest { get; } = [];
    public CueIndex Cues { get; } = new();

    /// <summary>Finds words, values, clauses and patterns. What they assert is the next step's question.</summary>
    /// <param name="pauses">Where clauses end that no mark ends; null where that is not known.</param>
    public void Load(RepMessage message, UnderstandingData data, Pauses? pauses)
    {
        (Message, Text) = (message, Normalizer.Of(message.Text));
        Today = DateOnly.FromDateTime(message.At.DateTime);
        (Weight, IsChinese) = (Chars.Weight(Text, 0, Text.Length), Chars.AnyHan(Text));
        Hits.Clear();
        Values.Clear();
        Found.Clear();
        Candidates.Clear();
        Picks.Clear();

        ValueFinder.Find(Text, message.Text, Today, DayFirst, Values);
        data.Lexicon.Find(Text, Hits);
        Hits.Mask(Text.Length);
        for (var i = 0; i < Values.Count; i++) AddValue(data.Values, i);
        Hits.Sort(data.Lexicon);
        Layout.Read(Text, Hits.Of(data.Cues.Break), Hits.Of(data.Cues.Contrast), Values);
        pauses?.Run(this);
        Cues.Read(this, data.Cues);
        data.Matcher.Find(Text, Hits, Layout, _patterns, Found);
    }

    /// <summary>The values that end behind a place; they are in order and do not overlap.</summary>
    public ReadOnlySpan<Spotted> ValuesFrom(int place)
    {
        ReadOnlySpan<Spotted> values = CollectionsMarshal.AsSpan(Values);
        var first = values.FirstFrom(place);
        // The one before may reach over the place.
        return values[(first > 0 && values[first - 1].End > place ? first - 1 : first)..];
    }

    private void AddValue(ValueMeanings values, int index)
    {
        var value = Values[index];
        switch (value.Kind)
        {
            case ValueKind.Money: Add(values.Money, index); break;
            case ValueKind.Ordinal: Add(values.Nth, index); break;
            case ValueKind.Times: Add(values.Times, index); break;
            case ValueKind.Percent: Add(values.Percent, index); break;
            case ValueKind.Date:
                Add(value.Date < Today ? values.Past : values.Date, index);
                if (value.Span) Add(values.Span, index);
                break;
            default:
                Add(values.Number, index);
                if (value.Low >= Many) Add(values.Thousands, index);
                if (value.Low >= Hundred) Add(values.Hundreds, index);
                if (value.Low is > 1 and <= Few) Add(values.Few, index);
                break;
        }
    }

    private void Add(Meaning meaning, int index) => Hits.AddValue(meaning, Values[index].Start, Values[index].End, index);
}
