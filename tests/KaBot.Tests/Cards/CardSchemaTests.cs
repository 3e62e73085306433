using System.Text.Json;

namespace KaBot.Tests.Cards;

/// <summary>Teams' own types for cards judge every approved card: a wrong name or value does not compile.</summary>
public sealed class CardSchemaTests
{
    [Fact]
    public void Every_card_has_the_type_that_Teams_gives_cards()
    {
        Node.Require();
        var (code, output) = Check(Samples.Languages.All.SelectMany(texts => Samples.All(texts)
            .Select(sample => ($"{sample.Name} {texts.Language}", JsonSerializer.Serialize(sample.Card.Render())))));
        Assert.True(code == 0, output);
    }

    [Theory]
    [InlineData("""{"type": "AdaptiveCard", "version": "1.5", "body": [{"type": "TextBlock", "text": "x", "wieght": "bolder"}]}""", "wieght")]
    [InlineData("""{"type": "AdaptiveCard", "version": "1.5", "body": [{"type": "TextBlock", "text": "x", "weight": "heavy"}]}""", "heavy")]
    public void A_wrong_name_or_value_is_found(string card, string named)
    {
        Node.Require();
        var (code, output) = Check([("wrong", card)]);
        Assert.NotEqual(0, code);
        Assert.Contains(named, output, StringComparison.Ordinal);
    }

    private static (int Code, string Output) Check(IEnumerable<(string Name, string Json)> cards)
    {
        var file = Path.Combine(Node.Folder, $"cards-{Guid.NewGuid():n}.ts");
        var lines = cards.Select((card, i) => $"// {card.Name}\nexport const card{i}: IAdaptiveCard = {card.Json};");
        File.WriteAllText(file, "import { IAdaptiveCard } from '@microsoft/teams.cards';\n" + string.Join('\n', lines));
        try
        {
            return Node.Run(Path.Combine("node_modules", "typescript", "bin", "tsc"), "--noEmit", "--strict", "--skipLibCheck",
                "--module", "nodenext", "--target", "es2022", Path.GetFileName(file));
        }
        finally
        {
            File.Delete(file);
        }
    }
}
