using System.Collections.Immutable;
using KaBot.Funnel.Facts;
using KaBot.Funnel.Playbooks;
using KaBot.Funnel.Stages;

namespace KaBot.Funnel.Coaching;

/// <summary>A deal as the coach sees it: what is known, what that amounts to, and what was tried so far.</summary>
/// <param name="At">The moment of the advice; its own offset gives the calendar day.</param>
/// <param name="Phase">The phase the rep says it is in; null has it worked out from the facts.</param>
/// <param name="Tried">Ids of tactics used already.</param>
/// <param name="Chain">Whether the account is a chain store.</param>
/// <param name="Settled">Keys of suggestions accepted or declined before: they do not come again unchanged (<see cref="NextAction.Key"/>).</param>
public sealed record Situation(
    Playbook Playbook, FactSheet Facts, DateTimeOffset At, Qualification Found, Phase? Phase, ImmutableArray<string> Tried, bool Chain,
    ImmutableHashSet<string> Settled)
{
    public static Situation Of(
        Playbook playbook, FactSheet facts, DateTimeOffset at, string? claimed = null, Phase? phase = null,
        IEnumerable<string>? tried = null, bool chain = false, IEnumerable<string>? settled = null) =>
        new(playbook, facts, at, Qualifier.Qualify(playbook, facts, at, claimed), phase, [.. tried ?? []], chain, [.. settled ?? []]);

    /// <summary>The days that the rep works: what is advised falls due on one.</summary>
    public Workdays Workdays { get; init; } = Workdays.MondayToFriday;

    public DateOnly Today => DateOnly.FromDateTime(At.DateTime);

    /// <summary>How far up the deal is being worked: the higher of what is earned and what is claimed; -1 for none.</summary>
    public int Rank => Math.Max(Playbook.Rank(Found.Earned?.Id), Playbook.Rank(Found.Claimed?.Id));

    /// <summary>The stage that the deal is worked in: <see cref="Rank"/>; null for none.</summary>
    public StageDefinition? Stage => Rank < 0 ? null : Playbook.Stages[Rank];

    public bool Lost => Facts["outcome"]?.Value is FactValue.Choice { Id: "lost" };

    public bool Stalled => Facts["outcome"]?.Value is FactValue.Choice { Id: "stalled" };

    /// <summary>Signed or paid: nothing is left to win or to negotiate.</summary>
    public bool Closed => Yes("contract_signed") || Yes("first_payment");

    private bool Yes(string factId) => Sure(factId) is FactValue.Flag { Value: true };

    /// <summary>A fact that somebody was sure of and that is not undecided, or null. One past its shelf life still counts, as in qualifying.</summary>
    public FactValue? Sure(string factId) =>
        Facts[factId] is { Certainty: Certainty.Stated, Value: not FactValue.Open } fact ? fact.Value : null;

    /// <summary>A date that somebody was sure of, or null.</summary>
    public DateOnly? Date(string factId) => (Sure(factId) as FactValue.Date)?.Value;
}
