using KaBot.Cards;
using KaBot.CheckIn;
using KaBot.Language;
using KaBot.Turns;
using KaBot.Understanding.Asking;

namespace KaBot.Chat;

/// <summary>
/// The words that are commands, of every language at once: a rep who reads English cards may still type 跟进. A command stands alone,
/// or before a space and what it is about; in the language files "_" is the space within one. What a button says may be typed as well.
/// </summary>
public sealed class CommandWords
{
    private readonly HashSet<string> _practice;
    private readonly Dictionary<string, string> _names = new(StringComparer.OrdinalIgnoreCase);

    public CommandWords(LanguageFiles languages)
    {
        foreach (var texts in languages.All)
            foreach (var (name, words) in Of(texts))
                foreach (var word in words.Split(' ', StringSplitOptions.RemoveEmptyEntries)) _names[word.Replace('_', ' ')] = name;
        foreach (var texts in languages.All)
            foreach (var (name, caption) in Captions) _names[texts[caption]] = name;
        _practice = languages.All.SelectMany(texts => texts["words.practice.start"].Split(' ')).ToHashSet(StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>The command that the words give, or null.</summary>
    public Command? Read(string text)
    {
        var words = text.Trim().TrimEnd('。', '.', '！', '!', '？', '?', '~', '～', '…').Replace('’', '\'');
        // "练习" alone is the quiz, "练习 恒瑞" the talk with a buyer.
        if (_practice.Contains(words)) return new Command(QuizVerbs.Practice);
        if (_names.TryGetValue(words, out var alone) || _names.TryGetValue(words.TrimEnd('吧', '啦', '哈', '啊'), out alone)) return new Command(alone);
        var space = words.IndexOfAny([' ', '：', ':', '\u3000']);
        if (space > 0 && words.Length <= 100 && _names.TryGetValue(words[..space], out var name) && TakesArgument(name)) return new Command(name, words[(space + 1)..].Trim());
        // "下周休假别烦我" needs no command word: nobody but the reminders is meant.
        return ReminderRequest.Read(words) is null ? null : new Command(Verbs.Reminders, words);
    }

    /// <summary>What the buttons of a check-in, a practice and the list of deals say, where it is no answer to a question.</summary>
    private static readonly (string Name, string Caption)[] Captions =
    [
        (Verbs.Skip, "question.skip"), (Verbs.Back, "question.back"), (Verbs.Finish, "question.finish"), (Verbs.Save, "stage.save"), (Verbs.Correct, "stage.correct"),
        (Verbs.Claim, "stage.claim"), (Verbs.More, "stage.more"), (Verbs.Deals, "deals.open"), (Verbs.Deals, "deals.all"), (Verbs.NewDeal, "deals.new"),
        (CheckInWords.Unknown, "answer.unknown"), (CoachVerbs.EndPlay, "play.end"), (Verbs.Reminders, "reminder.settings"), (QuizVerbs.Progress, "progress.open"),
        (FunnelVerbs.Show, "funnel.own"),
    ];

    private static bool TakesArgument(string name) => name is Verbs.Start or Verbs.Deals or Verbs.NewDeal or Verbs.History or Verbs.Claim or Verbs.Reminders or CheckInWords.Undo
        or CoachVerbs.Advice or CoachVerbs.Negotiate or CoachVerbs.Questions or CoachVerbs.People or CoachVerbs.Concession or CoachVerbs.Play or QuizVerbs.Start or FunnelVerbs.Show;

    private static IEnumerable<(string Name, string Words)> Of(Texts texts) =>
    [
        (Verbs.Start, texts["words.checkin.start"]), (Verbs.Deals, texts["words.deals.list"]), (Verbs.NewDeal, texts["words.deals.new"]),
        (Verbs.History, texts["words.history.list"]), (Verbs.Help, texts["words.help.show"]), (Verbs.Language, texts["words.language.set"]),
        (Verbs.Skip, texts["words.checkin.skip"]), ("checkin.unknown", texts["words.checkin.unknown"]), (Verbs.Back, texts["words.checkin.back"]),
        (CheckInWords.Cancel, texts["words.checkin.cancel"]), (Verbs.Discard, texts["words.checkin.discard"]), (CheckInWords.Undo, texts["words.checkin.undo"]), (Verbs.More, texts["words.checkin.more"]), (Verbs.Finish, texts["words.checkin.finish"]),
        (Verbs.Save, texts["words.checkin.save"]), (Verbs.Claim, texts["words.checkin.claim"]), (Verbs.Correct, texts["words.checkin.correct"]),
        (CoachVerbs.Advice, texts["words.advice.show"]), (CoachVerbs.Negotiate, texts["words.negotiate.show"]),
        (CoachVerbs.Questions, texts["words.questions.show"]), (CoachVerbs.People, texts["words.people.show"]),
        (CoachVerbs.Concession, texts["words.concession.show"]), (CoachVerbs.Play, texts["words.play.start"]), (CoachVerbs.EndPlay, texts["words.play.end"]),
        (QuizVerbs.Start, texts["words.quiz.start"]), (QuizVerbs.Progress, texts["words.progress.show"]), (FunnelVerbs.Show, texts["words.funnel.show"]),
        (Verbs.Reminders, texts["words.reminders.show"]), (Verbs.RemindersToday, texts["words.reminders.today"]),
        (Verbs.Digest, texts["words.reminders.digest"]),
    ];
}
