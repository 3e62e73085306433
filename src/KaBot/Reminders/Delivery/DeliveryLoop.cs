namespace KaBot.Reminders.Delivery;

/// <summary>Empties the outbox as long as the process runs: at once when woken, else every second, for rows that had to wait.</summary>
public sealed class DeliveryLoop(DeliveryRound round, ILogger<DeliveryLoop> log) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan AfterFault = TimeSpan.FromSeconds(15);
    private readonly SemaphoreSlim _woken = new(0, 1);

    public void Wake()
    {
        if (_woken.CurrentCount == 0) _woken.Release();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // The host starts without waiting for a first round.
        await Task.Yield();
        while (!stoppingToken.IsCancellationRequested)
        {
            var wait = Pause;
            try
            {
                if (await round.RunAsync(stoppingToken)) continue;
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception fault)
            {
                log.LogError(fault, "A round of the outbox failed; it is tried again");
                wait = AfterFault;
            }
            try
            {
                await _woken.WaitAsync(wait, stoppingToken);
            }
            catch (OperationCanceledException)
            {
                return;
            }
        }
    }
}
