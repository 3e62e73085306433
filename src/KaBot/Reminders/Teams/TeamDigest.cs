using System.Collections.Immutable;
using KaBot.Funnel.Facts;
using KaBot.Funnel.Measures;
using KaBot.Funnel.Playbooks;
using KaBot.Funnel.Stages;
using KaBot.Storage;

namespace KaBot.Reminders.Teams;

/// <summary>A deal that stands on another stage than when the period began.</summary>
public sealed record StageMove(Deal Deal, string Rep, StageDefinition? From, StageDefinition? To);

/// <summary>A deal whose rep claims another stage than the evidence earns.</summary>
public sealed record ClaimGap(Deal Deal, string Rep, StageDefinition Claimed, StageDefinition? Earned);

/// <summary>A deal with something missing below its stage, and what it is worth.</summary>
public sealed record AmountGap(Deal Deal, string Rep, FoundationGap Gap, FactValue.Money? Amount);

/// <summary>A deal whose date has passed.</summary>
public sealed record OverdueDeal(Deal Deal, string Rep, string FactId, DateOnly Date);

/// <summary>How a team stands, and what moved in a period. Pure: deals in, findings out. Largest amounts first.</summary>
public sealed record TeamDigest(
    DateOnly From, DateOnly Today, IReadOnlyList<TeamMember> Answered, IReadOnlyList<TeamMember> Silent,
    ImmutableArray<StageMove> Up, ImmutableArray<StageMove> Down, ImmutableArray<ClaimGap> Claims, ImmutableArray<AmountGap> Gaps,
    ImmutableArray<(Deal Deal, string Rep)> Stalled, ImmutableArray<OverdueDeal> Overdue, ImmutableArray<ForecastLine> Forecast)
{
    /// <param name="since">When the period began.</param>
    /// <param name="now">In the manager's offset; gives the month of the forecast.</param>
    public static TeamDigest Of(Playbook playbook, IReadOnlyList<TeamMember> team, DateTimeOffset since, DateTimeOffset now)
    {
        var today = DateOnly.FromDateTime(now.DateTime);
        var all = team.SelectMany(member => member.Deals.Select(deal => new Line(deal, member.Name, Qualifier.Qualify(playbook, deal.Facts, now, deal.Deal.Latest?.Claimed))))
            .OrderByDescending(line => Forecasting.Worth(line.Amount)).ThenBy(line => line.Deal.Id, StringComparer.Ordinal).ToList();
        var open = all.Where(line => line.Outcome is not ("lost" or "won" or "stalled")).ToList();
        var moves = all.Where(line => line.Outcome != "lost").Select(line => new StageMove(line.Deal, line.Rep, playbook.Stage(line.Source.Before?.Earned), line.Found.Earned))
            .Where(move => move.From != move.To).ToList();
        return new TeamDigest(
            DateOnly.FromDateTime(since.ToOffset(now.Offset).DateTime), today,
            [.. team.Where(member => member.Answered)], [.. team.Where(member => !member.Answered && member.Deals.Count > 0)],
            [.. moves.Where(move => playbook.Rank(move.To?.Id) > playbook.Rank(move.From?.Id))],
            [.. moves.Where(move => playbook.Rank(move.To?.Id) < playbook.Rank(move.From?.Id))],
            [.. open.Where(line => line.Found.Claimed is { } claimed && claimed != line.Found.Earned)
                .Select(line => new ClaimGap(line.Deal, line.Rep, line.Found.Claimed!, line.Found.Earned))],
            [.. open.Where(line => !line.Found.Gaps.IsEmpty).Select(line => new AmountGap(line.Deal, line.Rep, line.Found.Gaps[0], line.Amount))],
            [.. all.Where(line => line.Outcome == "stalled").Select(line => (line.Deal, line.Rep))],
            [.. open.SelectMany(line => Late(playbook, line, today))],
            Month(open, today));
    }

    /// <summary>What the open deals that are to be signed in this month are expected to bring.</summary>
    private static ImmutableArray<ForecastLine> Month(IEnumerable<Line> open, DateOnly today) => Forecasting.Sum(open
        .Select(line => new Prospect(line.Amount, (line.Source.Facts["close_date"]?.Value as FactValue.Date)?.Value, (line.Found.Win ?? 100) / 100m))
        .Where(one => one.Close is { } close && (close.Year, close.Month) == (today.Year, today.Month)));

    /// <summary>Dates that are fresh only until their own day, and have passed.</summary>
    private static IEnumerable<OverdueDeal> Late(Playbook playbook, Line line, DateOnly today) => playbook.Facts
        .Where(fact => fact.ShelfLife.UntilOwnDate && line.Source.Facts[fact.Id]?.Value is FactValue.Date date && date.Value < today).Take(1)
        .Select(fact => new OverdueDeal(line.Deal, line.Rep, fact.Id, ((FactValue.Date)line.Source.Facts[fact.Id]!.Value).Value));

    private sealed record Line(TeamDeal Source, string Rep, Qualification Found)
    {
        public Deal Deal => Source.Deal;
        public FactValue.Money? Amount => Source.Facts["amount"]?.Value as FactValue.Money;
        public string? Outcome => (Source.Facts["outcome"]?.Value as FactValue.Choice)?.Id;
    }
}
