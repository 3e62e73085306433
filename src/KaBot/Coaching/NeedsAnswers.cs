using KaBot.Funnel.Facts;
using KaBot.Turns;

namespace KaBot.Coaching;

/// <summary>From what a customer answered to facts, with the customer's word as the evidence.</summary>
internal static class NeedsAnswers
{
    private const string CoreNeeds = "core_needs";
    private const string NeedsStated = "needs_stated";

    /// <summary>The facts of a filled-in form; a field left empty tells none. Who names a core need has stated it.</summary>
    /// <param name="ids">Ids of the facts asked for.</param>
    public static FactSheet Read(Turn turn, Command form, IEnumerable<string> ids)
    {
        var told = FactSheet.Of(ids.Select(id => Read(turn, id, form[id]?.Trim() ?? "")).OfType<Fact>());
        return told[CoreNeeds] is { } core && told[NeedsStated] is null && turn.Playbook.Fact(NeedsStated) is not null
            ? told.With(core with { Id = NeedsStated, Value = new FactValue.Flag(true) }) : told;
    }

    private static Fact? Read(Turn turn, string id, string words)
    {
        if (words.Length == 0) return null;
        var reading = turn.AnswerTo(id, words).Reading;
        // "Three steps, the board last" answers whether the process is known: it is.
        var value = reading?.Value ?? turn.Playbook.Fact(id)!.Kind switch
        {
            FactKind.Flag => new FactValue.Flag(true),
            FactKind.Text => new FactValue.Text(words),
            _ => null,
        };
        return value is null ? null : new Fact(id, value, reading?.Certainty ?? Certainty.Stated, turn.Now,
            new Evidence(words, turn.Person.Id, turn.Now, turn.ActivityId, EvidenceGrade.Customer));
    }
}
