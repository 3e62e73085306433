namespace KaBot.Benchmarks;

/// <summary>Time of this process's own processor use: a busy machine does not spoil figures "on one core".</summary>
internal readonly struct Cpu()
{
    private readonly TimeSpan _start = Environment.CpuUsage.TotalTime;

    public TimeSpan Elapsed => Environment.CpuUsage.TotalTime - _start;
}
