namespace KaBot.Storage;

/// <summary>
/// Keeps the journal of turns short: a channel sends an activity again within minutes, so what was answered a week ago is never asked
/// for. Snapshots and the audit log are never touched.
/// </summary>
public sealed class JournalKeeper(Store store, TimeProvider clock, ILogger<JournalKeeper> log) : BackgroundService
{
    private static readonly TimeSpan Kept = TimeSpan.FromDays(7);
    private static readonly TimeSpan Between = TimeSpan.FromHours(6);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Between, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await store.ForgetTurnsAsync(clock.GetUtcNow() - Kept);
            }
            catch (Exception fault) when (fault is not OperationCanceledException)
            {
                log.LogWarning(fault, "The journal could not be shortened; it is tried again in {Hours} hours", Between.TotalHours);
            }
        }
    }
}
