using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using KaBot.Operations;
using KaBot.Tests.Reminders.Delivery;

namespace KaBot.Tests.Operations;

public sealed class MeasuresTests
{
    [Fact]
    public async Task Sends_are_counted_by_outcome_and_the_outbox_has_a_depth_and_an_age()
    {
        await using var desk = await Desk.OpenAsync("2026-03-05T08:59");
        using var meter = new Listening(desk.Get<Measures>());
        await desk.RepAsync("r1");
        await desk.RepAsync("r2");
        await desk.SweepAsync();
        desk.Go("2026-03-05T09:00");
        await desk.SweepAsync();
        desk.Clock.Advance(TimeSpan.FromSeconds(40));
        Assert.Equal((2, 40), (meter.Read("kabot.outbox.depth"), meter.Read("kabot.outbox.age")));
        desk.Teams.Answer = call => call.Conversation == "chat-r1" ? new TeamsAnswer(201) : new TeamsAnswer(429, "TooManyRequests", 60);
        await desk.MinuteAsync();
        Assert.Equal(["daily sent 1", "daily throttled 1"], meter.Sends.Order());
        Assert.Equal((1, 0), (meter.Read("kabot.outbox.depth"), meter.Read("kabot.outbox.age")));
    }

    /// <summary>Hears one application's meter, not those of tests beside it.</summary>
    private sealed class Listening : IDisposable
    {
        private readonly MeterListener _listener = new();
        private readonly ConcurrentDictionary<string, double> _gauges = [];

        public Listening(Measures measures)
        {
            _listener.InstrumentPublished = (instrument, listener) =>
            {
                if (measures.Owns(instrument)) listener.EnableMeasurementEvents(instrument);
            };
            _listener.SetMeasurementEventCallback<long>((_, value, tags, _) => Sends.Add(string.Join(' ', tags.ToArray().Select(tag => tag.Value)) + " " + value));
            _listener.SetMeasurementEventCallback<int>((instrument, value, _, _) => _gauges[instrument.Name] = value);
            _listener.SetMeasurementEventCallback<double>((instrument, value, _, _) => _gauges[instrument.Name] = value);
            _listener.Start();
        }

        public ConcurrentBag<string> Sends { get; } = [];

        public double Read(string name)
        {
            _listener.RecordObservableInstruments();
            return _gauges[name];
        }

        public void Dispose() => _listener.Dispose();
    }
}
