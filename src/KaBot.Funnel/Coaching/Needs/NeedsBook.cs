using System.Collections.Immutable;
using KaBot.Funnel.Playbooks;

namespace KaBot.Funnel.Coaching.Needs;

/// <summary>Needs come in three kinds (domain.md §6).</summary>
public enum NeedKind { Shared, Particular, Hidden }

/// <summary>A kind of question and how to ask it; in the order of the conversation.</summary>
public sealed record QuestionKind(string Id, Words Name, Words How);

/// <summary>Somebody one may be going to meet, and what they look at.</summary>
public sealed record MeetingRole(string Id, Words Name, Words LooksAt);

/// <summary>A question to a customer.</summary>
/// <param name="Kind">Id of its kind.</param>
/// <param name="Roles">Ids of the roles it suits; empty for anyone.</param>
/// <param name="Feeds">The fact that its answer tells, or null.</param>
/// <param name="Ask">What to say; may hold placeholders.</param>
public sealed record NeedsQuestion(
    string Id, string Kind, ImmutableArray<string> Roles, NeedKind Need, ImmutableArray<Condition> When, string? Feeds, Words Ask);

/// <summary>A step in steering a customer who is selecting.</summary>
public sealed record SteeringStep(string Id, Words Name, Words Say);

/// <summary>What questions are chosen from.</summary>
public sealed record NeedsBook(
    ImmutableArray<QuestionKind> Kinds, ImmutableArray<MeetingRole> Roles, ImmutableArray<NeedsQuestion> Questions, ImmutableArray<SteeringStep> Steering);
