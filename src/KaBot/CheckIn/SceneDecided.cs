using KaBot.Cards;
using KaBot.Funnel.Facts;
using KaBot.Funnel.Playbooks;

namespace KaBot.CheckIn;

// What words can only mean as things stand: the answer to a doubt, a caption, a day behind, a reason, something put right.
internal sealed partial class Scene
{
    /// <summary>What the words can only mean as things stand, whatever else may be read in them: an answer by its caption, a day behind, something put right.</summary>
    private IReadOnlyList<Fact> Plain(Draft draft, IReadOnlyList<Fact> heard)
    {
        if (PastDay(draft, heard) is { Count: > 0 } day) return day;
        if (draft is { Doubted: null, Asked: Ending.ReasonFact } && Reason(turn.Text) is { } reason) return [reason];
        if (draft is { Doubted: null, Asked: { } open } && Answers.Chosen(turn, turn.Playbook.Fact(open)!, turn.Text) is { } chosen) return [chosen];
        if (Turned(draft) is { } turned && heard.All(fact => fact.Id == turned.Id || fact.Id == draft.Asked)) return [turned];
        return Mended(draft) is { } mended && heard.All(fact => fact.Id == draft.Asked || fact.Value.Equals(mended.Value)) ? [mended] : [];
    }

    /// <summary>The day behind that the words name, where one is asked for, with what they say again of that which it is the day of (昨天签的); else nothing.</summary>
    private IReadOnlyList<Fact> PastDay(Draft draft, IReadOnlyList<Fact> heard)
    {
        if (draft is not { Doubted: null, Asked: { } id } || turn.Playbook.Fact(id) is not { Kind: FactKind.Date } fact || IsLong(turn.Text)) return [];
        if (fact.LaterOf(_interview.Sheet(draft)) is not { Past: true } later || !heard.All(other => other.Id == id || later.By.Contains(other.Id))) return [];
        return Answers.Past(turn, fact, turn.Text) is { } day ? [day, .. heard.Where(other => other.Id != id)] : [];
    }

    /// <summary>The fact that is to stand of two that contradict each other, when the words decide it.</summary>
    private Fact? Decided(Draft draft) => draft.Doubted is { } told && _interview.Clash(draft, told) is { } clash
        ? ClashWords.Read(turn, remarks, turn.Playbook.Fact(told.Id)!, clash) ?? Instead(turn.Playbook.Fact(told.Id)!) : null;

    // 不是118，是112, "no, 112": neither of the two.
    private Fact? Instead(FactDefinition fact) => fact.Kind is FactKind.Money or FactKind.Date or FactKind.Count && (remarks.Turned(turn.Text)?.Instead ?? remarks.Mended(turn.Text)) is { Length: > 0 } words
        && Answers.Typed(turn, fact, words) is { Value: not FactValue.Open } told ? told : null;

    /// <summary>不是50万，是80万: the one fact known that has the value denied, as it is instead; null where the words do not say so, or of several.</summary>
    private Fact? Turned(Draft draft)
    {
        if (remarks.Turned(turn.Text) is not var (denied, instead)) return null;
        List<FactDefinition> meant = [.. _interview.Sheet(draft).All.Where(fact => Typed(fact, denied) is { } value && IsSame(value.Value, fact.Value)).Select(fact => turn.Playbook.Fact(fact.Id)!)];
        return meant is [var one] ? Answers.Typed(turn, one, instead) is { Value: not FactValue.Open } told ? told with { Evidence = told.Evidence! with { Words = turn.Text.Trim() } } : null : null;

        Fact? Typed(Fact fact, string words) => fact.Value is FactValue.Money or FactValue.Date or FactValue.Count ? Answers.Typed(turn, turn.Playbook.Fact(fact.Id)!, words) : null;
    }

    // Nobody says the currency again.
    private static bool IsSame(FactValue denied, FactValue known) =>
        (denied, known) is (FactValue.Money a, FactValue.Money b) ? (a.Low, a.High) == (b.Low, b.High) : denied.Equals(known);

    /// <summary>不对，是150万: a figure or date told last, or else the only such one told in this check-in, put right without its name; null where the words may mean another.</summary>
    private Fact? Mended(Draft draft)
    {
        if (remarks.Mended(turn.Text) is not { Length: > 0 } words || draft.Told.IsEmpty) return null;
        var last = draft.Told.All.Max(fact => fact.At);
        return Put(draft.Told.All.Where(fact => fact.At == last)) ?? Put(draft.Told.All);

        Fact? Put(IEnumerable<Fact> told) => told.Where(fact => fact.Value is FactValue.Money or FactValue.Date or FactValue.Count)
            .Select(fact => Answers.Typed(turn, turn.Playbook.Fact(fact.Id)!, words)).OfType<Fact>().Where(fact => fact.Value is not FactValue.Open).ToList() is [var one] ? one : null;
    }
}
