using KaBot.Cards.Elements;
using KaBot.Language;

namespace KaBot.Cards;

/// <summary>The first words to a person, and the one thing to do next.</summary>
public static class WelcomeCard
{
    public static Card Of(Texts texts, WelcomeView view)
    {
        var hello = view.Name is { } name ? texts.Say("welcome.hello.name", ("name", Parts.Clip(name, 40))) : texts["welcome.hello"];
        var first = new Execute(texts["welcome.first"], Verbs.NewDeal) { Positive = true };
        var deals = new Execute(texts["deals.open"], Verbs.Deals) { Positive = true };
        return new Card(texts.Language, hello + " " + texts["welcome.intro"],
            [
                new RichText(new Run(hello) { Size = TextSize.Large, Bold = true }),
                new TextBlock(texts["welcome.intro"]),
                new TextBlock(texts[view.HasDeals ? "welcome.next" : "welcome.next.first"]) { Subtle = true },
            ],
            [view.HasDeals ? deals : first, new Execute(texts["help.open"], Verbs.Help), new Execute(texts["language.change"], Verbs.Language)]);
    }
}
