using KaBot.Cards;
using KaBot.Funnel.Facts;
using KaBot.Funnel.Playbooks;
using KaBot.Storage;
using KaBot.Turns;
using KaBot.Understanding;
using Microsoft.Bot.Builder.Dialogs;

namespace KaBot.CheckIn;

/// <summary>
/// A check-in as a dialog: begun with a deal's id, it asks until the stage card, and ends with a snapshot or with nothing told. It
/// reads the turn, lets <see cref="Interview"/> decide, and shows what came of it.
/// </summary>
public sealed class CheckInDialog(FactsJson facts) : Dialog(DialogId)
{
    public const string DialogId = "checkin";
    private const string Key = "draft";

    public override async Task<DialogTurnResult> BeginDialogAsync(DialogContext dc, object? options = null, CancellationToken cancellationToken = default)
    {
        var turn = dc.Context.TurnState.Get<Turn>();
        var scene = await SceneAsync(turn, (string)options!);
        return scene.Show(dc, scene.Interview.Next(Draft.Begin(scene.Deal.Id, turn.Now)));
    }

    public override async Task<DialogTurnResult> ContinueDialogAsync(DialogContext dc, CancellationToken cancellationToken = default)
    {
        var turn = dc.Context.TurnState.Get<Turn>();
        var draft = Read(dc.ActiveDialog);
        var scene = await SceneAsync(turn, draft.DealId);
        return turn.Command is { } command ? await scene.DoAsync(dc, draft, command, cancellationToken) : scene.Hear(dc, draft);
    }

    /// <summary>The draft of a check-in under way.</summary>
    public Draft Read(DialogInstance instance) => Draft.Parse((string)instance.State[Key], facts);

    /// <summary>Leaves the check-in; what was told is kept as a snapshot.</summary>
    public async Task LeaveAsync(DialogContext dc, Turn turn, CancellationToken cancellationToken)
    {
        var draft = Read(dc.ActiveDialog);
        var scene = await SceneAsync(turn, draft.DealId);
        if (draft.HasNews) scene.Record(draft);
        turn.Say(turn.Texts.Say(draft.HasNews ? "checkin.kept" : "checkin.cancelled", ("deal", scene.Deal.Account)));
        await dc.CancelAllDialogsAsync(cancellationToken);
    }

    private static async Task<Scene> SceneAsync(Turn turn, string dealId)
    {
        var deal = (await turn.FindDealAsync(dealId))!;
        return new Scene(turn, deal, new Interview(turn.Playbook, deal.Latest?.Facts ?? FactSheet.Empty, deal.Latest?.Earned, turn.Now));
    }

    /// <summary>One turn of a check-in: the turn, the deal, and the interview about it.</summary>
    private sealed record Scene(Turn Turn, Deal Deal, Interview Interview)
    {
        public async Task<DialogTurnResult> DoAsync(DialogContext dc, Draft draft, Command command, CancellationToken cancellationToken)
        {
            var fact = (command["fact"] ?? draft.Asked) is { } id ? Turn.Playbook.Fact(id) : null;
            switch (command.Name)
            {
                case Verbs.Answer when fact is not null:
                    return Answer(dc, draft, fact, command);
                case Verbs.Skip when fact is not null && IsCurrent(draft, command):
                    return PassOver(dc, draft, fact, Outcome.Skipped);
                case Commands.Unknown when fact is not null:
                    return PassOver(dc, draft, fact, Outcome.Unknown);
                case Verbs.Back when IsCurrent(draft, command):
                    return Show(dc, Interview.Back(draft));
                case Verbs.Finish or Verbs.Show:
                    return Show(dc, draft with { Asked = null });
                case Verbs.More:
                    return Show(dc, Interview.More(draft));
                case Verbs.Save:
                    return await SaveAsync(dc, draft, cancellationToken);
                case Verbs.Correct:
                    _ = int.TryParse(command["page"], out var page);
                    Turn.Show(CorrectCard.Of(Turn.Texts, new CorrectView(Turn.Ref(Deal), Turn.Playbook, Interview.Sheet(draft), Names.None, Math.Max(page, 0))));
                    return Keep(dc, draft);
                case Verbs.Edit when fact is not null:
                    return Show(dc, Interview.Ask(draft with { Limit = draft.Question + 1 }, fact.Id));
                case Verbs.Strike when fact is not null:
                    return Show(dc, Interview.Strike(draft, fact.Id));
                case Verbs.Settle:
                    return Show(dc, Interview.Next(Interview.Settle(draft, command["keep"] == "told")));
                default:
                    return Spent(dc, draft);
            }
        }

        /// <summary>Words while a question is open: an answer to it, or said back that they were not understood.</summary>
        public DialogTurnResult Hear(DialogContext dc, Draft draft)
        {
            if (draft.Asked is null || Turn.Playbook.Fact(draft.Asked) is not { } fact) return Show(dc, draft);
            if (ShortAnswers.IsDontKnow(Turn.Text)) return PassOver(dc, draft, fact, Outcome.Unknown);
            return Answers.Typed(Turn, fact, Turn.Text) is { } told
                ? Show(dc, Interview.Next(Interview.Take(draft, told))) : Show(dc, draft, Turn.Texts["checkin.notunderstood"]);
        }

        /// <summary>Shows where the draft is: a doubt to settle, a question, or the stage card.</summary>
        public DialogTurnResult Show(DialogContext dc, Draft draft, string? remark = null)
        {
            if (draft.Doubted is { } told && Interview.Sheet(draft)[told.Id] is { } known)
                Turn.Show(ClashCard.Of(Turn.Texts, new ClashView(Turn.Ref(Deal), Turn.Playbook.Fact(told.Id)!, new Contradiction(known, told), Names.None)));
            else if (draft.Asked is { } asked)
                Turn.Show(QuestionCard.Of(Turn.Texts, Question(draft, Turn.Playbook.Fact(asked)!, remark)));
            else
                Turn.Show(Stage(draft, StageCardState.Open));
            return Keep(dc, draft);
        }

        public void Record(Draft draft)
        {
            var found = Interview.Found(draft);
            Turn.Changes.Add(new Change.SnapshotTaken(new Snapshot(Ids.New(Turn.Now), Deal.Id, 0, Turn.Person.Id, Turn.Now, Turn.ActivityId,
                Turn.Playbook.Version, found.Earned?.Id, found.Solid?.Id, Deal.Latest?.Claimed, Interview.Sheet(draft))));
            Turn.Changes.Add(new Change.Audited(Turn.Person.Id, "checkin.saved", Deal.Id, found.Earned?.Id ?? "", Turn.Now));
        }

        private DialogTurnResult Answer(DialogContext dc, Draft draft, FactDefinition fact, Command tap)
        {
            if (tap["value"] == "unknown" && IsCurrent(draft, tap)) return PassOver(dc, draft, fact, Outcome.Unknown);
            var told = Answers.Tapped(Turn, fact, tap);
            if (!IsCurrent(draft, tap))
            {
                // A second click says the same again; another answer than the one taken is too late for this card.
                if (told is null || !Equals(draft.Told[fact.Id]?.Value, told.Value)) return Spent(dc, draft);
                Turn.Replacement = Answered(fact, told);
                return Keep(dc, draft);
            }
            if (told is null) return Show(dc, draft, Turn.Texts["checkin.notunderstood"]);
            Turn.Replacement = Answered(fact, told);
            return Show(dc, Interview.Next(Interview.Take(draft, told)));
        }

        private Cards.Elements.Card Answered(FactDefinition fact, Fact told) =>
            AnsweredCard.Of(Turn.Texts, new AnsweredView(Turn.Ref(Deal), fact, Outcome.Answered, told.Value, told.Certainty));

        private DialogTurnResult PassOver(DialogContext dc, Draft draft, FactDefinition fact, Outcome outcome)
        {
            if (Turn.Command is { Tapped: true })
                Turn.Replacement = AnsweredCard.Of(Turn.Texts, new AnsweredView(Turn.Ref(Deal), fact, outcome, null));
            return Show(dc, Interview.Next(Interview.Skip(draft, fact.Id)));
        }

        private DialogTurnResult Spent(DialogContext dc, Draft draft)
        {
            Turn.Notice(NoticeKind.AlreadyAnswered, Deal);
            return Keep(dc, draft);
        }

        private async Task<DialogTurnResult> SaveAsync(DialogContext dc, Draft draft, CancellationToken cancellationToken)
        {
            Record(draft);
            var saved = Stage(draft, StageCardState.Saved);
            if (Turn.Command is { Tapped: true }) Turn.Replacement = saved;
            else Turn.Show(saved);
            return await dc.EndDialogAsync(cancellationToken: cancellationToken);
        }

        private QuestionView Question(Draft draft, FactDefinition fact, string? remark) => new(
            Turn.Ref(Deal), draft.QuestionId, fact, Interview.Left(draft).FirstOrDefault(ask => ask.FactId == fact.Id),
            (draft.Question - 1) % Draft.Round + 1, Draft.Round, Interview.Sheet(draft)[fact.Id], Turn.Today, draft.Trail.Count > 1, remark);

        private Cards.Elements.Card Stage(Draft draft, StageCardState state) =>
            StageCard.Of(Turn.Texts, new StageView(Turn.Ref(Deal), Turn.Playbook, Interview.Found(draft), Interview.Sheet(draft),
                Interview.Since(draft), Deal.Latest?.At, Turn.Now, Names.None, state, !Interview.Left(draft).IsEmpty));

        private static bool IsCurrent(Draft draft, Command command) => !command.Tapped || command["q"] == draft.QuestionId;

        private static DialogTurnResult Keep(DialogContext dc, Draft draft)
        {
            dc.ActiveDialog.State[Key] = draft.ToJson();
            return EndOfTurn;
        }
    }

    /// <summary>Commands that only words give.</summary>
    internal static class Commands
    {
        public const string Unknown = "checkin.unknown";
        public const string Cancel = "checkin.cancel";
    }
}
