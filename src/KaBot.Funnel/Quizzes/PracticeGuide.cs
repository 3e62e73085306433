using System.Collections.Immutable;
using KaBot.Funnel.Playbooks;

namespace KaBot.Funnel.Quizzes;

/// <summary>Sentences that say the same, some in every language.</summary>
public sealed record Variants(ImmutableDictionary<string, ImmutableArray<string>> ByLanguage)
{
    /// <summary>One of them, the same number in each language.</summary>
    public Words Pick(int number) => new(ByLanguage.ToImmutableDictionary(pair => pair.Key, pair => pair.Value[number % pair.Value.Length]));
}

/// <summary>Who a customer is.</summary>
/// <param name="Size">A choice of the fact that the initiation rule goes by.</param>
public sealed record Opening(string Id, string Size, Words Say);

/// <summary>How a fact is told.</summary>
/// <param name="Until">It is told to hold only of deals no further than this stage; null for all.</param>
/// <param name="From">It is told to fail only of deals that have come to this stage; null for all.</param>
/// <param name="Days">For a date: so many days ahead.</param>
public sealed record Clue(string FactId, Variants Holds, Variants Fails, string? Until, string? From, int Days);

/// <summary>What is known of a negotiation before the buyer's move.</summary>
public sealed record TalksSetting(string Id, ImmutableArray<string> Facts);

/// <summary>How a symptom or a buyer's move is told.</summary>
/// <param name="ChoiceId">A choice of a fact of kind choices.</param>
public sealed record Signal(string ChoiceId, Variants Say);

/// <summary>What situations are told with. What is right is never here: the rules decide it.</summary>
/// <param name="Claims">Sentences that put the deal at a <c>{stage}</c>.</param>
/// <param name="Phrases">Questions, rules and explanations by their id.</param>
public sealed record PracticeGuide(
    ImmutableArray<Opening> Openings, ImmutableDictionary<string, Clue> Clues, ImmutableArray<TalksSetting> Talks,
    ImmutableArray<Signal> Signals, Variants Claims, ImmutableDictionary<string, Words> Phrases);
