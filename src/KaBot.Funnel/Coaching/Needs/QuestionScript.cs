using System.Collections.Immutable;

namespace KaBot.Funnel.Coaching.Needs;

/// <summary>Questions of one kind, best first.</summary>
public sealed record ScriptPart(QuestionKind Kind, ImmutableArray<NeedsQuestion> Questions);

/// <summary>A conversation to find out needs: the kinds in their order, each with the questions that fit the person and the deal.</summary>
/// <param name="Role">Whom it is for; null for anyone.</param>
/// <param name="Steering">The steps of steering, when the customer is comparing or selecting; else empty.</param>
public sealed record QuestionScript(MeetingRole? Role, ImmutableArray<ScriptPart> Parts, ImmutableArray<SteeringStep> Steering)
{
    private const int MostOfAKind = 2;

    /// <summary>Ids of the facts that the answers tell, in the order of the questions.</summary>
    public ImmutableArray<string> Feeds => [.. Parts.SelectMany(part => part.Questions).Select(question => question.Feeds).OfType<string>().Distinct()];

    /// <param name="roleId">Id of the role one is going to meet; null or unknown asks what suits anyone.</param>
    public static QuestionScript For(NeedsBook book, Situation deal, string? roleId)
    {
        var role = book.Roles.FirstOrDefault(known => known.Id == roleId);
        var fitting = book.Questions.Where(question => Condition.All(question.When, deal)
            && (question.Roles.IsEmpty || role is not null && question.Roles.Contains(role.Id))).ToList();
        return new QuestionScript(
            role,
            [.. book.Kinds.Select(kind => new ScriptPart(kind, Best(deal, fitting.Where(question => question.Kind == kind.Id))))],
            new Term.FactHolds("evaluating").Holds(deal) ? book.Steering : []);
    }

    /// <summary>What is asked of this very person first, then what speaks of this deal, then what tells a fact we lack.</summary>
    private static ImmutableArray<NeedsQuestion> Best(Situation deal, IEnumerable<NeedsQuestion> questions) =>
        [.. questions.OrderByDescending(question => !question.Roles.IsEmpty).ThenByDescending(SpeaksOf)
            .ThenByDescending(question => question.Feeds is { } fact && deal.Sure(fact) is null).Take(MostOfAKind)];

    /// <summary>How much of this deal a question speaks of; that something is not known is nothing to speak of.</summary>
    private static int SpeaksOf(NeedsQuestion question) => question.When.Count(condition => condition.AnyOf.Any(term => term is not Term.Not));
}
