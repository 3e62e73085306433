using System.Collections.Concurrent;
using System.Diagnostics;
using KaBot.Cards.Elements;
using KaBot.Operations;
using KaBot.Reminders;
using KaBot.Reminders.Delivery;
using KaBot.Storage;
using KaBot.Web;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace KaBot.Benchmarks;

/// <summary>
/// Everybody due at once, sent at the full allowed rate to a channel that throttles now and then, on a simulated clock: who got how many,
/// and how much of the rate was used.
/// </summary>
internal sealed class FullRate : IBenchmark
{
    private const int Reps = 100_000;
    private const int Allowed = 50;
    private const int OneThrottledOf = 997;
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(3);

    public string Name => "rate";

    public async Task<IReadOnlyList<Row>> RunAsync()
    {
        var folder = Directory.CreateTempSubdirectory("kabot-rate-");
        try
        {
            var clock = new JumpingClock(ReminderBursts.Nine.AddMinutes(-30));
            await using var app = Server.Build(
                ["--Reminders:Enabled=false", $"--Reminders:PerSecond={Allowed}", $"--Storage:Path={Path.Combine(folder.FullName, "kabot.db")}", "--Logging:LogLevel:Default=None"],
                services => services.AddSingleton<TimeProvider>(clock));
            var services = app.Services;
            ReminderBursts.Fill(services.GetRequiredService<Database>(), Reps);
            var sweep = services.GetRequiredService<Sweep>();
            await sweep.RunAsync(CancellationToken.None);
            clock.Now = ReminderBursts.Nine;
            await sweep.RunAsync(CancellationToken.None);

            var channel = new Throttling(clock);
            var round = new DeliveryRound(services.GetRequiredService<Outbox>(), services.GetRequiredService<ReminderStore>(), services.GetRequiredService<SendRates>(), channel,
                services.GetServices<IMessageContent>(), services.GetRequiredService<ReminderOptions>(), services.GetRequiredService<Measures>(), clock, NullLogger<DeliveryRound>.Instance);
            var (watch, cpu) = (Stopwatch.StartNew(), new Cpu());
            while (channel.Got.Count < Reps && clock.Now < ReminderBursts.Nine.AddHours(3))
                if (!await round.RunAsync(CancellationToken.None)) clock.Now += TimeSpan.FromSeconds(1);
            var took = clock.Now - ReminderBursts.Nine;
            var (lost, twice) = (Reps - channel.Got.Count, channel.Got.Count(rep => rep.Value > 1));
            if (lost + twice > 0) throw new InvalidOperationException($"{lost} reps got nothing and {twice} got more than one message");
            return
            [
                new($"{Reps:N0} reminders at {Allowed} a second, one of {OneThrottledOf} sends throttled for {Pause.TotalSeconds:0} s: lost, doubled", Row.Text($"{lost}, {twice}"), "0, 0"),
                new("… simulated time", Row.Text($"{took.TotalMinutes:0.0} min"), Row.Text($"{Reps / (double)Allowed / 60:0.0} min without throttling ({Reps / took.TotalSeconds / Allowed:0.00} × the rate)")),
                new("… most in any second", Row.Text($"{channel.Busiest}"), Row.Text($"{Allowed} allowed")),
                new("… real time", Row.Text($"{watch.Elapsed.TotalSeconds:0} s")),
                new("… CPU a message, a few begun together as at the real rate", Row.Text($"{cpu.Elapsed.TotalMilliseconds / Reps:0.00} ms"), Row.Text($"1 ms")),
            ];
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    /// <summary>Takes most sends, turns some away with a Retry-After, and counts.</summary>
    private sealed class Throttling(JumpingClock clock) : ICourier
    {
        private readonly ConcurrentDictionary<long, int> _seconds = new();
        private int _asked;

        public ConcurrentDictionary<string, int> Got { get; } = new(StringComparer.Ordinal);

        public int Busiest => _seconds.Values.Max();

        public Task<SendOutcome> SendAsync(string reference, Card card, CancellationToken cancellationToken)
        {
            _seconds.AddOrUpdate(clock.Now.ToUnixTimeSeconds(), 1, (_, count) => count + 1);
            if (Interlocked.Increment(ref _asked) % OneThrottledOf == 0) return Task.FromResult<SendOutcome>(new SendOutcome.Throttled(Pause));
            Got.AddOrUpdate(reference, 1, (_, count) => count + 1);
            return Task.FromResult<SendOutcome>(new SendOutcome.Sent("m" + _asked));
        }

        public Task<SendOutcome> UpdateAsync(string reference, string activityId, Card card, CancellationToken cancellationToken) =>
            Task.FromResult<SendOutcome>(new SendOutcome.Sent(activityId));
    }

    /// <summary>A clock that jumps to the end of each short wait instead of waiting; a time-out that guards a send never comes.</summary>
    private sealed class JumpingClock(DateTimeOffset now) : TimeProvider
    {
        private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(15);

        public DateTimeOffset Now { get; set; } = now;

        public override DateTimeOffset GetUtcNow() => Now.ToUniversalTime();

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            if (dueTime < TimeSpan.Zero || dueTime > LongestWait) return new Inert();
            Now += dueTime;
            return System.CreateTimer(callback, state, TimeSpan.Zero, Timeout.InfiniteTimeSpan);
        }

        private sealed class Inert : ITimer
        {
            public bool Change(TimeSpan dueTime, TimeSpan period) => true;

            public void Dispose()
            {
                // Nothing was begun.
            }

            public ValueTask DisposeAsync() => ValueTask.CompletedTask;
        }
    }
}
