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
    private readonly Histogram<double> _model;
    private readonly Counter<long> _tokens;

    public Measures()
    {
        _turns = _meter.CreateHistogram<double>("kabot.turn.duration", "s", "From a message's arrival until it is answered");
        _sends = _meter.CreateCounter<long>("kabot.sends", "{message}", "Messages KaBot sent of its own accord, by kind and outcome; 429s are 'throttled'");
        _sweeps = _meter.CreateHistogram<double>("kabot.sweep.duration", "s", "Time of a sweep for due reminders");
        _model = _meter.CreateHistogram<double>("kabot.model.duration", "s", "Time of a call to the language model, retries included, by outcome");
        _tokens = _meter.CreateCounter<long>("kabot.model.tokens", "{token}", "Tokens the language model used, in and out");
    }

    /// <summary>Times a turn until it is disposed of; failed unless it was said to be done.</summary>
    public MeasuredTurn Turn(string type) => new(_turns, type);

    public void Sent(string kind, string outcome) =>
        _sends.Add(1, new KeyValuePair<string, object?>("kind", kind), new KeyValuePair<string, object?>("outcome", outcome));

    public void Sweep(TimeSpan took) => _sweeps.Record(took.TotalSeconds);

    public void Model(TimeSpan took, string outcome) => _model.Record(took.TotalSeconds, new KeyValuePair<string, object?>("outcome", outcome));

    public void Tokens(long used, string direction) => _tokens.Add(used, new KeyValuePair<string, object?>("direction", direction));

    /// <summary>Depth and age of the outbox, asked for whenever the metrics are read.</summary>
    public void Watch(Func<(int Waiting, TimeSpan Age)> queue)
    {
        _meter.CreateObservableGauge("kabot.outbox.depth", () => queue().Waiting, "{message}", "Messages that are due and not settled");
        _meter.CreateObservableGauge("kabot.outbox.age", () => queue().Age.TotalSeconds, "s", "How long the oldest of them waits");
    }

    /// <summary>Whether an instrument is of this application, and not of another one in the process.</summary>
    public bool Owns(Instrument instrument) => instrument.Meter == _meter;

    public void Dispose() => _meter.Dispose();
}

/// <summary>A turn under way: its span, and its time when it ends.</summary>
public sealed class MeasuredTurn(Histogram<double> turns, string type) : IDisposable
{
    private readonly Activity? _span = Measures.Source.StartActivity("turn " + type, ActivityKind.Server);
    private readonly long _begun = Stopwatch.GetTimestamp();
    private bool _done;

    public void Done() => _done = true;

    public void Dispose()
    {
        turns.Record(Stopwatch.GetElapsedTime(_begun).TotalSeconds, new KeyValuePair<string, object?>("type", type), new KeyValuePair<string, object?>("failed", !_done));
        if (!_done) _span?.SetStatus(ActivityStatusCode.Error);
        _span?.Dispose();
    }
}
