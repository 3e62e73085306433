namespace KaBot.Understanding.Scoring;

/// <summary>A reading and a label of one fact that do not agree; one of them is null when there is no counterpart.</summary>
public sealed record Difference(LabelledMessage Message, Label? Label, Reading? Reading);

/// <summary>Reads labelled messages and counts: overall, by language, by kind, by fact.</summary>
public sealed class Scorer
{
    private readonly List<(LabelledMessage Message, string? FactId, Tally Tally)> _counted = [];
    private readonly List<Difference> _differences = [];
    private readonly List<(LabelledMessage Message, bool Silent)> _empty = [];

    public IReadOnlyList<Difference> Differences => _differences;

    public IEnumerable<string> Facts => _counted.Where(entry => entry.FactId is not null).Select(entry => entry.FactId!).Distinct();

    public int Messages { get; private set; }

    /// <summary>Share of the readings with the right fact whose evidence overlaps the label's.</summary>
    public Share Evidence { get; private set; }

    public Tally Overall => Of(_ => true);

    public Tally Of(Func<LabelledMessage, bool> which) =>
        _counted.Where(entry => which(entry.Message)).Aggregate(default(Tally), (sum, entry) => sum + entry.Tally);

    public Tally OfFact(string id) => _counted.Where(entry => entry.FactId == id).Aggregate(default(Tally), (sum, entry) => sum + entry.Tally);

    /// <summary>Messages that say nothing of which nothing was read.</summary>
    public Share Silent(Func<LabelledMessage, bool> which) =>
        new(_empty.Count(entry => entry.Silent && which(entry.Message)), _empty.Count(entry => which(entry.Message)));

    public void Add(LabelledMessage message, IReadOnlyList<Reading> readings)
    {
        Messages++;
        if (message.Labels.IsEmpty) _empty.Add((message, readings.Count == 0));
        foreach (var label in message.Labels)
        {
            var reading = readings.FirstOrDefault(reading => reading.FactId == label.FactId);
            Count(message, label, reading);
        }
        foreach (var reading in readings.Where(reading => message.Labels.All(label => label.FactId != reading.FactId)))
            Count(message, null, reading);
    }

    private void Count(LabelledMessage message, Label? label, Reading? reading)
    {
        var value = label is not null && reading is not null && Agreement.Of(reading.Value, label.Value);
        var right = value && reading!.Certainty == label!.Certainty;
        _counted.Add((message, label?.FactId ?? reading!.FactId,
            new Tally(label is null ? 0 : 1, reading is null ? 0 : 1, right ? 1 : 0, reading is not null && !value ? 1 : 0)));
        if (!right) _differences.Add(new Difference(message, label, reading));
        if (label is not null && reading is not null)
            Evidence = new Share(Evidence.Count + (Overlap(message.Message.Text, label, reading) ? 1 : 0), Evidence.Of + 1);
    }

    private static bool Overlap(string text, Label label, Reading reading)
    {
        var start = text.IndexOf(label.Evidence, StringComparison.Ordinal);
        return start < reading.Start + reading.Evidence.Length && reading.Start < start + label.Evidence.Length;
    }
}
