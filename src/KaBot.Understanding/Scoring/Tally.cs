namespace KaBot.Understanding.Scoring;

/// <summary>Readings against labels, counted.</summary>
/// <param name="Labels">Facts that should have been read.</param>
/// <param name="Readings">Facts that were read.</param>
/// <param name="Right">Readings with the label's fact, value and certainty.</param>
/// <param name="WrongFacts">Readings whose fact is not labelled at all, or labelled with another value. A wrong certainty alone is none.</param>
public readonly record struct Tally(int Labels, int Readings, int Right, int WrongFacts)
{
    public static Tally operator +(Tally a, Tally b) =>
        new(a.Labels + b.Labels, a.Readings + b.Readings, a.Right + b.Right, a.WrongFacts + b.WrongFacts);

    public Share Precision => new(Right, Readings);
    public Share Recall => new(Right, Labels);
    public Share WrongFactRate => new(WrongFacts, Readings);

    /// <summary>Harmonic mean of precision and recall: the right ones as a share of the mean of readings and labels.</summary>
    public Share F1 => new(Right, (Labels + Readings) / 2.0);
}

/// <summary>So many of so many, with its 95 % interval after Wilson.</summary>
public readonly record struct Share(double Count, double Of)
{
    private const double Z = 1.959964;

    /// <summary>0 … 1; null of nothing.</summary>
    public double? Value => Of > 0 ? Count / Of : null;

    public (double Low, double High) Interval
    {
        get
        {
            if (Of <= 0) return (0, 1);
            var (p, z2) = (Count / Of, Z * Z);
            var middle = (p + z2 / (2 * Of)) / (1 + z2 / Of);
            var half = Z / (1 + z2 / Of) * Math.Sqrt(p * (1 - p) / Of + z2 / (4 * Of * Of));
            return (Math.Max(0, middle - half), Math.Min(1, middle + half));
        }
    }
}
