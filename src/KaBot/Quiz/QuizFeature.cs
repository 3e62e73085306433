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
        if (dialogs.ActiveDialog is not null && !running)
        {
            // A check-in under way keeps what was told: it is ended first, by the rep.
            turn.Say(turn.Texts["quiz.busy"]);
            return;
        }
        if (await ChosenAsync(turn, command) is not { } deal) return;
        if (running && deal.Id == turn.DealUnderWay)
        {
            await dialogs.ContinueDialogAsync(cancellationToken);
            return;
        }
        if (running) await dialogs.CancelAllDialogsAsync(cancellationToken);
        await dialogs.BeginDialogAsync(QuizDialog.DialogId, deal.Id, cancellationToken);
    }

    /// <summary>The deal tapped, named, or the only one; null when the rep has been asked which, or has none.</summary>
    private static async Task<Deal?> ChosenAsync(Turn turn, Command command)
    {
        if (command["deal"] is { } tapped) return await turn.MyDealAsync(tapped);
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
