using KaBot.Understanding.Assertions;
using KaBot.Understanding.Data;
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
    public Hits Hits { get; } = new();
    public Layout Layout { get; } = new();
    public List<Spotted> Values { get; } = [];
    public List<Found> Found { get; } = [];
    public List<Candidate> Candidates { get; } = [];

    /// <summary>The candidate that won, for each fact that has one, in the order of the facts.</summary>
    public List<(int Fact, Candidate Candidate)> Picks { get; } = [];

    /// <summary>The candidate that won for a fact, or null.</summary>
    public Candidate? PickOf(int fact)
    {
        foreach (var (each, candidate) in Picks)
            if (each == fact) return candidate;
        return null;
    }

    /// <summary>Places of the traits of one reading.</summary>
    public List<int> Places { get; } = [];

    /// <summary>Places of the grams of the clause <see cref="GramsOf"/>, or of none (-1).</summary>
    public List<int> Grams { get; } = [];
    public int GramsOf { get; set; } = -1;

    /// <summary>By value: the fact it belongs to, and the candidate that says so; or -1.</summary>
    public List<int> Owners { get; } = [];
    public List<int> Nearest { get; } = [];
    public CueIndex Cues { get; } = new();

    /// <summary>Finds words, values, clauses and patterns. What they assert is the next step's question.</summary>
    public void Load(RepMessage message, UnderstandingData data)
    {
        (Message, Text) = (message, Normalizer.Of(message.Text));
        Today = DateOnly.FromDateTime(message.At.DateTime);
        Hits.Clear();
        Values.Clear();
        Found.Clear();
        Candidates.Clear();
        Picks.Clear();
        GramsOf = -1;

        ValueFinder.Find(Text, message.Text, Today, Values);
        data.Lexicon.Find(Text, Hits);
        Hits.Mask(data.Cues.Compound, Text.Length);
        for (var i = 0; i < Values.Count; i++) AddValue(data.Values, i);
        Hits.Sort(data.Lexicon.Symbols);
        Layout.Read(Text, Hits.Of(data.Cues.Break), Hits.Of(data.Cues.Contrast), Values);
        Cues.Read(this, data.Cues);
        data.Matcher.Find(Text, Hits, Layout, Found);
    }

    /// <summary>The values that end behind a place; they are in order and do not overlap.</summary>
    public ReadOnlySpan<Spotted> ValuesFrom(int place)
    {
        var (low, high) = (0, Values.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (Values[middle].End <= place) low = middle + 1;
            else high = middle;
        }
        return System.Runtime.InteropServices.CollectionsMarshal.AsSpan(Values)[low..];
    }

    private void AddValue(ValueSymbols symbols, int index)
    {
        var value = Values[index];
        switch (value.Kind)
        {
            case ValueKind.Money: Add(symbols.Money, index); break;
            case ValueKind.Ordinal: Add(symbols.Nth, index); break;
            case ValueKind.Times: Add(symbols.Times, index); break;
            case ValueKind.Percent: Add(symbols.Percent, index); break;
            case ValueKind.Date:
                Add(value.Date < Today ? symbols.Past : symbols.Date, index);
                if (value.Span) Add(symbols.Span, index);
                break;
            default:
                Add(symbols.Number, index);
                if (value.Low >= Many) Add(symbols.Thousands, index);
                if (value.Low >= Hundred) Add(symbols.Hundreds, index);
                if (value.Low is > 1 and <= Few) Add(symbols.Few, index);
                break;
        }
    }

    private void Add(int[] symbols, int index) => Hits.Add(symbols, Values[index].Start, Values[index].End, index);
}
