using KaBot.Funnel.Facts;
using KaBot.Understanding.Assertions;
using KaBot.Understanding.Data;
using KaBot.Understanding.Scoring;

namespace KaBot.Understanding.Learning;

/// <summary>What a message may tell by the patterns of the playbook.</summary>
internal sealed class RuleClaims(UnderstandingData data, Claims claims, NameClaims names)
{
    /// <summary>Adds to the claims of a message; what the networks claim as well is claimed once.</summary>
    public void Add(Workspace work)
    {
        foreach (var (fact, candidate) in work.Picks)
            switch (candidate.Value)
            {
                case FactValue.Choices choices:
                    foreach (var id in choices.Ids) Add(work, fact, candidate, new FactValue.Choices([id]));
                    break;
                case FactValue.List { Items.IsEmpty: false } list:
                    foreach (var (start, end) in NameClaims.Places(work, list.Items, candidate.Start)) Add(work, candidate, names.NameOf(work, fact, start, end, list.Items.Length));
                    break;
                default:
                    Add(work, fact, candidate, Ahead(work, fact, candidate));
                    break;
            }
        foreach (var claim in work.Claims)
            claim.Contradicted = claim.Rule is null && work.PickOf(claim.Fact) is not null;
    }

    // The dates that the networks know of lie ahead; others of the playbook may lie behind.
    private FactValue Ahead(Workspace work, int fact, in Candidate candidate) =>
        candidate is { Spot: >= 0, Value: FactValue.Date { Value: var date } } && claims.Knows(fact) && work.Values[candidate.Spot] is var spotted && spotted.Date == date ? new FactValue.Date(spotted.Coming) : candidate.Value;

    // 还是老陈，设备部长: who answers with a person and what that person is gives both.
    private bool IsOfAnswer(Workspace work, in Candidate answer, FactValue found) =>
        answer.Rank == Asserter.Answer && data.Persons.Contains(answer.Fact) && work.Hits.Any(data.Names.Title, answer.Start, answer.End) && (answer.Value, found) is (FactValue.Text all, FactValue.Text part) && all.Value.Contains(part.Value, StringComparison.Ordinal);

    private static void Add(Workspace work, in Candidate candidate, Claim name)
    {
        var same = work.Claims.Find(name.IsSameName) ?? name;
        same.Rule = candidate;
        if (ReferenceEquals(same, name)) work.Claims.Add(name);
    }

    private void Add(Workspace work, int fact, in Candidate candidate, FactValue value)
    {
        for (var i = 0; i < work.Claims.Count; i++)
            if (work.Claims[i] is var claim && claim.Fact == fact && !(claim.IsWhole && value is FactValue.Text) && (Agreement.Of(claim.Value, value) || IsOfAnswer(work, candidate, claim.Value)))
            {
                // Of a person, or of what is needed, rather a word too many than one too few.
                if (value is FactValue.Text said && claim.Value is FactValue.Text found && said.Value.Length > found.Value.Length) work.Claims[i] = claim = claim with { Value = value };
                claim.Rule = candidate;
                return;
            }
        var clause = work.Layout.ClauseAt(candidate.Start);
        var tells = Tells.Of(data.Facts[fact].Id, value).Max(label => claims.BestOf(work, label));
        work.Claims.Add(new Claim(fact, value, candidate.Start, candidate.End, clause, tells) { Rule = candidate });
    }
}
