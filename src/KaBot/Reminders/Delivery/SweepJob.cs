using KaBot.Operations;
using KaBot.Reminders.Teams;
using Quartz;

namespace KaBot.Reminders.Delivery;

/// <summary>Fired once a minute, on one node: sweeps for what is due, and wakes the loop that sends it.</summary>
[DisallowConcurrentExecution]
public sealed class SweepJob(Sweep sweep, DigestSweep digests, PracticeSweep practice, SendRates rates, DeliveryLoop loop, Measures measures, TimeProvider clock) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken)
    {
        using var activity = Measures.Source.StartActivity("reminder.sweep");
        var begun = clock.GetTimestamp();
        activity?.SetTag("kabot.rows", await sweep.RunAsync(cancellationToken));
        await digests.RunAsync();
        await practice.RunAsync();
        measures.Sweep(clock.GetElapsedTime(begun));
        loop.Wake();
        if (clock.GetUtcNow().Minute == 0) await rates.TidyAsync();
    }
}
