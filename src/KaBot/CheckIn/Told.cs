using KaBot.Cards;
using KaBot.Funnel.Facts;
using KaBot.Turns;

namespace KaBot.CheckIn;

/// <summary>What was told, as one line: so that whoever reads that it was kept, moved or taken back sees what that is.</summary>
internal static class Told
{
    /// <summary>All news of a check-in.</summary>
    public static string Line(Turn turn, Draft draft) => Line(turn, draft.Told.All, draft.Struck, draft.Claimed);

    /// <param name="struck">Facts struck.</param>
    /// <param name="claimed">The stage claimed, "" for none any more; null where nothing is said of it.</param>
    public static string Line(Turn turn, IEnumerable<Fact> told, IEnumerable<string>? struck = null, string? claimed = null) => turn.Texts.List(
    [
        .. told.Select(fact => turn.Texts.Say("answered.line", ("fact", Name(turn, fact.Id)), ("answer", Parts.Value(turn.Texts, turn.Playbook.Fact(fact.Id)!, fact.Value)))),
        .. (struck ?? []).Select(id => turn.Texts.Say("told.struck", ("fact", Name(turn, id)))),
        .. claimed is null ? Array.Empty<string>()
            : [turn.Playbook.Stage(claimed) is { } stage ? turn.Texts.Say("told.claimed", ("stage", turn.Texts.Say(stage.Name))) : turn.Texts["told.unclaimed"]],
    ]);

    public static string Line(Turn turn, FactSheet told, IEnumerable<string> struck) => Line(turn, told.All, struck);

    private static string Name(Turn turn, string id) => turn.Texts.Say(turn.Playbook.Fact(id)!.Name);
}
