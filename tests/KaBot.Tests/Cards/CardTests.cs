using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using KaBot.Cards.Elements;

namespace KaBot.Tests.Cards;

public sealed class CardTests
{
    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static TheoryData<string, string> All()
    {
        var data = new TheoryData<string, string>();
        foreach (var texts in Samples.Languages.All)
            foreach (var (name, _) in Samples.All(texts)) data.Add(texts.Language, name);
        return data;
    }

    private static Card Card(string language, string name) => Samples.All(Samples.Languages.For(language)).Single(sample => sample.Name == name).Card;

    private static JsonNode Json(string language, string name) => JsonSerializer.SerializeToNode(Card(language, name).Render())!;

    [Theory, MemberData(nameof(All))]
    public void A_card_is_as_approved(string language, string name) =>
        Approval.Matches(JsonSerializer.Serialize(Card(language, name).Render(), Readable) + "\n", $"{name}.{language}.json");

    [Theory, MemberData(nameof(All))]
    public void A_card_holds_only_what_every_serializer_writes_alike(string language, string name) => AssertPlain(Card(language, name).Render());

    [Theory, MemberData(nameof(All))]
    public void A_card_is_far_from_the_limit_of_a_message(string language, string name) =>
        Assert.InRange(JsonSerializer.SerializeToUtf8Bytes(Card(language, name).Render()).Length, 1, 40_000);

    [Theory, MemberData(nameof(All))]
    public void Every_button_has_a_title_and_says_what_it_does(string language, string name)
    {
        foreach (var action in Parts(Json(language, name)).Where(part => Type(part).StartsWith("Action.", StringComparison.Ordinal)))
        {
            Assert.False(string.IsNullOrWhiteSpace((string?)action["title"]));
            if (Type(action) != "Action.Execute") continue;
            Assert.Matches("^[a-z]+\\.[a-z]+$", (string?)action["verb"]);
            Assert.NotNull(action["data"]);
            Assert.Null(action["data"]!["msteams"]);
        }
    }

    [Theory, MemberData(nameof(All))]
    public void Ids_are_unique_and_what_a_button_toggles_is_there(string language, string name)
    {
        var parts = Parts(Json(language, name)).ToList();
        var ids = parts.Select(part => (string?)part["id"]).OfType<string>().ToList();
        Assert.Equal(ids.Distinct(), ids);
        Assert.All(parts.Where(part => Type(part) == "Action.ToggleVisibility"),
            toggle => Assert.All(toggle["targetElements"]!.AsArray(), target => Assert.Contains((string?)target, ids)));
    }

    [Theory, MemberData(nameof(All))]
    public void Every_input_has_a_label_and_a_button_that_sends_it(string language, string name)
    {
        var parts = Parts(Json(language, name)).ToList();
        var inputs = parts.Where(part => Type(part).StartsWith("Input.", StringComparison.Ordinal)).ToList();
        Assert.All(inputs, input => Assert.False(string.IsNullOrWhiteSpace((string?)input["label"])));
        if (inputs.Count > 0) Assert.Contains(parts, part => (string?)part["associatedInputs"] == "auto");
    }

    [Theory, MemberData(nameof(All))]
    public void A_picture_has_words(string language, string name) => Assert.All(
        Parts(Json(language, name)).Where(part => Type(part) == "Image"), image => Assert.NotNull((string?)image["altText"]));

    [Fact]
    public void What_people_wrote_cannot_become_a_link()
    {
        var texts = Samples.Languages.For("en-US");
        const string trap = "[win](https://evil.example)";
        var view = Samples.Stage(KaBot.Cards.StageCardState.Open) with { Deal = new("d", trap, "**" + trap) };
        var card = JsonSerializer.SerializeToNode(KaBot.Cards.StageCard.Of(texts, view).Render())!;
        Assert.DoesNotContain(Parts(card).Where(part => Type(part) is "TextBlock" or "FactSet"), part => part.ToJsonString().Contains("evil", StringComparison.Ordinal));
        Assert.Contains(Parts(card), part => Type(part) == "TextRun" && ((string?)part["text"])!.Contains(trap, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public void A_long_text_is_cut_between_characters(int shift)
    {
        var view = new KaBot.Cards.AnsweredView(Samples.Deal, Samples.Playbook.Fact("core_needs")!, KaBot.Cards.Outcome.Answered,
            new KaBot.Funnel.Facts.FactValue.Text(new string('x', shift) + string.Concat(Enumerable.Repeat("😀", 200))));
        var card = JsonSerializer.SerializeToNode(KaBot.Cards.AnsweredCard.Of(Samples.Languages.For("zh-CN"), view).Render());
        Assert.Contains(Parts(card), part => ((string?)part["text"])?.EndsWith("😀…", StringComparison.Ordinal) == true);
    }

    private static string Type(JsonNode part) => (string?)part["type"] ?? "";

    /// <summary>Every object with a type, the card itself included.</summary>
    private static IEnumerable<JsonNode> Parts(JsonNode? node) => node switch
    {
        JsonObject found => (found["type"] is null ? [] : (IEnumerable<JsonNode>)[found]).Concat(found.SelectMany(pair => Parts(pair.Value))),
        JsonArray list => list.SelectMany(Parts),
        _ => [],
    };

    private static void AssertPlain(object? value)
    {
        if (value is Dictionary<string, object?> map) foreach (var item in map.Values) AssertPlain(item);
        else if (value is List<object?> list) list.ForEach(AssertPlain);
        else Assert.True(value is string or bool or int, $"{value?.GetType()} is no plain value");
    }
}
