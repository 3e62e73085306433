namespace KaBot.Benchmarks;

/// <summary>One line of the table: what was measured, what came out, and what it is held against.</summary>
/// <param name="Mark">The figure to beat, with its ratio; empty where there is none.</param>
internal sealed record Row(string What, string Figure, string Mark = "")
{
    /// <summary>Figures written the same in every country.</summary>
    public static string Text(FormattableString figures) => FormattableString.Invariant(figures);
}

/// <summary>Something measured. A new one is a class of its own, named in <see cref="Program"/>.</summary>
internal interface IBenchmark
{
    /// <summary>What the command line calls it.</summary>
    string Name { get; }

    Task<IReadOnlyList<Row>> RunAsync();
}
