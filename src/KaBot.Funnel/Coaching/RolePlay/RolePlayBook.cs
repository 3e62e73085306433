using System.Collections.Immutable;
using KaBot.Funnel.Playbooks;

namespace KaBot.Funnel.Coaching.RolePlay;

/// <summary>What a rep's line does, heaviest first: a line may do several.</summary>
public enum Cue { Reveals, Argues, Trades, Gives, SumsUp, Asks, Refuses }

/// <summary>A way to play the buyer.</summary>
/// <param name="When">The buyer's moves that call for it; empty suits any deal.</param>
/// <param name="Presses">Said in turn while nothing else fits.</param>
/// <param name="On">What is said to a line that does something: the first time, the second, and so on; then the buyer presses on.</param>
/// <param name="Accepts">Ends the play in agreement.</param>
public sealed record BuyerStyle(
    string Id, ImmutableArray<Condition> When, Words Name, Words Opening, ImmutableArray<Words> Presses, ImmutableDictionary<Cue, ImmutableArray<Words>> On, Words Accepts);

/// <summary>Something a rep can do wrong at the table.</summary>
/// <param name="Tip">What to do instead.</param>
public sealed record FaultDefinition(string Id, Words Name, Words Tip);

/// <summary>Something a rep can do well.</summary>
public sealed record StrengthDefinition(string Id, Cue Cue, Words Name);

/// <summary>What the buyer is played from.</summary>
public sealed record RolePlayBook(
    ImmutableDictionary<Cue, ImmutableArray<string>> Cues, ImmutableArray<BuyerStyle> Styles, ImmutableArray<FaultDefinition> Faults,
    ImmutableArray<StrengthDefinition> Strengths, VoiceWords Voice)
{
    /// <summary>The style for a deal: the first whose conditions hold.</summary>
    public BuyerStyle StyleFor(Situation deal) => Styles.First(style => Condition.All(style.When, deal));
}
