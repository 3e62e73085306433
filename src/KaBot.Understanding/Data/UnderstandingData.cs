using System.Collections.Immutable;
using KaBot.Funnel.Facts;
using KaBot.Funnel.Playbooks;
using KaBot.Understanding.Patterns;
using KaBot.Understanding.Words;

namespace KaBot.Understanding.Data;

/// <summary>What the understanding files of a playbook say, compiled: words, patterns, and per fact what a reply needs.</summary>
internal sealed record UnderstandingData(
    Lexicon Lexicon, ImmutableArray<FactDefinition> Facts, ImmutableArray<FactWords> Words, Matcher Matcher, Cues Cues,
    ValueMeanings Values, NameCues Names, ImmutableArray<Implication> Implications)
{
    /// <summary>By symbol: the hash of the word class it stands for, or 0.</summary>
    public required uint[] ClassHash { get; init; }

    /// <summary>The hashes of all patterns: what the networks learnt beside and what was added since.</summary>
    public required IReadOnlySet<uint> Patterns { get; init; }

    /// <summary>The facts that name a person: those of which a pattern captures one.</summary>
    public required IReadOnlySet<int> Persons { get; init; }

    /// <summary>The hash of a pattern as it is written.</summary>
    public static uint HashOf(string fact, string pattern) => Learning.Fnv.Of(pattern, Learning.Fnv.Of(fact));

    /// <summary>By fact: the hash of its id, so that a playbook may put its facts in another order.</summary>
    public uint[] FactHash { get; } = [.. Facts.Select(fact => Learning.Fnv.Of(fact.Id))];
}

/// <summary>What is peculiar to one fact.</summary>
/// <param name="Topic">Symbol of the words that name it ("budget", 预算), for "topic: answer".</param>
/// <param name="Planned">A plan or a coming date does not silence it.</param>
/// <param name="Opens">It may be known to be open.</param>
/// <param name="Beside">What must be told beside a value that belongs to nothing else, for it to be its own; default for none.</param>
/// <param name="Unless">Symbol of the words that show something else to be spoken of, where they stand in the clause; -1 for none.</param>
/// <param name="Share">It is a matter of numbers: "6 out of 10", 7个里5个, "3 against 5" answer it.</param>
/// <param name="Event">It happens at a moment: asked about, a plan says that it has not yet.</param>
internal sealed record FactWords(int Topic, bool Planned = false, bool Event = false, bool Opens = false, ImmutableArray<Told> Beside = default, int Unless = -1, bool Share = false)
{
    /// <summary>By choice: symbol of the words that show that it is not so, where they stand in the sentence.</summary>
    public ImmutableDictionary<string, int> ChoiceUnless { get; init; } = ImmutableDictionary<string, int>.Empty;
}

/// <summary>A fact that is told: a flag or any value of a fact, or one of its choices.</summary>
/// <param name="Choice">The choice's id; null for a flag or a value.</param>
internal sealed record Told(int Fact, string? Choice)
{
    /// <summary>Whether a reading tells it: a flag that is true, a value, this choice.</summary>
    public bool IsBy(FactValue value) => value switch
    {
        FactValue.Open or FactValue.Flag { Value: false } => false,
        FactValue.Choice choice => choice.Id == Choice,
        FactValue.Choices choices => Choice is not null && choices.Ids.Contains(Choice),
        _ => Choice is null,
    };
}

/// <summary>What shows something besides itself: core needs that are told show that needs were stated.</summary>
/// <param name="Denied">It is the flag's denial that shows it.</param>
/// <param name="Shown">A flag that is then true, or a choice.</param>
internal sealed record Implication(Told By, bool Denied, Told Shown);

/// <summary>What values stand for as they enter the hits. A date is today or later, else it is past.</summary>
internal sealed record ValueMeanings(Meaning Money, Meaning Date, Meaning Past, Meaning Span, Meaning Number, Meaning Thousands, Meaning Hundreds, Meaning Few, Meaning Nth, Meaning Times, Meaning Percent)
{
    public static ValueMeanings Of(Vocabulary vocabulary) => new(
        vocabulary.MeaningOf("$money"), vocabulary.MeaningOf("$date"), vocabulary.MeaningOf("$past"), vocabulary.MeaningOf("$span"),
        vocabulary.MeaningOf("$number"), vocabulary.MeaningOf("$thousands"), vocabulary.MeaningOf("$hundreds"), vocabulary.MeaningOf("$few"), vocabulary.MeaningOf("$nth"), vocabulary.MeaningOf("$times"), vocabulary.MeaningOf("$percent"));
}
