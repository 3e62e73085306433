using System.Text.Json;
using KaBot.Chat.Terminal;
using KaBot.Tests.Cards;

namespace KaBot.Tests.Chat.Terminal;

public sealed class TerminalCardTests
{
    [Theory]
    [InlineData("zh-CN")]
    [InlineData("en-US")]
    public void Cards_read_well_as_text(string language)
    {
        var texts = Samples.Languages.For(language);
        var shown = Samples.All(texts).Select(sample => $"== {sample.Name}\n{string.Join('\n', Read(sample.Card.Render(), all: false).Lines)}\n");
        Approval.Matches(string.Join('\n', shown), $"cards.{language}.txt");
    }

    [Theory]
    [InlineData("question-flag", "1,2,3,4,5,6")]
    [InlineData("question-count", "a,b,c,d,e,f,g,h,i")]
    [InlineData("question-money", "a,b,c,d,e,f")]
    public void Options_are_numbered_unless_a_number_may_be_the_answer(string name, string labels) =>
        Assert.Equal(labels, string.Join(',', Read(Sample(name), all: false).Options.Select(option => option.Label)));

    [Fact]
    public void What_is_folded_away_is_shown_on_demand()
    {
        var folded = Read(Sample("stage-open"), all: false);
        var open = Read(Sample("stage-open"), all: true);
        Assert.True(folded.HasHidden);
        Assert.True(open.Lines.Count > folded.Lines.Count);
        Assert.Equal(folded.Options.Select(option => option.Title), open.Options.Select(option => option.Title));
    }

    [Fact]
    public void Only_a_button_that_sends_inputs_asks_for_them()
    {
        var options = Read(Sample("newdeal"), all: false).Options;
        Assert.Equal(["account", "name", "size"], options[0].Inputs.Select(field => field.Name));
        Assert.Empty(options[1].Inputs);
    }

    [Theory]
    [InlineData("", null)]
    [InlineData("2", "b")]
    [InlineData("3", null)]
    [InlineData("x", null)]
    [InlineData("1 2", null)]
    public void A_choice_is_read_by_its_number(string line, string? value) =>
        Assert.Equal(value, new TerminalInput("n", "N", "", true, [("A", "a"), ("B", "b")], false).Read(line));

    [Fact]
    public void Several_choices_are_read_by_their_numbers() =>
        Assert.Equal("a,c", new TerminalInput("n", "N", "", false, [("A", "a"), ("B", "b"), ("C", "c")], true).Read("1、3"));

    [Theory]
    [InlineData("""{"type": "AdaptiveCard"}""")]
    [InlineData("""{"type": "AdaptiveCard", "body": [{"type": "Chart.Gauge"}, {"type": "TextBlock"}, 5, null], "actions": {}}""")]
    [InlineData("5")]
    public void An_odd_card_gives_no_lines(string card) => Assert.Empty(TerminalCard.Of(JsonDocument.Parse(card).RootElement).Lines);

    [Fact]
    public void An_unknown_element_shows_its_fallback() => Assert.Equal(["words"], TerminalCard.Of(JsonDocument.Parse(
        """{"type": "AdaptiveCard", "body": [{"type": "Chart.Gauge", "fallback": {"type": "TextBlock", "text": "words"}}]}""").RootElement).Lines);

    [Fact]
    public void What_people_wrote_cannot_steer_the_terminal() => Assert.Equal(["[2Jgone", "next"], TerminalCard.Of(JsonDocument.Parse(
        """{"type": "AdaptiveCard", "body": [{"type": "TextBlock", "text": "\u001b[2Jgone\nnext"}]}""").RootElement).Lines);

    private static Dictionary<string, object?> Sample(string name) =>
        Samples.All(Samples.Languages.For("en-US")).Single(sample => sample.Name == name).Card.Render();

    private static TerminalCard Read(Dictionary<string, object?> card, bool all) => TerminalCard.Of(JsonSerializer.SerializeToElement(card), all);
}
