using KaBot.Cards;
using KaBot.Funnel.Facts;
using KaBot.Funnel.Playbooks;
using KaBot.Storage;
using KaBot.Turns;
using KaBot.Understanding.Asking;

namespace KaBot.CheckIn;

/// <summary>One turn of a check-in: does what a command or words ask for, says what came of it, and returns the draft; null when it is over.</summary>
internal sealed class Scene(Turn turn, Deal deal, QuestionReader questions, RemarkReader remarks, AccountMap map)
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

    /// <summary>Words in a check-in: every fact they tell is taken; "don't know" passes the question over.</summary>
    public async Task<Draft> HearAsync(Draft before, IReadOnlyList<Fact> heard)
    {
        _doubted = before.Doubted?.Id;
        if (Decided(before) is { } stands) return await TakeAsync(before with { Doubts = before.Doubts.Without(stands.Id) }, [stands], decided: true);
        if (await TakeBackAsync(before, heard) is { } back) return back;
        if (heard.All(fact => fact.Id == before.Asked) && Mended(before) is { } mended) return await TakeAsync(before, [mended], decided: true);
        var draft = Revived(before);
        if (draft != before && heard.Count == 0) return await ShowAsync(_interview.Next(draft));
        var asked = draft.Doubted is null && draft.Asked is { } id ? turn.Playbook.Fact(id) : null;
        var question = questions.Read(turn.Text);
        if (IsTalk(asked, heard))
        {
            turn.Say(turn.Texts.Say(remarks.Reply(turn.Text)!));
            return draft;
        }
        var news = heard.Count > 0 || Departed(draft).Count > 0;
        if (news && question is not { Kind: not QuestionKind.Fact }) return await TakeAsync(draft, heard);
        if (question is { ForCoach: true } && heard.Any(fact => !Question.OfTheTalks.Contains(fact.Id)))
        {
            var after = await TakeAsync(draft, heard);
            await ReplyAsync(after, question);
            return after;
        }
        if (asked is not null && Answers.IsDontKnow(turn, asked)) return await PassOverAsync(draft, asked, Outcome.Unknown);
        if (question is not null)
        {
            await ReplyAsync(draft, question);
            return draft;
        }
        return await UnheardAsync(draft, asked);
    }

    /// <summary>Words that tell nothing by themselves: an answer to the question open, or said to be none. A long card is not shown again.</summary>
    private async Task<Draft> UnheardAsync(Draft draft, FactDefinition? asked)
    {
        if (remarks.Asks(turn.Text)) turn.Say(turn.Texts["checkin.notnews"]);
        else if (draft.Doubted is not null) return await ShowAsync(draft);
        else if (asked is null) turn.Say(turn.Texts["checkin.nothingheard"]);
        else if (Answers.Typed(turn, asked, turn.Text) is { } told) return await TakeAsync(draft, [told]);
        else return await ShowAsync(draft, turn.Texts["checkin.notunderstood"]);
        return draft;
    }

    /// <summary>Small talk; what only the question asked makes of it is no news where any words would answer it.</summary>
    private bool IsTalk(FactDefinition? asked, IReadOnlyList<Fact> heard) => heard.Count == 0 ? remarks.Reply(turn.Text) is not null
        : asked is { Kind: FactKind.Text or FactKind.List } && heard.All(fact => fact.Id == asked.Id) && remarks.IsOnlyTalk(turn.Text);

    /// <summary>The fact that is to stand of two that contradict each other, when the words decide it.</summary>
    private Fact? Decided(Draft draft) => draft.Doubted is { } told && _interview.Clash(draft, told) is { } clash
        ? ClashWords.Read(turn, remarks, turn.Playbook.Fact(told.Id)!, clash) : null;

    /// <summary>不对，是150万: the last figure or date told, put right without its name; null where the words may mean another.</summary>
    private Fact? Mended(Draft draft)
    {
        if (remarks.Mended(turn.Text) is not { Length: > 0 } words || draft.Told.IsEmpty) return null;
        var last = draft.Told.All.Max(fact => fact.At);
        List<Fact> mended = [.. draft.Told.All.Where(fact => fact.At == last && fact.Value is FactValue.Money or FactValue.Date or FactValue.Count)
            .Select(fact => Answers.Typed(turn, turn.Playbook.Fact(fact.Id)!, words)).OfType<Fact>().Where(fact => fact.Value is not FactValue.Open)];
        return mended is [var one] ? one : null;
    }

    /// <summary>Takes a known fact back, or opens it for correction, when that is what the words ask for; else null.</summary>
    private async Task<Draft?> TakeBackAsync(Draft draft, IReadOnlyList<Fact> heard)
    {
        if (remarks.EditOf(turn.Text) is { } named && questions.Names.Named(named) is { } edited) return await ShowAsync(Interview.Again(draft, edited));
        if (!remarks.Strikes(turn.Text)) return null;
        if (draft.Doubted is not null && remarks.Undoes(turn.Text)) return await ShowAsync(_interview.Onward(Interview.Settle(draft, keepTold: false)));
        var meant = TakenBack.Of(turn.Text, _interview.Sheet(draft), draft.Told, turn.Playbook, questions.Names, remarks, heard);
        if (meant is [var one]) return await StrikeAsync(draft, one);
        if (meant.Count == 0 && !remarks.Undoes(turn.Text)) return null;
        turn.Say(turn.Texts["checkin.strikewhat"]);
        await _cards.CorrectAsync(_interview.Sheet(draft), 0);
        return draft;
    }

    private Task<Draft> StrikeAsync(Draft draft, string factId) =>
        ShowAsync(_interview.Strike(draft, factId), turn.Texts.Say("checkin.struck", ("fact", turn.Texts.Say(turn.Playbook.Fact(factId)!.Name))));

    /// <summary>Answers a question from what is known, this check-in's news included.</summary>
    public async Task ReplyAsync(Draft draft, Question question)
    {
        if (question.OfAll) turn.Then = OfAll(question);
        else if (question.Kind == QuestionKind.Visited) await _cards.VisitedAsync(_interview.Sheet(draft));
        else if (question.FactId is { } id) await _cards.FactAsync(turn.Playbook.Fact(id)!, _interview.Sheet(draft)[id]);
        else if (Elsewhere(question.Kind) is { } verb) turn.Then = new Command(verb, Data: TapData.From([new("deal", deal.Id)]));
        else turn.Show(await _cards.StageAsync(_interview, draft, StageCardState.Past));
    }

    /// <summary>What answers a question about all deals together.</summary>
    public static Command OfAll(Question question) => question.FactId is { } id
        ? new Command(Verbs.Lacking, Data: TapData.From([new("fact", id)])) : new Command(FunnelVerbs.Show, Data: TapData.From([]));

    public static string? Elsewhere(QuestionKind kind) => kind switch
    {
        QuestionKind.History => Verbs.History,
        QuestionKind.Advice => CoachVerbs.Advice,
        QuestionKind.Negotiation => CoachVerbs.Negotiate,
        QuestionKind.Needs => CoachVerbs.Questions,
        QuestionKind.People => CoachVerbs.People,
        QuestionKind.Concession => CoachVerbs.Concession,
        QuestionKind.Play => CoachVerbs.Play,
        _ => null,
    };

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
            turn.Say(turn.Texts.Say("checkin.doubtleft", ("fact", turn.Texts.Say(turn.Playbook.Fact(doubt.Id)!.Name)), ("words", said)));
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

    private Task<Draft> UndoAsync(Draft draft) => ShowAsync(Undo(draft), draft.Before is { } before
        ? turn.Texts.Say("checkin.undone", ("facts", Told.Line(turn, draft.ToldLast, draft.Struck.Except(before.Struck)))) : turn.Texts["checkin.undo.nothing"]);

    /// <summary>Takes facts told in words, says back what was taken, and goes on.</summary>
    /// <param name="decided">Whether the words themselves decide: nothing of it is asked again.</param>
    private async Task<Draft> TakeAsync(Draft draft, IReadOnlyList<Fact> told, string? remark = null, bool decided = false)
    {
        var departed = Departed(draft);
        List<Fact> met = [.. departed.Where(gone => told.All(fact => fact.Id != gone.Id)),
            .. told.Select(fact => _telling.Meet(_interview.Sheet(draft)[fact.Id], fact, fact.Id == draft.Asked))];
        var after = met.Aggregate(draft, (now, fact) => _interview.Take(now, fact, decided || _telling.Stands(fact) || departed.Exists(gone => gone.Id == fact.Id)));
        after = turn.Conflicts.Aggregate(after, _interview.Doubt);
        var taken = met.Where(fact => after.Doubts[fact.Id] is null && !OfForm(fact))
            .Select(fact => after.Told[fact.Id]!).ToList();
        if (taken.Count > 0) turn.Show(ReadingsCard.Of(turn.Texts, new ReadingsView(Turn.Ref(deal), turn.Playbook, taken)));
        return await ShowAsync(_interview.Onward(after, draft), remark);
    }

    /// <summary>"It is back on" said of a deal that was over brings it back.</summary>
    private Draft Revived(Draft draft) =>
        _interview.Over(draft) && turn.Playbook.Fact(Ending.OutcomeFact)?.Revived?.SaidIn(turn.Text) == true ? Again(draft) : draft;

    private Draft Again(Draft draft)
    {
        turn.Say(turn.Texts.Say("checkin.revived", ("deal", deal.Account)));
        return _interview.Revive(draft);
    }

    /// <summary>Lists of names known, less those that the words say are out of the race.</summary>
    private List<Fact> Departed(Draft draft) => turn.Text.Length == 0 ? [] :
        [.. from fact in _interview.Sheet(draft).All
            where _telling.Left(fact.Value) is not null
            select fact with { Value = _telling.Left(fact.Value)!, At = turn.Now, Evidence = new Evidence(turn.Text.Trim(), turn.Person.Id, turn.Now, turn.ActivityId) }];

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
