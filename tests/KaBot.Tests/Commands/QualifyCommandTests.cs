using System.Text.Json.Nodes;
using KaBot.Commands;
using KaBot.Language;

namespace KaBot.Tests.Commands;

/// <summary><c>qualify</c>: a line in, a line out, whatever the line.</summary>
public sealed class QualifyCommandTests
{
    private const string Sound = """
        {"id":"a","at":"2026-03-05T10:00:00+08:00","claimed":"closing","facts":{"contact_made":{"value":true,"certainty":"stated"},"visits":{"value":1,"increment":true,"certainty":"stated"},"evaluating":{"value":true,"certainty":"stated","at":"2026-02-01T09:00:00+08:00"},"budget":{"value":{"low":500000,"high":500000,"currency":"CNY"},"certainty":"hedged"},"bid_won":{"value":false,"certainty":"stated"}}}
        """;

    [Fact]
    public void A_line_of_facts_gives_a_line_of_stages()
    {
        var (code, lines) = Run("zh-CN", Sound);
        var line = JsonNode.Parse(Assert.Single(lines))!;
        Assert.Equal(0, code);
        Assert.Equal("""["intent",null,"closing",20,true]""", Picked(line, "earned", "solid", "claimed", "win", "stale"));
        Assert.Equal("""["met","met","stale","to_confirm","not_met","unknown"]""",
            Picked(line["criteria"]!, "contact_made", "formally_visited", "evaluating", "budget_known", "bid_won", "project_org"));
        Assert.Equal("""{"stage":"initiation","missing":["project_org","go_live_planned","budget_known","core_needs"],"owner":"project_team"}""",
            line["next"]!.ToJsonString());
        Assert.Contains("意向", lines[0], StringComparison.Ordinal);
    }

    [Fact]
    public void Nothing_known_earns_nothing()
    {
        var line = JsonNode.Parse(Run("en-US", """{"id":"n","at":"2026-03-05T10:00:00Z","facts":{}}""").Lines[0])!;
        Assert.Equal("[null,null,null,0,null]", Picked(line, "earned", "solid", "claimed", "win", "stale"));
        Assert.DoesNotContain(line["reasons"]!.AsArray(), reason => reason!.ToString().Any(c => c > '\u2fff'));
    }

    [Theory]
    [InlineData("not json", null, "no valid JSON")]
    [InlineData("[]", null, "a line is an object")]
    [InlineData("""{"at":"2026-03-05","facts":{}}""", null, "'id' is missing")]
    [InlineData("""{"id":"x","facts":{}}""", "x", "'at' is missing")]
    [InlineData("""{"id":"x","at":"10:30","facts":{}}""", "x", "'at' is '10:30'")]
    [InlineData("""{"id":"x","at":"2026-03-05"}""", "x", "'facts' is missing")]
    [InlineData("""{"id":"x","at":"2026-03-05","claimed":"heaven","facts":{}}""", "x", "unknown stage 'heaven'")]
    [InlineData("""{"id":"x","at":"2026-03-05","facts":{"mood":{"value":true}}}""", "x", "unknown fact 'mood'")]
    [InlineData("""{"id":"x","at":"2026-03-05","facts":{"bid_won":{"value":"yes"}}}""", "x", "'bid_won' has the value")]
    [InlineData("""{"id":"x","at":"2026-03-05","facts":{"bid_won":{"value":true,"certainty":"sure"}}}""", "x", "certainty 'sure'")]
    [InlineData("""{"id":"x","at":"2026-03-05","facts":{"sponsor":{"value":"\ud800"}}}""", "x", "no valid JSON")]
    [InlineData("""{"id":"\ud800","at":"2026-03-05","facts":{}}""", null, "no valid JSON")]
    public void A_bad_line_is_answered_and_the_rest_goes_on(string bad, string? id, string error)
    {
        var (code, lines) = Run("en-US", bad, Sound);
        var answer = JsonNode.Parse(lines[0])!;
        Assert.Equal((1, 2, id), (code, lines.Length, (string?)answer["id"]));
        Assert.Contains(error, (string?)answer["error"], StringComparison.Ordinal);
        Assert.Equal("intent", (string?)JsonNode.Parse(lines[1])!["earned"]);
    }

    private static (int Code, string[] Lines) Run(string language, params string[] lines)
    {
        using var output = new StringWriter();
        var code = QualifyCommand.Run(new StringReader(string.Join('\n', lines)), output,
            PlaybookFolder.Load(PlaybookFolder.Shipped), LanguageFiles.Load(LanguageFiles.Shipped).For(language));
        return (code, output.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries));
    }

    private static string Picked(JsonNode line, params string[] keys) =>
        new JsonArray([.. keys.Select(key => line[key]?.DeepClone())]).ToJsonString();
}
