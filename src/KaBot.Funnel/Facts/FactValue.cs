using System.Collections.Immutable;

namespace KaBot.Funnel.Facts;

/// <summary>
/// What a fact says. One closed set of shapes, one per <see cref="FactKind"/>, and <see cref="Open"/> for a thing
/// that is known to be undecided ("no budget yet"). Unknown has no value: an unknown fact is simply not there.
/// </summary>
public abstract record FactValue
{
    private FactValue() { }

    /// <summary>Yes or no.</summary>
    public sealed record Flag(bool Value) : FactValue;

    /// <summary>How many so far; with <paramref name="Increment"/>, how many more since last known ("又拜访了一次").</summary>
    public sealed record Count(int Value, bool Increment = false) : FactValue;

    /// <summary>A calendar date in the rep's time zone.</summary>
    public sealed record Date(DateOnly Value) : FactValue;

    /// <summary>An amount or a range, in units of the currency (never 万). At least one bound is there.</summary>
    public sealed record Money(decimal? Low, decimal? High, string Currency) : FactValue;

    /// <summary>A short text in the speaker's own words.</summary>
    public sealed record Text(string Value) : FactValue;

    /// <summary>Names as said; empty means "none", said outright.</summary>
    public sealed record List(ImmutableArray<string> Items) : FactValue
    {
        public bool Equals(List? other) => other is not null && Items.SequenceEqual(other.Items);
        public override int GetHashCode() => Items.Aggregate(17, (hash, item) => HashCode.Combine(hash, item));
    }

    /// <summary>The id of one choice of the playbook.</summary>
    public sealed record Choice(string Id) : FactValue;

    /// <summary>The ids of several choices of the playbook.</summary>
    public sealed record Choices(ImmutableArray<string> Ids) : FactValue
    {
        public bool Equals(Choices? other) => other is not null && Ids.SequenceEqual(other.Ids);
        public override int GetHashCode() => Ids.Aggregate(19, (hash, id) => HashCode.Combine(hash, id));
    }

    /// <summary>Known to be undecided: JSON null.</summary>
    public sealed record Open : FactValue
    {
        public static readonly Open Value = new();
        private Open() { }
    }
}
