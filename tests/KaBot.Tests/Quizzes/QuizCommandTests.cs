using System.Text.Json.Nodes;
using KaBot.Commands;
using KaBot.Funnel.Facts;
using KaBot.Language;
using KaBot.Tests.Funnel;

namespace KaBot.Tests.Quizzes;

/// <summary><c>quiz simulate</c>: a line in, a line out.</summary>
public sealed class QuizCommandTests
{
    private static readonly Knowledge Knowledge = PlaybookFolder.LoadAll(PlaybookFolder.Shipped);

    [Fact]
    public void Its_stages_are_those_of_qualify_on_the_same_lines()
    {
        var dice = new Random(7);
        var lines = Enumerable.Range(0, 40).Select(n => Line(n, n % 2 == 0 ? RandomDeals.Wild(dice) : RandomDeals.Lifelike(dice))).ToArray();
        var (code, simulated) = Simulate(lines);
        using var output = new StringWriter();
        QualifyCommand.Run(new StringReader(string.Join('\n', lines)), output, Knowledge.Playbook, LanguageFiles.Load(LanguageFiles.Shipped).For("en-US"));
        var qualified = output.ToString().Split(Environment.NewLine, StringSplitOptions.RemoveEmptyEntries).Select(line => JsonNode.Parse(line)!);
        Assert.Equal(0, code);
        Assert.Equal(qualified.Select(Stages), simulated.Select(Stages));
        Assert.All(simulated, line => Assert.True((int)line["questions"]! <= line["asked"]!.AsArray().Count));
    }

    [Fact]
    public void Facts_side_by_side_are_one_question_and_only_what_settles_it_is_asked()
    {
        var line = Assert.Single(Simulate("""{"id":"a","at":"2026-03-05","facts":{"contract_signed":{"value":true},"repeat_order":{"value":true},"contact_made":{"value":false},"visit_appointed":{"value":null}}}""").Lines);
        Assert.Equal("""["a",3,"repeat",null]""", new JsonArray([.. new[] { "id", "questions", "earned", "solid" }.Select(key => line[key]?.DeepClone())]).ToJsonString());
        Assert.Equal(["contract_signed", "repeat_order"], line["asked"]!.AsArray().Select(id => (string?)id).Where(id => Deal.Playbook.Criterion("repeat_order").Facts.Contains(id!) || id == "contract_signed"));
    }

    [Fact]
    public void A_bad_line_is_answered_and_the_rest_goes_on()
    {
        var (code, lines) = Simulate("{", """{"id":"b","at":"2026-03-05","facts":{}}""");
        Assert.Equal(1, code);
        Assert.Contains("no valid JSON", (string?)lines[0]["error"], StringComparison.Ordinal);
        Assert.Equal("b", (string?)lines[1]["id"]);
    }

    private static string Stages(JsonNode line) => $"{line["id"]} {line["earned"]} {line["solid"]}";

    private static (int Code, JsonNode[] Lines) Simulate(params string[] lines)
    {
        using var output = new StringWriter();
        var code = QuizCommand.Simulate(new StringReader(string.Join('\n', lines)), output, Knowledge);
        return (code, [.. output.ToString().Split(Environment.NewLine, StringSplitOptions.RemoveEmptyEntries).Select(line => JsonNode.Parse(line)!)]);
    }

    private static string Line(int id, FactSheet facts) => new JsonObject
    {
        ["id"] = $"d{id}",
        ["at"] = Deal.Now.ToString("O"),
        ["facts"] = new JsonObject(facts.All.Select(fact => KeyValuePair.Create(fact.Id, (JsonNode?)new JsonObject
        {
            ["value"] = FactValueJson.Write(fact.Value),
            ["certainty"] = fact.Certainty == Certainty.Hedged ? "hedged" : "stated",
            ["at"] = fact.At.ToString("O"),
        }))),
    }.ToJsonString();
}
