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
    public RepMessage Message { get; private set; } = null!;
    public string Text { get; private set; } = "";
    public DateOnly Today { get; private set; }
    public Hits Hits { get; } = new();
    public Layout Layout { get; } = new();
    public List<Spotted> Values { get; } = [];
    public List<Found> Found { get; } = [];
    public List<Candidate> Candidates { get; } = [];
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

        ValueFinder.Find(Text, message.Text, Today, Values);
        data.Lexicon.Find(Text, Hits);
        Hits.Mask(data.Cues.Compound, Text.Length);
        for (var i = 0; i < Values.Count; i++)
            foreach (var symbol in Symbols(data.Values, Values[i])) Hits.Add(new Hit(symbol, Values[i].Start, Values[i].End, i));
        Hits.Sort(data.Lexicon.Symbols);
        Layout.Read(Text, Hits.Of(data.Cues.Break), Values);
        Cues.Read(this, data.Cues);
        data.Matcher.Find(Text, Hits, Layout, Found);
    }

    private int[] Symbols(ValueSymbols symbols, in Spotted value) => value.Kind switch
    {
        ValueKind.Money => symbols.Money,
        ValueKind.Date => value.Date < Today ? symbols.Past : symbols.Date,
        ValueKind.Ordinal => symbols.Nth,
        ValueKind.Times => symbols.Times,
        ValueKind.Percent => symbols.Percent,
        _ => symbols.Number,
    };
}
