using KaBot.Cards.Elements;
using KaBot.Language;

namespace KaBot.Cards;

/// <summary>Which stage the rep takes the deal to be in. It is kept beside the earned one, never instead of it.</summary>
public static class ClaimCard
{
    public static Card Of(Texts texts, ClaimView view) => new(texts.Language, texts["claim.title"],
    [
        Parts.Caption(view.Deal),
        new TextBlock(texts["claim.title"]) { Bold = true, Heading = true, Size = TextSize.Medium },
        Parts.Small(texts["claim.why"]),
        .. view.Playbook.Stages.Chunk(4).Select(row => Parts.Buttons([.. row.Select(stage =>
            Choice(view, texts.Say(stage.Name), stage.Id) with { Positive = stage.Id == view.Claimed })])),
    ], [Choice(view, texts["claim.none"], "")]);

    /// <summary>Stands in its place once a stage is chosen.</summary>
    public static Card Done(Texts texts, ClaimView view)
    {
        var words = view.Playbook.Stage(view.Claimed) is { } stage
            ? texts.Say("claim.done", ("stage", texts.Say(stage.Name))) : texts["claim.withdrawn"];
        return new Card(texts.Language, words, [Parts.Caption(view.Deal), new TextBlock(words)], []);
    }

    private static Execute Choice(ClaimView view, string title, string stage) => new(title, Verbs.Claim, ("deal", view.Deal.Id), ("stage", stage));
}
