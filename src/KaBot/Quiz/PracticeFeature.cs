using KaBot.Cards;
using KaBot.Funnel.Quizzes;
using KaBot.Storage;
using KaBot.Turns;
using Microsoft.Bot.Builder.Dialogs;

namespace KaBot.Quiz;

/// <summary>
/// The practice quiz in chat: five items a session. A card carries what it asks, so no dialog is under way and everything else may be
/// done in between; an item answered before is not recorded again. Of the item shown last the conversation keeps enough for "don't know".
/// </summary>
public sealed class PracticeFeature(PracticeSession session, QuizStore quizzes) : IFeature
{
    public string Name => "practice";

    public async Task RunAsync(DialogContext dialogs, Turn turn, Command command, CancellationToken cancellationToken)
    {
        var attempts = await quizzes.AttemptsAsync(turn.Person.Id, QuizKind.Practice);
        var own = await session.OwnAsync(turn.Person.Id);
        if (command.Name == QuizVerbs.Choose) Answer(turn, command, attempts, own);
        else if (command.Name == QuizVerbs.SayItem) Say(turn, command.Argument.Split('|'), command["option"]!, attempts, own);
        else if (command.Name == QuizVerbs.PassItem) Say(turn, command.Argument.Split('|'), QuizAttempt.NotKnown, attempts, own);
        else if (command.Name == QuizVerbs.EndPractice) End(turn, command.Argument.Split('|'), attempts);
        else Ask(turn, attempts, own, 1, 0);
    }

    private void Answer(Turn turn, Command tap, IReadOnlyList<QuizAttempt> attempts, OwnDeals own)
    {
        var (skill, number, place, right) = (tap["skill"] ?? "", PracticeSession.Number(tap["n"]), PracticeSession.Number(tap["place"]), PracticeSession.Number(tap["right"]));
        var item = session.Make(own, skill, number);
        if (item is null || item.Options.All(option => option.Id != tap["option"]))
        {
            turn.Notice(NoticeKind.Expired);
            return;
        }
        var before = attempts.FirstOrDefault(attempt => attempt.Skill == skill && attempt.Number == number);
        var chosen = before?.Chosen ?? tap["option"]!;
        turn.Replacement = PracticeCards.Answered(turn.Texts, new PracticeView(item, number, place, PracticePlan.Session, right), chosen);
        if (before is null) Record(turn, attempts, own, new PracticeView(item, number, place, PracticePlan.Session, right), chosen);
    }

    /// <summary>An item answered in words. One not known: what is right is shown, and it comes again as one answered wrongly does.</summary>
    private void Say(Turn turn, string[] shown, string chosen, IReadOnlyList<QuizAttempt> attempts, OwnDeals own)
    {
        if (session.Shown(shown, own) is not { } view) return;
        turn.Show(PracticeCards.Answered(turn.Texts, view, chosen));
        Record(turn, attempts, own, view, chosen);
    }

    private void Record(Turn turn, IReadOnlyList<QuizAttempt> attempts, OwnDeals own, PracticeView view, string chosen)
    {
        var attempt = new QuizAttempt(Ids.New(turn.Now), turn.Person.Id, turn.Now, turn.Today, QuizKind.Practice, null, view.Item.Skill, view.Number, chosen,
            chosen == view.Item.Right, view.Item.Criteria);
        turn.Changes.Add(new Change.QuizAnswered(attempt));
        Ask(turn, [.. attempts, attempt], own, view.Place + 1, view.Right + (attempt.Right ? 1 : 0));
    }

    private static void End(Turn turn, string[] shown, IReadOnlyList<QuizAttempt> attempts)
    {
        turn.Practising = null;
        var (place, right) = (PracticeSession.Number(shown[2]), PracticeSession.Number(shown[3]));
        if (place > 1) turn.Show(PracticeCards.Done(turn.Texts, right, place - 1, PracticeSession.Plan(attempts).Streak(turn.Today, IsWeekday)));
        else turn.Say(turn.Texts["practice.stopped"]);
    }

    /// <summary>The next item, or the end of the session.</summary>
    private void Ask(Turn turn, IReadOnlyList<QuizAttempt> attempts, OwnDeals own, int place, int right)
    {
        var next = place > PracticePlan.Session ? null : session.Next(turn.Person, attempts, own, turn.Today);
        turn.Practising = next is { } shown ? $"{shown.Item.Skill}|{shown.Number}|{place}|{right}" : null;
        if (next is { } one) turn.Show(PracticeCards.Ask(turn.Texts, new PracticeView(one.Item, one.Number, place, PracticePlan.Session, right)));
        else if (place > 1) turn.Show(PracticeCards.Done(turn.Texts, right, place - 1, PracticeSession.Plan(attempts).Streak(turn.Today, IsWeekday)));
        else turn.Say(turn.Texts["practice.nothing"]);
    }

    private static bool IsWeekday(DateOnly day) => day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday);
}
