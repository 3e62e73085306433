using KaBot.Cards;
using KaBot.Funnel.Facts;
using KaBot.Funnel.Playbooks;
using KaBot.Storage;
using KaBot.Turns;
using KaBot.Understanding.Asking;

namespace KaBot.CheckIn;

/// <summary>One turn of a check-in: does what a command or words ask for, says what came of it, and returns the draft; null when it is over.</summary>
internal sealed partial class Scene(Turn turn, Deal deal, QuestionReader questions, RemarkReader remarks, AccountMap map)
{
    public const string Kept = "checkin.kept";

    private readonly Telling _telling = new(turn.Text, questions.Names, remarks);

    private readonly Interview _interview = new(turn.Playbook, deal.Latest, turn.Now);
    private readonly CheckInCards _cards = new(turn, deal, map);

    public Turn Turn => turn;

    /// <summary>The fact whose contradiction the rep was asked about before this turn.</summary>
    private string? _doubted;

    /// <param name="unheard">Words of which nothing was understood, or null.</param>
    public async Task<Draft> BeginAsync(Draft draft, IReadOnlyList<Fact> told, string? unheard) => await TakeBackAsync(draft, told)
        ?? await TakeAsync(Revived(draft), told, unheard is null ? null : turn.Texts.Say("checkin.unheard", ("words", Parts.Clip(unheard, Parts.Echo))));

    /// <summary>Takes facts and says nothing.</summary>
    public Draft Hold(Draft draft, IEnumerable<Fact> told) => told.Aggregate(draft, (now, fact) => _interview.Take(now, fact));

    /// <summary>Whether a fact was chosen in the form that made the deal: it needs no saying back, and is not taken back with what was told.</summary>
    public bool OfForm(Fact fact) => turn.Text.Length == 0 && fact.Evidence?.ActivityId == turn.ActivityId;

    /// <summary>The draft as it was before the last thing told, with a question to ask where none had been.</summary>
    public Draft Undo(Draft draft) => draft.Undo() is { Trail.IsEmpty: true } first ? _interview.Next(first) : draft.Undo();

    /// <summary>Back from something else.</summary>
    public Task<Draft> ResumeAsync(Draft draft)
    {
        turn.Say(turn.Texts.Say("checkin.resumed", ("deal", deal.Account)));
        return ShowAsync(_interview.Onward(draft));
    }

    public async Task<Draft?> DoAsync(Draft draft, Command command)
    {
        _doubted = draft.Doubted?.Id;
        var fact = (command["fact"] ?? draft.Asked) is { } id ? turn.Playbook.Fact(id) : null;
        switch (command.Name)
        {
            case Verbs.Skip or CheckInWords.Unknown or Verbs.Finish when draft.Doubted is not null && !command.Tapped:
                return await ShowAsync(SetAside(draft) with { Asked = command.Name == Verbs.Finish ? null : draft.Asked });
            case Verbs.Answer when fact is not null:
                return await AnswerAsync(draft, fact, command);
            case Verbs.Skip when fact is not null && IsCurrent(draft, command):
                return await PassOverAsync(draft, fact, Outcome.Skipped);
            case CheckInWords.Unknown when fact is not null:
                return await PassOverAsync(draft, fact, Outcome.Unknown);
            case Verbs.Back when IsCurrent(draft, command):
                PutAway(draft, command);
                return await ShowAsync(Interview.Back(draft));
            case Verbs.Start:
                return await ShowAsync(draft);
            case Verbs.Finish or Verbs.Show:
                PutAway(draft, command);
                return await ShowAsync(draft with { Asked = null });
            case Verbs.More:
                return await ShowAsync(_interview.More(draft));
            case Verbs.Save:
                return await SaveAsync(draft);
            case CheckInWords.Cancel:
                turn.Show(LeavingCard.Of(turn.Texts, Turn.Ref(deal), Told.Line(turn, draft)));
                return draft;
            case Verbs.Discard:
                return Discard();
            case CheckInWords.Undo:
                return await UndoAsync(draft);
            case Verbs.Correct:
                _ = int.TryParse(command["page"], out var page);
                await _cards.CorrectAsync(_interview.Sheet(draft), Math.Max(page, 0));
                return draft;
            case Verbs.Edit when fact is not null:
                return await ShowAsync(Interview.Again(draft, fact.Id));
            case Verbs.Strike when fact is not null:
                return await StrikeAsync(draft, fact.Id);
            case Verbs.Settle when draft.Doubted?.Id == fact?.Id && fact is not null:
                return await SettleAsync(draft, fact, command["keep"] == "told");
            case Verbs.Revive:
                return await ShowAsync(_interview.Next(Again(draft)));
            case Verbs.Claim:
                return await ClaimAsync(draft, command);
            default:
                turn.Notice(NoticeKind.AlreadyAnswered, deal);
                return draft;
        }
    }

    /// <summary>Ends the check-in before its time: what was told is kept, and said unless it is but what the new deal's form held; a doubt left open is told back and its words go on record.</summary>
    /// <param name="words">The key of what is said of it.</param>
    public void Leave(Draft draft, string words = Kept)
    {
        if (draft.HasNews) Record(draft);
        if (draft is { HasNews: true, Said: true }) turn.Say(turn.Texts.Say(words, ("deal", deal.Account), ("facts", Told.Line(turn, draft))));
        SetAside(draft);
    }

    /// <summary>Contradictions left open: what was known before stands, and the words told go on record.</summary>
    private Draft SetAside(Draft draft)
    {
        foreach (var doubt in draft.Doubts.All)
        {
            var said = doubt.Evidence?.Words ?? Parts.Value(turn.Texts, turn.Playbook.Fact(doubt.Id)!, doubt.Value);
            turn.Changes.Add(new Change.Audited(turn.Person.Id, "checkin.doubt", deal.Id, $"{doubt.Id}: {said}", turn.Now));
            turn.Say(turn.Texts.Say("checkin.doubtleft", ("deal", deal.Account), ("fact", turn.Texts.Say(turn.Playbook.Fact(doubt.Id)!.Name)), ("words", said)));
        }
        return Interview.SetAside(draft);
    }

    private Draft? Discard()
    {
        var said = turn.Texts.Say("checkin.cancelled", ("deal", deal.Account));
        if (turn.Command is { Tapped: true }) turn.Replacement = LeavingCard.Done(turn.Texts, Turn.Ref(deal), said);
        else turn.Say(said);
        return null;
    }

    private Task<Draft> UndoAsync(Draft draft)
    {
        if (draft.Before is not { } before) return ShowAsync(Undo(draft), turn.Texts["checkin.undo.nothing"]);
        List<Fact> restored = [.. before.Told.All.Where(fact => draft.Told[fact.Id] != fact)];
        var back = Told.Line(turn, restored);
        var taken = Told.Line(turn, draft.ToldLast.All.Where(fact => restored.TrueForAll(other => other.Id != fact.Id)), draft.Struck.Except(before.Struck));
        return ShowAsync(Undo(draft), string.Join(' ', new[] { ("checkin.undone", taken), ("checkin.restored", back) }.Where(one => one.Item2.Length > 0).Select(one => turn.Texts.Say(one.Item1, ("facts", one.Item2)))));
    }

    /// <summary>A question left open puts its card away: its buttons have had their time.</summary>
    private void PutAway(Draft draft, Command command)
    {
        if (command is { Tapped: true, Name: Verbs.Back or Verbs.Finish } && IsCurrent(draft, command) && draft.Asked is { } asked)
            turn.Replacement = _cards.PassedOver(turn.Playbook.Fact(asked)!, Outcome.Skipped);
    }

    private async Task<Draft> AnswerAsync(Draft draft, FactDefinition fact, Command tap)
    {
        if (tap["value"] == "unknown" && IsCurrent(draft, tap)) return await PassOverAsync(draft, fact, Outcome.Unknown);
        var told = Answers.Tapped(turn, fact, tap);
        if (!IsCurrent(draft, tap))
        {
            // A second click says the same again; another answer than the one taken is too late for this card.
            if (told is null || !Equals(draft.Told[fact.Id]?.Value, told.Value)) turn.Notice(NoticeKind.AlreadyAnswered, deal);
            else turn.Replacement = _cards.Answered(fact, told);
            return draft;
        }
        if (told is null) return await ShowAsync(draft, turn.Texts["checkin.notunderstood"]);
        turn.Replacement = _cards.Answered(fact, told);
        return await ShowAsync(_interview.Next(_interview.Take(draft, told)));
    }

    private Task<Draft> PassOverAsync(Draft draft, FactDefinition fact, Outcome outcome)
    {
        if (turn.Command is { Tapped: true }) turn.Replacement = _cards.PassedOver(fact, outcome);
        return ShowAsync(_interview.Next(Interview.Skip(draft, fact.Id)));
    }

    private Task<Draft> SettleAsync(Draft draft, FactDefinition fact, bool keepTold)
    {
        var after = Interview.Settle(draft, keepTold);
        if (turn.Command is { Tapped: true } && _interview.Sheet(after)[fact.Id] is { } stands) turn.Replacement = _cards.Answered(fact, stands);
        return ShowAsync(_interview.Onward(after, draft));
    }

    /// <summary>The stage that the rep claims: chosen on a card, or named in words.</summary>
    private Task<Draft> ClaimAsync(Draft draft, Command command)
    {
        var claimed = command["stage"] ?? CheckInWords.Stage(turn, command.Argument);
        if (claimed is null || claimed.Length > 0 && turn.Playbook.Stage(claimed) is null)
        {
            turn.Show(ClaimCard.Of(turn.Texts, new ClaimView(Turn.Ref(deal), turn.Playbook, _interview.Claimed(draft))));
            return Task.FromResult(draft);
        }
        if (command.Tapped) turn.Replacement = ClaimCard.Done(turn.Texts, new ClaimView(Turn.Ref(deal), turn.Playbook, claimed));
        return ShowAsync(draft with { Claimed = claimed, Asked = null });
    }

    private async Task<Draft?> SaveAsync(Draft draft)
    {
        draft = SetAside(draft);
        Record(draft);
        var saved = await _cards.StageAsync(_interview, draft, StageCardState.Saved);
        if (turn.Command is { Tapped: true }) turn.Replacement = saved;
        else turn.Show(saved);
        return null;
    }

    /// <summary>Shows where the draft is: a doubt to settle, a question, or the stage card.</summary>
    private async Task<Draft> ShowAsync(Draft draft, string? remark = null)
    {
        if (draft.Doubted is { } told && _interview.Clash(draft, told) is { } clash)
            await _cards.ClashAsync(clash, told.Id == _doubted ? remark ?? turn.Texts["clash.still"] : remark);
        else if (draft.Asked is { } asked) await _cards.QuestionAsync(_interview, draft, turn.Playbook.Fact(asked)!, remark);
        else
        {
            if (remark is not null) turn.Say(remark);
            turn.Show(await _cards.StageAsync(_interview, draft, StageCardState.Open));
        }
        return draft;
    }

    private void Record(Draft draft)
    {
        var found = _interview.Found(draft);
        turn.Changes.Add(new Change.SnapshotTaken(Snapshot(draft, Ids.New(turn.Now))));
        turn.Changes.Add(new Change.Audited(turn.Person.Id, "checkin.saved", deal.Id, found.Earned?.Id ?? "", turn.Now));
    }

    /// <summary>The deal as the draft has it, under an id; without one it is not saved.</summary>
    public Snapshot Snapshot(Draft draft, string id = "")
    {
        var found = _interview.Found(draft);
        return new Snapshot(id, deal.Id, 0, turn.Person.Id, turn.Now, turn.ActivityId, turn.Playbook.Version, found.Earned?.Id, found.Solid?.Id,
            _interview.Claimed(draft), _interview.Sheet(draft));
    }

    private static bool IsCurrent(Draft draft, Command command) => !command.Tapped || command["q"] == draft.QuestionId;
}
