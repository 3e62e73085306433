using System.Collections.Immutable;
using KaBot.Cards;
using KaBot.Funnel.Coaching;
using KaBot.Funnel.Coaching.Care;
using KaBot.Funnel.Coaching.Concessions;
using KaBot.Funnel.Coaching.Needs;
using KaBot.Funnel.Coaching.People;
using KaBot.Funnel.Playbooks;

namespace KaBot.Coaching;

/// <summary>What to do next.</summary>
/// <param name="Plans">What was accepted and is not done.</param>
/// <param name="Care">Care after closing that falls due soon.</param>
/// <param name="Evidence">What a claimed repeat order still lacks.</param>
public sealed record AdviceView(
    DealRef Deal, Playbook Playbook, Advice Advice, IReadOnlyList<PlannedAction> Plans, ImmutableArray<CareItem> Care, ImmutableArray<EvidenceRule> Evidence,
    DateOnly Today);

/// <summary>One suggestion or plan, to change.</summary>
/// <param name="Remark">What was wrong with the form, or null.</param>
public sealed record PlanView(DealRef Deal, PlannedAction Plan, string? Remark);

/// <summary>How to negotiate.</summary>
/// <param name="Told">Who said which phase it is; null when it was worked out.</param>
/// <param name="Words">What the rep told, kept for the buttons; may be empty.</param>
public sealed record TacticsView(DealRef Deal, TacticBook Book, Advice Advice, PhaseSource? Told, string Words);

/// <summary>Who corrected the phase, and when.</summary>
/// <param name="Name">Null for the reader.</param>
public sealed record PhaseSource(string? Name, DateOnly Day);

/// <summary>Questions for a meeting.</summary>
public sealed record QuestionsView(DealRef Deal, NeedsBook Book, QuestionScript Script, Wording Wording)
{
    public Playbook Playbook => Wording.Deal.Playbook;
}

/// <summary>The concessions of a deal.</summary>
/// <param name="Ledger">Null while nobody said what it is about in money.</param>
/// <param name="Amount">The list price to suggest, or null.</param>
/// <param name="Remark">What was wrong with the form or the words, or null.</param>
public sealed record LedgerView(DealRef Deal, Ledger? Ledger, decimal? Amount, string? Remark)
{
    /// <summary>What the list price to suggest is in; null for the usual.</summary>
    public string? Currency { get; init; }

    /// <summary>A move told before there was a list price; empty for none.</summary>
    public string Words { get; init; } = "";
}

/// <summary>The people of an account.</summary>
/// <param name="Removed">One who was removed, and can be brought back; or null.</param>
public sealed record PeopleView(DealRef Deal, PeopleBook Book, PeopleMap Map, Contact? Removed = null)
{
    /// <summary>Whom the facts name and the map does not know.</summary>
    public ImmutableArray<PersonNews> Named { get; init; } = [];
}

/// <summary>A contact to fill in.</summary>
/// <param name="Contact">Null for a new one.</param>
/// <param name="Others">Whom they may report to.</param>
/// <param name="Remark">What was wrong with the form, or null.</param>
/// <param name="Known">On record, and so to be removed.</param>
public sealed record ContactView(DealRef Deal, PeopleBook Book, Contact? Contact, IReadOnlyList<Contact> Others, string? Remark, bool Known = false);
