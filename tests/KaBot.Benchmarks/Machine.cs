using System.Globalization;
using System.Runtime.InteropServices;

namespace KaBot.Benchmarks;

/// <summary>What the figures were taken on.</summary>
internal static class Machine
{
    public static string Line => string.Create(CultureInfo.InvariantCulture,
        $"{Processor}, {Environment.ProcessorCount} cores, {GC.GetGCMemoryInfo().TotalAvailableMemoryBytes >> 30} GB, {RuntimeInformation.OSDescription}, {RuntimeInformation.FrameworkDescription}{Load}");

    // Linux tells; elsewhere the architecture has to do.
    private static string Processor => Read("/proc/cpuinfo").FirstOrDefault(line => line.StartsWith("model name", StringComparison.Ordinal))?.Split(':')[1].Trim()
        ?? RuntimeInformation.ProcessArchitecture.ToString();

    /// <summary>What else the machine was doing: figures of a busy one are no figures.</summary>
    private static string Load => Read("/proc/loadavg").FirstOrDefault()?.Split(' ')[0] is { } load ? $", load {load} at the start" : "";

    private static string[] Read(string file) => File.Exists(file) ? File.ReadAllLines(file) : [];
}
