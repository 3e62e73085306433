using System.Collections.Immutable;
using KaBot.Funnel.Playbooks;

namespace KaBot.Funnel.Coaching.Needs;

/// <summary>Needs come in three kinds (domain.md §6).</summary>
public enum NeedKind { Shared, Particular, Hidden }

/// <summary>A kind of question and how to ask it; in the order of the conversation.</summary>
public sealed record QuestionKind(string Id, Words Name, Words How);

/// <summary>Somebody one may be going to meet, and what they look at.</summary>
/// <param name="Called">What reps call them: words in a question by which they are known.</param>
public sealed record MeetingRole(string Id, Words Name, Words LooksAt, ImmutableArray<string> Called)
{
    /// <summary>Whether it is the role of that id on the people map: the project owner is the sponsor there.</summary>
    public bool Met(string contactRole) => contactRole == Id || (Id, contactRole) is ("project_owner", "sponsor");
}

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
    ImmutableArray<QuestionKind> Kinds, ImmutableArray<MeetingRole> Roles, ImmutableArray<NeedsQuestion> Questions, ImmutableArray<SteeringStep> Steering)
{
    /// <summary>The role that words name, the longest word deciding; null for none.</summary>
    public MeetingRole? RoleIn(string words) => Roles
        .SelectMany(role => role.Name.ByLanguage.Values.Concat(role.Called).Where(name => Cued.Has(words, name)).Select(name => (Role: role, name.Length)))
        .OrderByDescending(found => found.Length).Select(found => found.Role).FirstOrDefault();
}
