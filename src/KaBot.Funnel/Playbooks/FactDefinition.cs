using System.Collections.Immutable;
using KaBot.Funnel.Facts;
using KaBot.Funnel.Stages;

namespace KaBot.Funnel.Playbooks;

/// <summary>How long a fact stays fresh: some days after it was learnt, until the date it names, or for good.</summary>
/// <param name="Days">Days after it was learnt; null when that does not matter.</param>
/// <param name="UntilOwnDate">Fresh through the date that is its value.</param>
public sealed record ShelfLife(int? Days, bool UntilOwnDate)
{
    public static readonly ShelfLife Forever = new(null, false);
}

/// <summary>One choice of a choice fact.</summary>
public sealed record ChoiceDefinition(string Id, Words Name)
{
    /// <summary>Words by which people mean it; empty where reading it is left to <c>understanding*.yaml</c>.</summary>
    public ImmutableArray<string> Cues { get; init; } = [];
}

/// <summary>When a question is asked that a later fact has overtaken: after everything else, or in its place all the same.</summary>
public enum AskedLater { Last, Still }

/// <summary>What a later fact makes of a question: after a visit it is pointless to ask whether there was any contact.</summary>
/// <param name="By">Facts of which one sure yes is enough.</param>
/// <param name="Question">The words then, which know of it; null keeps the usual ones.</param>
public sealed record LaterQuestion(ImmutableArray<string> By, AskedLater Ask, Words? Question)
{
    /// <summary>Whether the day asked for lies behind.</summary>
    public bool Past { get; init; }

    public bool Holds(FactSheet facts) => By.Any(id => facts[id] is { Certainty: Certainty.Stated } fact && Qualifier.Holds(fact.Value));
}

/// <summary>Which days a date is mostly one of: near ones, or the ends of quarters.</summary>
public enum Picks { Days, Quarters }

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
    /// <summary>What later facts make of its question, the first that holds counting.</summary>
    public ImmutableArray<LaterQuestion> Later { get; init; } = [];

    public Picks Picks { get; init; }

    /// <summary>Words that take its value back; null for none.</summary>
    public Comeback? Revived { get; init; }

    public ChoiceDefinition? Choice(string id) => Choices.FirstOrDefault(choice => choice.Id == id);

    /// <summary>The one choice of which a text holds some word; null where it holds none, or of several.</summary>
    public ChoiceDefinition? ChoiceSaidIn(string text) => Choices.Where(choice => choice.Cues.Any(cue => Cued.Has(text, cue))).ToList() is [var one] ? one : null;

    /// <summary>What that which is known by now makes of its question, or null.</summary>
    public LaterQuestion? LaterOf(FactSheet facts) => Later.FirstOrDefault(later => later.Holds(facts));

    /// <summary>Whether what is known by now makes it pointless to ask for it or to miss it.</summary>
    public bool Overtaken(FactSheet facts) => LaterOf(facts) is { Ask: AskedLater.Last };
}
