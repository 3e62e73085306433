using System.Collections.Immutable;

namespace KaBot.Funnel.Facts;

/// <summary>All that is known of a deal: at most one fact per id.</summary>
public sealed record FactSheet
{
    public static readonly FactSheet Empty = new();

    private ImmutableSortedDictionary<string, Fact> Facts { get; init; } = ImmutableSortedDictionary.Create<string, Fact>(StringComparer.Ordinal);

    public static FactSheet Of(IEnumerable<Fact> facts) => facts.Aggregate(Empty, (sheet, fact) => sheet.With(fact));

    public IEnumerable<Fact> All => Facts.Values;

    public bool IsEmpty => Facts.IsEmpty;

    public Fact? this[string id] => Facts.GetValueOrDefault(id);

    /// <summary>
    /// The sheet after a fact was learnt: the later one stands. An increment adds to the count known; where none is known it stays an
    /// increment, so that it adds to the total of another sheet.
    /// </summary>
    public FactSheet With(Fact fact) => this with { Facts = Facts.SetItem(fact.Id, fact with { Value = Total(fact) }) };

    /// <summary>The sheet after a fact was struck: unknown again.</summary>
    public FactSheet Without(string id) => this with { Facts = Facts.Remove(id) };

    private FactValue Total(Fact fact) => fact.Value is FactValue.Count { Increment: true } more && this[fact.Id]?.Value is FactValue.Count known
        ? known with { Value = known.Value + more.Value }
        : fact.Value;

    public bool Equals(FactSheet? other) => other is not null && All.SequenceEqual(other.All);
    public override int GetHashCode() => All.Aggregate(7, HashCode.Combine);
}
