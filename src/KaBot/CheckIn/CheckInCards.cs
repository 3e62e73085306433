using KaBot.Cards;
using KaBot.Cards.Elements;
using KaBot.Funnel.Facts;
using KaBot.Funnel.Playbooks;
using KaBot.Language;
using KaBot.Storage;
using KaBot.Turns;

namespace KaBot.CheckIn;

/// <summary>The cards of a check-in, filled with its deal and with the names of who said what.</summary>
internal sealed class CheckInCards(Turn turn, Deal deal, AccountMap map)
{
    public async Task QuestionAsync(Interview interview, Draft draft, FactDefinition fact, string? remark)
    {
        var sheet = interview.Sheet(draft);
        var known = sheet[fact.Id];
        turn.Show(QuestionCard.Of(turn.Texts, new QuestionView(Turn.Ref(deal), draft.QuestionId, fact,
            interview.Left(draft).FirstOrDefault(ask => ask.FactId == fact.Id), (draft.Trail.Count - 1) % Draft.Round + 1, Draft.Round, known, turn.Today,
            await NamesAsync(known is null ? [] : [known]), draft.Trail.Count > 1, remark, Free: draft.Question == 1 && turn.Command is not null) { Past = fact.LaterOf(sheet) is { Past: true } }));
    }

    public async Task FactAsync(FactDefinition fact, Fact? known) => turn.Show(FactCard.Of(turn.Texts,
        new FactView(Turn.Ref(deal), fact, known, await WhoAsync(known)) { People = await map.WhoAsync(deal, fact.Id) }));

    /// <summary>When the customer was last visited: the day of the check-in that told it, with its words.</summary>
    public async Task VisitedAsync(FactSheet facts)
    {
        var visits = turn.Playbook.Fact("visits");
        if (visits is null || facts[visits.Id] is not { Value: FactValue.Count { Value: > 0 } count } known) turn.Say(turn.Texts["ask.visited.never"]);
        else
        {
            turn.Say(turn.Texts.Say("ask.visited", ("n", count.Value), ("day", Days.Short(turn.Texts, DateOnly.FromDateTime(known.At.ToOffset(turn.Now.Offset).DateTime)))));
            await FactAsync(visits, known);
        }
    }

    public async Task ClashAsync(Contradiction clash, string? remark) => turn.Show(ClashCard.Of(turn.Texts,
        new ClashView(Turn.Ref(deal), turn.Playbook.Fact(clash.Told.Id)!, clash, await NamesAsync([clash.Known, clash.Told]), remark)));

    public async Task CorrectAsync(FactSheet facts, int page) => turn.Show(CorrectCard.Of(turn.Texts,
        new CorrectView(Turn.Ref(deal), turn.Playbook, facts, await NamesAsync(facts.All), page)));

    public async Task<Card> StageAsync(Interview interview, Draft draft, StageCardState state) => StageCard.Of(turn.Texts, new StageView(
        Turn.Ref(deal), turn.Playbook, interview.Found(draft), interview.Sheet(draft), interview.Since(draft), deal.Latest?.At.ToOffset(turn.Now.Offset), turn.Now,
        await NamesAsync(interview.Sheet(draft).All), state, !interview.Left(draft).IsEmpty) { Seen = await map.SeenAsync(turn, deal, interview.Sheet(draft)) });

    public Card Answered(FactDefinition fact, Fact told) =>
        AnsweredCard.Of(turn.Texts, new AnsweredView(Turn.Ref(deal), fact, Outcome.Answered, told.Value, told.Certainty));

    public Card PassedOver(FactDefinition fact, Outcome outcome) =>
        AnsweredCard.Of(turn.Texts, new AnsweredView(Turn.Ref(deal), fact, outcome, null));

    /// <summary>Who told a fact, the rep too: for one who asks who said so.</summary>
    private async Task<Names> WhoAsync(Fact? known) => known?.Evidence?.By == turn.Person.Id && turn.Person.Name is { } mine
        ? new Names(new Dictionary<string, string> { [turn.Person.Id] = mine }) : await NamesAsync(known is null ? [] : [known]);

    /// <summary>Who said these facts. A deal that only its owner speaks of needs no question to the database.</summary>
    private async Task<Names> NamesAsync(IEnumerable<Fact> facts)
    {
        var others = facts.Select(fact => fact.Evidence?.By).OfType<string>().Where(id => id != turn.Person.Id).Distinct().ToList();
        if (others.Count == 0) return Names.None;
        var names = new Dictionary<string, string>(await turn.Store.NamesAsync(others), StringComparer.Ordinal);
        if (turn.Person.Name is { } mine) names[turn.Person.Id] = mine;
        return new Names(names);
    }
}
