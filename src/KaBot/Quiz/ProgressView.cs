using System.Collections.Immutable;
using KaBot.Funnel.Quizzes;

namespace KaBot.Quiz;

/// <summary>What is shown of somebody's progress.</summary>
/// <param name="Own">The rep's own claims by month, and criteria before and after practice.</param>
/// <param name="Attempts">The rep's own answers in practice, oldest first.</param>
/// <param name="Team">For a manager; null for somebody to whom nobody reports.</param>
/// <param name="Board">Those on the team's board; empty for somebody who is not on it and leads no team.</param>
/// <param name="MayJoin">Whether there is a team whose board could be joined.</param>
internal sealed record ProgressView(
    Progress Own, ImmutableArray<Attempt> Attempts, TeamView? Team, ImmutableArray<BoardLine> Board, bool MayJoin, bool Joined);

/// <summary>A team in sums; null where too few people have claimed anything to hide each one's part.</summary>
internal sealed record TeamView(Progress? Sums);

/// <summary>One person on the board.</summary>
/// <param name="Claims">Stages claimed.</param>
/// <param name="Exact">Those of them that were right.</param>
/// <param name="Practised">Items practised in the last seven days.</param>
internal sealed record BoardLine(string Name, bool Me, int Claims, int Exact, int Practised)
{
    private const int Days = 7;

    public static BoardLine Of(string name, bool me, IEnumerable<Judgement> claims, IEnumerable<Attempt> attempts, DateOnly today)
    {
        var all = claims.ToList();
        return new BoardLine(name, me, all.Count, all.Count(claim => claim.Gap == 0), attempts.Count(attempt => attempt.Day > today.AddDays(-Days)));
    }
}
