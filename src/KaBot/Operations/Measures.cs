using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace KaBot.Operations;

/// <summary>What KaBot measures of itself. Names and kinds only: nothing a customer or a rep said.</summary>
public sealed class Measures : IDisposable
{
    public const string Name = "KaBot";

    /// <summary>Spans of turns, sweeps and sends.</summary>
    public static readonly ActivitySource Source = new(Name);

    private readonly Meter _meter = new(Name);
    private readonly Histogram<double> _turns;
    private readonly Counter<long> _sends;
    private readonly Histogram<double> _sweeps;

    public Measures()
    {
        _turns = _meter.CreateHistogram<double>("kabot.turn.duration", "s", "From a message's arrival until it is answered");
        _sends = _meter.CreateCounter<long>("kabot.sends", "{message}", "Messages KaBot sent of its own accord, by kind and outcome; 429s are 'throttled'");
        _sweeps = _meter.CreateHistogram<double>("kabot.sweep.duration", "s", "Time of a sweep for due reminders");
    }

    public void Turn(TimeSpan took, string type, bool failed) =>
        _turns.Record(took.TotalSeconds, new KeyValuePair<string, object?>("type", type), new KeyValuePair<string, object?>("failed", failed));

    public void Sent(string kind, string outcome) =>
        _sends.Add(1, new KeyValuePair<string, object?>("kind", kind), new KeyValuePair<string, object?>("outcome", outcome));

    public void Sweep(TimeSpan took) => _sweeps.Record(took.TotalSeconds);

    /// <summary>Depth and age of the outbox, asked for whenever the metrics are read.</summary>
    public void Watch(Func<(int Waiting, TimeSpan Age)> queue)
    {
        _meter.CreateObservableGauge("kabot.outbox.depth", () => queue().Waiting, "{message}", "Messages that are due and not settled");
        _meter.CreateObservableGauge("kabot.outbox.age", () => queue().Age.TotalSeconds, "s", "How long the oldest of them waits");
    }

    public void Dispose() => _meter.Dispose();
}
