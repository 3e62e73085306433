using KaBot.Cards;
using KaBot.Funnel.Quizzes;
using KaBot.Storage;
using KaBot.Turns;
using Microsoft.Bot.Builder.Dialogs;

namespace KaBot.Quiz;

/// <summary>
/// What practice does to judgement: a rep sees their own; a manager the team's in sums without names; the board of a team those on it,
/// and only those.
/// </summary>
public sealed class ProgressFeature(QuizStore quizzes) : IFeature
{
    /// <summary>Months that are looked at, the present one included.</summary>
    private const int Months = 6;

    public string Name => "progress";

    public async Task RunAsync(DialogContext dialogs, Turn turn, Command command, CancellationToken cancellationToken)
    {
        var view = await ViewAsync(turn, command.Name == QuizVerbs.Board ? command["on"] == "yes" : null);
        var card = ProgressCard.Of(turn.Texts, turn.Playbook, view);
        if (command.Name == QuizVerbs.Board) turn.Replacement = card;
        else turn.Show(card);
    }

    /// <param name="join">Whether to join the board (true), to leave it (false), or neither.</param>
    private async Task<ProgressView> ViewAsync(Turn turn, bool? join)
    {
        var me = turn.Person.Id;
        var mine = await quizzes.ReportsOfAsync(me);
        var manager = await quizzes.ManagerOfAsync(me);
        IReadOnlyList<string> mates = manager is null ? [] : await quizzes.ReportsOfAsync(manager);
        var everyone = mine.Concat(mates).Append(me).Distinct(StringComparer.Ordinal).ToList();

        var since = new DateTimeOffset(turn.Today.AddDays(1 - turn.Today.Day).AddMonths(1 - Months).ToDateTime(TimeOnly.MinValue), turn.Now.Offset);
        // A claim stands until another is made: in a month it counts once, as it stood last.
        var claims = (await quizzes.ClaimsAsync(everyone, since)).Reverse()
            .DistinctBy(claim => (claim.DealId, claim.Claimed, claim.At.ToOffset(turn.Now.Offset).Year, claim.At.ToOffset(turn.Now.Offset).Month)).Reverse()
            .Select(claim => Judgement.Of(turn.Playbook, claim.By, claim.At.ToOffset(turn.Now.Offset), claim.Claimed, claim.Facts)).OfType<Judgement>().ToList();
        var attempts = (await quizzes.AttemptsAsync(everyone, QuizKind.Practice)).ToLookup(attempt => attempt.PersonId, PracticeSession.Of, StringComparer.Ordinal);

        var joined = (await quizzes.OnBoardAsync(everyone)).ToHashSet(StringComparer.Ordinal);
        if (join is { } wanted && (manager is not null) && (wanted ? joined.Add(me) : joined.Remove(me)))
        {
            turn.Changes.Add(new Change.BoardJoined(me, wanted, turn.Now));
            turn.Changes.Add(new Change.Audited(me, wanted ? "board.joined" : "board.left", null, "", turn.Now));
        }
        var onBoard = joined.Contains(me) ? mates.Where(joined.Contains) : [];
        var shown = mine.Where(joined.Contains).Union(onBoard).ToList();
        var names = await turn.Store.NamesAsync(shown);
        return new ProgressView(
            Progress.Of([.. claims.Where(claim => claim.Rep == me)], [.. attempts[me]]),
            [.. attempts[me]],
            mine.Count == 0 ? null : new TeamView(Progress.OfTeam([.. claims.Where(claim => mine.Contains(claim.Rep))], attempts)),
            [.. shown.Select(id => BoardLine.Of(names.GetValueOrDefault(id, id), id == me, claims.Where(claim => claim.Rep == id), attempts[id], turn.Today))
                .OrderByDescending(line => line.Practised).ThenBy(line => line.Name, StringComparer.Ordinal)],
            manager is not null, joined.Contains(me));
    }
}
