using KaBot.Cards;
using KaBot.Funnel.Facts;
using KaBot.Funnel.Playbooks;
using KaBot.Turns;
using KaBot.Understanding.Asking;

namespace KaBot.CheckIn;

// What is said in a check-in in words: news, answers, questions, what is taken back or put right, small talk.
internal sealed partial class Scene
{
    // In Chinese characters; half as many spaces.
    private const int LongAnswer = 7;

    /// <summary>Words in a check-in: every fact they tell is taken; "don't know" passes the question over.</summary>
    public async Task<Draft> HearAsync(Draft before, IReadOnlyList<Fact> heard)
    {
        _doubted = before.Doubted?.Id;
        if (Decided(before) is { } stands) return await TakeAsync(before with { Doubts = before.Doubts.Without(stands.Id) }, [stands], decided: true);
        if (await TakeBackAsync(before, heard) is { } back) return back;
        if (Plain(before, heard) is { Count: > 0 } plain) return await TakeAsync(before, plain, decided: true);
        // 不是用友，是浪潮, 用友出局了: of a rival; it answers nothing, and does not end the deal.
        if (Departed(before).Count > 0) heard = [.. heard.Where(fact => fact.Id != Ending.OutcomeFact && (fact.Id != before.Asked || fact.Value is not FactValue.Flag))];
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
        else return await ShowAsync(draft, IsLong(turn.Text) ? turn.Texts.Say("checkin.unheard", ("words", Parts.Clip(turn.Text, Parts.Echo))) : turn.Texts["checkin.notunderstood"]);
        return draft;
    }

    // Who goes on for so long tells something, and has not just missed the question.
    private static bool IsLong(string text) => text.Count(c => c > '\u2e80') > LongAnswer || text.Count(c => c == ' ') >= LongAnswer / 2;

    /// <summary>Small talk; what only the question asked makes of it is no news where any words would answer it.</summary>
    private bool IsTalk(FactDefinition? asked, IReadOnlyList<Fact> heard) => heard.Count == 0 ? remarks.Reply(turn.Text) is not null
        : asked is { Kind: FactKind.Text or FactKind.List } && heard.All(fact => fact.Id == asked.Id) && remarks.IsOnlyTalk(turn.Text);

    /// <summary>Takes a known fact back, or opens it for correction, when that is what the words ask for; else null.</summary>
    private async Task<Draft?> TakeBackAsync(Draft draft, IReadOnlyList<Fact> heard)
    {
        if (remarks.EditOf(turn.Text) is { } named && questions.Names.Named(named) is { } edited) return await ShowAsync(Interview.Again(draft, edited));
        if (!remarks.Strikes(turn.Text)) return null;
        if (draft.Doubted is not null && remarks.Undoes(turn.Text)) return await ShowAsync(_interview.Onward(Interview.Settle(draft, keepTold: false)));
        var meant = TakenBack.Of(turn.Text, _interview.Sheet(draft), draft.Said ? draft.Told : FactSheet.Empty, turn.Playbook, questions.Names, remarks, heard);
        if (meant is [var one]) return await StrikeAsync(draft, one);
        if (meant.Count == 0 && !remarks.Undoes(turn.Text)) return null;
        turn.Say(turn.Texts["checkin.strikewhat"]);
        await _cards.CorrectAsync(_interview.Sheet(draft), 0);
        return draft;
    }

    private Task<Draft> StrikeAsync(Draft draft, string factId)
    {
        var struck = _interview.Strike(draft, factId);
        // Of a deal that has not ended nobody is asked why.
        if (factId == Ending.OutcomeFact && struck.Asked == Ending.ReasonFact) struck = _interview.Next(struck with { Asked = null });
        return ShowAsync(struck, turn.Texts.Say("checkin.struck", ("fact", turn.Texts.Say(turn.Playbook.Fact(factId)!.Name))));
    }

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

    /// <summary>Takes facts told in words, says back what was taken, and goes on.</summary>
    /// <param name="decided">Whether the words themselves decide: nothing of it is asked again.</param>
    private async Task<Draft> TakeAsync(Draft draft, IReadOnlyList<Fact> told, string? remark = null, bool decided = false)
    {
        told = [.. told.Select(WithoutCustomer).OfType<Fact>(), .. Why(told)];
        var departed = Departed(draft);
        List<Fact> met = [.. departed.Where(gone => told.All(fact => fact.Id != gone.Id)),
            .. told.Select(fact => _telling.Meet(_interview.Sheet(draft)[fact.Id], fact, fact.Id == draft.Asked))];
        var after = met.Aggregate(draft, (now, fact) => _interview.Take(now, fact, decided || _telling.Stands(fact) || departed.Exists(gone => gone.Id == fact.Id)));
        after = turn.Conflicts.Aggregate(after, _interview.Doubt);
        var sheet = _interview.Sheet(after);
        var taken = met.Where(fact => after.Doubts[fact.Id] is null && !OfForm(fact)).Select(fact => sheet[fact.Id]!).ToList();
        if (taken.Count > 0) turn.Show(ReadingsCard.Of(turn.Texts, new ReadingsView(Turn.Ref(deal), turn.Playbook, taken) { Before = _interview.Sheet(draft) }));
        return await ShowAsync(_interview.Onward(after, draft), remark);
    }

    /// <summary>永丰中标了, said of the deal with 永丰, names no rival. Null where nothing else is told.</summary>
    private Fact? WithoutCustomer(Fact told)
    {
        if (told.Value is not FactValue.List { Items: { IsEmpty: false } names }) return told;
        NamedDeal[] own = [new(deal.Id, deal.Account, "")];
        var others = names.RemoveAll(name => DealMentions.In(name, own).Count > 0);
        return others.Length == names.Length ? told : others.IsEmpty ? null : told with { Value = new FactValue.List(others) };
    }

    /// <summary>The reason that the words name with a deal's end: 输给用友了 needs no question for it.</summary>
    private IEnumerable<Fact> Why(IReadOnlyList<Fact> told) => told.FirstOrDefault(fact => fact.Id == Ending.OutcomeFact) is { } end
        && Ending.Of(turn.Playbook, FactSheet.Of([end]))?.Over == true && told.All(fact => fact.Id != Ending.ReasonFact) && Reason(turn.Text) is { } reason ? [reason] : [];

    private Fact? Reason(string words) => turn.Playbook.Fact(Ending.ReasonFact) is { } why && !remarks.Asks(words) ? Answers.Said(turn, why, words) : null;

    /// <summary>"It is back on" said of a deal that was over brings it back.</summary>
    private Draft Revived(Draft draft) =>
        _interview.Over(draft) && (remarks.IsAlive(turn.Text) || turn.Playbook.Fact(Ending.OutcomeFact)?.Revived?.SaidIn(turn.Text) == true) ? Again(draft) : draft;

    private Draft Again(Draft draft)
    {
        turn.Say(turn.Texts.Say("checkin.revived", ("deal", deal.Account)));
        return _interview.Revive(draft);
    }

    /// <summary>Lists of names known, less those that the words say are out of the race.</summary>
    private List<Fact> Departed(Draft draft) => turn.Text.Length == 0 ? [] :
        [.. from fact in _interview.Sheet(draft).All
            let left = _telling.Left(fact.Value)
            where left is not null
            select fact with { Value = left, At = turn.Now, Evidence = new Evidence(turn.Text.Trim(), turn.Person.Id, turn.Now, turn.ActivityId) }];
}
