using System.Collections.Immutable;
using KaBot.Funnel.Facts;
using KaBot.Funnel.Playbooks;

namespace KaBot.Funnel.Coaching.Care;

/// <summary>What care consists of (domain.md §9).</summary>
public enum CareKind { Training, Relations, Figures }

/// <summary>Something to do for a customer after closing.</summary>
/// <param name="Once">The fact whose day it is reckoned from: the signature, or the goods being there to be used.</param>
/// <param name="After">Days after that day that it is first due.</param>
/// <param name="Every">Months between; null for once.</param>
/// <param name="With">Whom it is for.</param>
public sealed record CareDefinition(string Id, CareKind Kind, string Once, int After, int? Every, Words With, Words What, Words Say);

/// <summary>What has to rest on more than our own word before an order counts as a repeat.</summary>
/// <param name="Grade">The weakest evidence that will do.</param>
/// <param name="Ask">How to ask for it.</param>
public sealed record EvidenceRule(string Id, string Fact, EvidenceGrade Grade, Words Name, Words Ask);

/// <summary>What the care plan is made of.</summary>
public sealed record CareBook(ImmutableArray<CareDefinition> Care, ImmutableArray<EvidenceRule> Evidence);
