using System.Collections.Immutable;
using System.Text.Json;
using KaBot.Funnel.Coaching;
using KaBot.Funnel.Coaching.Concessions;
using KaBot.Funnel.Coaching.RolePlay;
using KaBot.Funnel.Facts;
using KaBot.Language;
using KaBot.Storage;
using KaBot.Turns;
using Microsoft.Bot.Builder.Dialogs;

namespace KaBot.Coaching;

/// <summary>
/// Practice with the bot as the buyer, begun with a deal's id. Kept are the rep's lines, from which the play is worked out anew, and how
/// the buyer's were said. The opening and the end are the script's own words; between them a voice may find others.
/// </summary>
public sealed class PlayDialog(Coach coach, IBuyerVoice voice) : Dialog(DialogId)
{
    public const string DialogId = "play";

    private const string LinesKey = "lines", SaidKey = "said";

    public override async Task<DialogTurnResult> BeginDialogAsync(DialogContext dc, object? options = null, CancellationToken cancellationToken = default)
    {
        var turn = dc.Context.TurnState.Get<Turn>();
        var deal = (await turn.FindDealAsync((string)options!))!;
        var (scene, play, reply) = await OpenAsync(turn, deal);
        dc.ActiveDialog.State[Turn.DealKey] = deal.Id;
        Keep(dc, [], [scene(reply)]);
        turn.Show(PlayCards.Opening(turn.Texts, Turn.Ref(deal), play, scene(reply)));
        return EndOfTurn;
    }

    public override async Task<DialogTurnResult> ContinueDialogAsync(DialogContext dc, CancellationToken cancellationToken = default)
    {
        var turn = dc.Context.TurnState.Get<Turn>();
        var deal = (await turn.FindDealAsync((string)dc.ActiveDialog.State[Turn.DealKey]))!;
        var (lines, said) = (Kept(dc, LinesKey), Kept(dc, SaidKey));
        if (turn.Command is { } command && !PlayWords.Ends(command))
        {
            turn.Say(turn.Texts["play.stuck"]);
            return EndOfTurn;
        }
        var (scene, play, reply) = await OpenAsync(turn, deal);
        var spoke = turn.Command is null && turn.Text.Length > 0;
        if (spoke) lines.Add(turn.Text);
        foreach (var line in lines) (play, reply) = play.Next(coach.Guide.RolePlay, line);
        if (turn.Command is null && !play.Over)
        {
            if (spoke) said.Add(await voice.SayAsync(turn, new BuyerScene(turn.Texts.Say(play.Style.Name), scene(reply), turn.Texts.Chinese, Talk(said, lines), turn.Now), cancellationToken));
            turn.Show(PlayCards.Answer(turn.Texts, Turn.Ref(deal), play, said.LastOrDefault() ?? scene(reply)));
            Keep(dc, lines, said);
            return EndOfTurn;
        }
        turn.Show(PlayCards.Feedback(turn.Texts, Turn.Ref(deal), play.Over ? scene(reply) : null, Feedback.On(coach.Guide.RolePlay, play), coach.Guide.RolePlay, play));
        return await dc.EndDialogAsync(cancellationToken: cancellationToken);
    }

    /// <summary>A check-in that was begun meanwhile is over, and so is the practice.</summary>
    public override Task<DialogTurnResult> ResumeDialogAsync(
        DialogContext dc, DialogReason reason, object? result = null, CancellationToken cancellationToken = default) =>
        dc.EndDialogAsync(cancellationToken: cancellationToken);

    /// <summary>Who said what, in turn; the rep has the last word.</summary>
    private static ImmutableArray<TalkLine> Talk(IReadOnlyList<string> buyer, IReadOnlyList<string> rep) =>
        [.. rep.SelectMany((line, i) => i < buyer.Count ? new[] { new TalkLine(true, buyer[i]), new TalkLine(false, line) } : [new TalkLine(false, line)])];

    private static List<string> Kept(DialogContext dc, string key) =>
        dc.ActiveDialog.State.TryGetValue(key, out var kept) ? JsonSerializer.Deserialize<List<string>>((string)kept)! : [];

    private static void Keep(DialogContext dc, List<string> lines, List<string> said) =>
        (dc.ActiveDialog.State[LinesKey], dc.ActiveDialog.State[SaidKey]) = (JsonSerializer.Serialize(lines), JsonSerializer.Serialize(said));

    /// <summary>The play at its beginning, and how its lines are said: with this deal's names and figures.</summary>
    private async Task<(Func<BuyerLine, string> Scene, Play Play, BuyerLine Reply)> OpenAsync(Turn turn, Deal deal)
    {
        var facts = deal.Latest?.Facts ?? FactSheet.Empty;
        var ledger = await coach.Store.LedgerAsync(deal.Id)
            ?? (facts["amount"]?.Value is FactValue.Money money && (money.High ?? money.Low) is { } amount and > 0
                ? Ledger.Open(new PriceFrame(amount, null, null, money.Currency)) : null);
        var situation = Situation.Of(turn.Playbook, facts, turn.Now, deal.Latest?.Claimed);
        var wording = Advice.For(coach.Guide, situation, deal.Account).Wording;
        var (play, reply) = Play.Begin(coach.Guide.RolePlay, situation, ledger);
        return (Say, play, reply);

        string Say(BuyerLine line) => Spoken.Of(turn.Texts, line.Ask is { } ask && ledger is not null
            ? wording.With("ask", Values.Money(turn.Texts, new FactValue.Money(ask, ask, ledger.Frame.Currency))) : wording, line.Say);
    }
}
