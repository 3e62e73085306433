using KaBot.Cards;
using KaBot.Cards.Elements;
using KaBot.Storage;
using KaBot.Turns;
using Microsoft.Bot.Builder.Dialogs;

namespace KaBot.Quiz;

/// <summary>Opens deal quizzes, and leads the taps on their cards to the one under way; a card of an old one is answered kindly.</summary>
public sealed class QuizFeature : IFeature
{
    private const int MostOffered = 6;

    public string Name => "quiz";

    public async Task RunAsync(DialogContext dialogs, Turn turn, Command command, CancellationToken cancellationToken)
    {
        var running = dialogs.ActiveDialog is { Id: QuizDialog.DialogId };
        if (command.Name != QuizVerbs.Start)
        {
            if (running && (command["deal"] is not { } about || about == turn.DealUnderWay)) await dialogs.ContinueDialogAsync(cancellationToken);
            else if (await turn.MyDealAsync(command["deal"]) is { } old) turn.Notice(NoticeKind.Expired, old);
            return;
        }
        if (await ChosenAsync(turn, command) is not { } deal) return;
        if (running && deal.Id == turn.DealUnderWay) await dialogs.ContinueDialogAsync(cancellationToken);
        else if (running) await dialogs.ReplaceDialogAsync(QuizDialog.DialogId, deal.Id, cancellationToken);
        else if (dialogs.ActiveDialog is null) await dialogs.BeginDialogAsync(QuizDialog.DialogId, deal.Id, cancellationToken);
        else if (dialogs.ActiveDialog.Id != QuizWords.CheckInDialog) turn.Say(turn.Texts["quiz.busy"]);
        else await MeanwhileAsync(dialogs, turn, command, deal, cancellationToken);
    }

    /// <summary>
    /// A check-in is under way: of the same deal, what was told is kept and the quiz goes on from it; of another, it waits and is taken up
    /// again after the quiz. The rep says so first.
    /// </summary>
    private static async Task MeanwhileAsync(DialogContext dialogs, Turn turn, Command command, Deal deal, CancellationToken cancellationToken)
    {
        var same = deal.Id == turn.DealUnderWay;
        if (command["meanwhile"] is null)
        {
            turn.Show(QuizCards.Meanwhile(turn.Texts, Turn.Ref(deal), turn.DealUnderWay!, same));
            return;
        }
        if (command.Tapped) turn.Replacement = QuizCards.Begun(turn.Texts, Turn.Ref(deal));
        if (same) turn.Then = new Command(QuizWords.Cancel, Data: TapData.From([new("deal", deal.Id), new("then", QuizVerbs.Start)]));
        else await dialogs.BeginDialogAsync(QuizDialog.DialogId, deal.Id, cancellationToken);
    }

    /// <summary>The deal tapped, named, or the only one; null when the rep has been asked which, or has none.</summary>
    private static async Task<Deal?> ChosenAsync(Turn turn, Command command)
    {
        if (command["deal"] is { } tapped) return await turn.MyDealAsync(tapped);
        // Asked for in the middle of a check-in, it is about that deal.
        if (command.Argument.Length == 0 && turn.DealUnderWay is { } under) return await turn.MyDealAsync(under);
        var mine = (await turn.Store.DealsOfAsync(turn.Person.Id))
            .Where(deal => $"{deal.Account} {deal.Name}".Contains(command.Argument.Trim(), StringComparison.OrdinalIgnoreCase)).ToList();
        if (mine is [var one]) return one;
        if (mine.Count == 0) turn.Then = new Command(Verbs.NewDeal, command.Argument);
        else turn.Show(new Card(turn.Texts.Language, turn.Texts["quiz.which"],
            [new TextBlock(turn.Texts["quiz.which"]) { Size = TextSize.Medium, Bold = true, Heading = true }],
            [.. mine.Take(MostOffered).Select(deal => new Execute(Parts.Title(Turn.Ref(deal)), QuizVerbs.Start, ("deal", deal.Id)))]));
        return null;
    }
}
