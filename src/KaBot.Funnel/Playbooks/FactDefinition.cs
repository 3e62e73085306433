using System.Collections.Immutable;
using KaBot.Funnel.Facts;

namespace KaBot.Funnel.Playbooks;

/// <summary>How long a fact stays fresh: some days after it was learnt, until the date it names, or for good.</summary>
/// <param name="Days">Days after it was learnt; null when that does not matter.</param>
/// <param name="UntilOwnDate">Fresh through the date that is its value.</param>
public sealed record ShelfLife(int? Days, bool UntilOwnDate)
{
    public static readonly ShelfLife Forever = new(null, false);
}

/// <summary>One choice of a choice fact.</summary>
public sealed record ChoiceDefinition(string Id, Words Name);

/// <summary>A fact that a check-in can learn (domain.md §3).</summary>
/// <param name="Id">The id in data, code and JSON.</param>
/// <param name="Kind">The shape of its value.</param>
/// <param name="Name">What it is called on a card.</param>
/// <param name="Question">How the bot asks for it.</param>
/// <param name="Choices">For choice kinds: what may be chosen; else empty.</param>
/// <param name="ShelfLife">How long it stays fresh.</param>
public sealed record FactDefinition(
    string Id, FactKind Kind, Words Name, Words Question, ImmutableArray<ChoiceDefinition> Choices, ShelfLife ShelfLife)
{
    public ChoiceDefinition? Choice(string id) => Choices.FirstOrDefault(choice => choice.Id == id);
}
