using KaBot.Cards.Elements;
using KaBot.Funnel.Facts;
using KaBot.Language;

namespace KaBot.Cards;

/// <summary>Two answers that cannot both stand: the rep decides.</summary>
public static class ClashCard
{
    public static Card Of(Texts texts, ClashView view)
    {
        var question = texts.Say("clash.question", ("fact", texts.Say(view.Fact.Name)));
        var known = Parts.Value(texts, view.Fact, view.Clash.Known.Value);
        var told = Parts.Value(texts, view.Fact, view.Clash.Told.Value);
        return new Card(texts.Language, question,
            [
                Parts.Caption(view.Deal),
                .. view.Remark is { } remark ? [new RichText(new Run(remark) { Color = TextColor.Warning })] : Array.Empty<Element>(),
                new TextBlock(question) { Bold = true, Heading = true, Size = TextSize.Medium },
                .. Side(texts["clash.known"], known, view.Clash.Known, texts, view.Names),
                .. Side(texts["clash.told"], told, view.Clash.Told, texts, view.Names),
            ],
            [
                Keep(texts.Say("clash.keep.told", ("value", Parts.Clip(told, 20))), "told", view) with { Positive = true },
                Keep(texts.Say("clash.keep.known", ("value", Parts.Clip(known, 20))), "known", view),
            ]);
    }

    private static IEnumerable<Element> Side(string label, string value, Fact fact, Texts texts, Names names)
    {
        yield return new RichText(new Run(label + "  ") { Subtle = true }, new Run(value) { Bold = true });
        if (Parts.Evidence(texts, fact, names) is { } evidence) yield return evidence;
    }

    private static Execute Keep(string title, string which, ClashView view) =>
        new(title, Verbs.Settle, ("deal", view.Deal.Id), ("fact", view.Fact.Id), ("keep", which));
}
