using KaBot.Cards.Elements;
using KaBot.Language;

namespace KaBot.Cards;

/// <summary>Which language KaBot speaks. Each is named in itself, so that it is found from any other.</summary>
public static class LanguageCard
{
    public static Card Of(Texts texts, LanguageFiles files) => new(texts.Language, texts["language.title"],
        [new TextBlock(texts["language.title"]) { Heading = true }],
        [.. files.All.Select(language => new Execute(language["language.name"], Verbs.Language, ("language", language.Language)))]);
}
