using System.Globalization;
using KaBot.Cards.Elements;
using KaBot.Funnel.Playbooks;
using KaBot.Funnel.Quizzes;
using KaBot.Language;
using KaBot.Storage;
using KaBot.Turns;

namespace KaBot.Quiz;

/// <summary>What somebody practises next: from their answers so far, their own deals and the playbook.</summary>
public sealed class PracticeSession(Practice practice, Playbook playbook, QuizStore quizzes, Store store) : IDailyPractice
{
    private const int Apart = 10_007;

    /// <summary>The first item of today's session; null when one was done today already, or nothing is due.</summary>
    public async Task<Card?> TodaysAsync(Person person, Texts texts, DateOnly today)
    {
        var attempts = await quizzes.AttemptsAsync(person.Id, QuizKind.Practice);
        if (attempts.Any(attempt => attempt.Day == today)) return null;
        return Next(person, attempts, await OwnDeals.OfAsync(store, playbook, person.Id), today) is { } next
            ? PracticeCards.Ask(texts, new PracticeView(next.Item, next.Number, 1, PracticePlan.Session, 0)) : null;
    }

    internal Task<OwnDeals> OwnAsync(string personId) => OwnDeals.OfAsync(store, playbook, personId);

    /// <summary>The next item and its number, or null when nothing is left for today.</summary>
    internal (PracticeItem Item, int Number)? Next(Person person, IReadOnlyList<QuizAttempt> attempts, OwnDeals own, DateOnly today)
    {
        foreach (var skill in Plan(attempts).Next([.. own.Skills, .. practice.Skills], today))
        {
            var number = attempts.Count(attempt => attempt.Skill == skill) * Apart + Start(person.UserId + skill);
            if (Make(own, skill, number) is { } item) return (item, number);
        }
        return null;
    }

    /// <summary>Id of the option that words choose of the item shown last: by its name in any language, or by its place from 1; null where they do not.</summary>
    /// <param name="shown">As <see cref="Turn.Practising"/>.</param>
    public async Task<string?> ChosenAsync(string personId, string shown, string words)
    {
        if (words.Length == 0 || Shown(shown.Split('|'), await OwnAsync(personId)) is not { } view) return null;
        var options = view.Item.Options;
        return Number(words.Trim().TrimEnd('。', '.')) is var place && place > 0 && place <= options.Length ? options[place - 1].Id : options.FirstOrDefault(option => option.Name.IsSaid(words))?.Id;
    }

    internal PracticeView? Shown(string[] shown, OwnDeals own) => Make(own, shown[0], Number(shown[1])) is { } item
        ? new PracticeView(item, Number(shown[1]), Number(shown[2]), PracticePlan.Session, Number(shown[3])) : null;

    internal static int Number(string? text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;

    internal PracticeItem? Make(OwnDeals own, string skill, int number) => own.Make(practice, skill, number) ?? practice.Make(skill, number);

    internal static PracticePlan Plan(IReadOnlyList<QuizAttempt> attempts) => new(attempts.Select(Of));

    internal static Attempt Of(QuizAttempt attempt) => new(attempt.Skill, attempt.Day, attempt.Right, attempt.Detail);

    /// <summary>Two colleagues do not get the same situations, nor two skills the same customer: each begins somewhere else.</summary>
    private static int Start(string whose) => whose.Aggregate(17, (sum, letter) => (sum * 31 + letter) % Apart);
}
