using System.Text.Json.Nodes;

namespace KaBot.Tests.Coaching;

/// <summary>The lines of <c>advise</c>.</summary>
public sealed class AdviseCommandTests
{
    private const string Sound = """{"id":"ok","at":"2026-03-05T10:00:00Z","facts":{}}""";

    [Theory]
    [InlineData("zh-CN", "有段时间没更新了：预算范围清楚")]
    [InlineData("en-US", "Not checked for a while: Budget range known")]
    public void An_action_says_what_who_and_why(string language, string why)
    {
        var (_, answers) = Situations.Advise(language, Situations.All["act-19"].ToJsonString());
        var action = answers[0]["actions"]!.AsArray().Single(action => (string?)action!["criterion"] == "budget_known")!;
        Assert.Equal(("ask_budget", "project_team", why), ((string)action["id"]!, (string)action["owner"]!, (string)action["why"]!));
    }

    [Fact]
    public void A_tactic_tells_the_rules_that_make_its_score()
    {
        var (_, answers) = Situations.Advise("en-US", Situations.All["tac-27"].ToJsonString());
        var first = answers[0]["tactics"]![0]!;
        Assert.Equal("avoid_strength", (string?)first["id"]);
        Assert.Equal(8, (int)first["score"]!);
        Assert.Equal(["avoid_strength_cuts", "avoid_strength_rival", "avoid_strength_early"], Situations.Ids(first["because"]));
    }

    [Fact]
    public void A_tempting_tactic_is_told_with_what_is_wrong_about_it()
    {
        var (_, answers) = Situations.Advise("en-US", Situations.All["tac-17"].ToJsonString());
        var avoided = Assert.Single(answers[0]["avoid"]!.AsArray())!;
        Assert.Equal("deadline", (string?)avoided["id"]);
        Assert.Contains("bluff", (string?)avoided["because"], StringComparison.Ordinal);
    }

    [Fact]
    public void The_preconditions_belong_to_the_owners_of_the_negotiation()
    {
        var (_, answers) = Situations.Advise("en-US", Situations.All["act-12"].ToJsonString());
        Assert.Equal("project_manager+executive", (string?)answers[0]["actions"]![0]!["owner"]);
    }

    [Theory]
    [InlineData("\"phase\":\"dawn\"", "'phase' is")]
    [InlineData("\"phase\":1", "'phase' is")]
    [InlineData("\"tried\":\"deadline\"", "'tried' is no array")]
    [InlineData("\"tried\":[\"prayer\"]", "unknown tactic 'prayer'")]
    [InlineData("\"account\":[]", "'account' is no object")]
    [InlineData("\"account\":{\"chain\":\"yes\"}", "'account.chain' is neither")]
    public void A_bad_line_is_answered_and_the_rest_goes_on(string bad, string error)
    {
        var (code, answers) = Situations.Advise("en-US", Sound[..^1] + "," + bad + "}", Sound);
        Assert.Equal((1, 2, "ok"), (code, answers.Count, (string?)answers[0]["id"]));
        Assert.Contains(error, (string?)answers[0]["error"], StringComparison.Ordinal);
        Assert.StartsWith("line 1: ", (string?)answers[0]["error"], StringComparison.Ordinal);
        Assert.NotNull(answers[1]["readiness"]);
    }

    [Fact]
    public void A_line_holds_just_what_is_promised_and_is_the_same_each_time()
    {
        var input = Situations.All.Values.Select(line => line.ToJsonString()).ToArray();
        var (_, first) = Situations.Advise("en-US", input);
        foreach (var line in first)
        {
            Assert.Equal(["id", "readiness", "actions", "phase", "tactics", "avoid"], Keys(line));
            Assert.Equal(["ready", "missing"], Keys(line["readiness"]!));
            Assert.All(line["actions"]!.AsArray(), action => Assert.Equal(["id", "criterion", "owner", "why"], Keys(action!)));
            Assert.All(line["tactics"]!.AsArray(), tactic => Assert.Equal(["id", "score", "because"], Keys(tactic!)));
            Assert.All(line["avoid"]!.AsArray(), avoided => Assert.Equal(["id", "because"], Keys(avoided!)));
        }
        var (_, again) = Situations.Advise("en-US", [.. input.Reverse()]);
        Assert.Equal(first.Select(line => line.ToJsonString()), again.AsEnumerable().Reverse().Select(line => line.ToJsonString()));

        static IEnumerable<string> Keys(JsonNode node) => node.AsObject().Select(pair => pair.Key);
    }

    [Fact]
    public void Nulls_are_as_good_as_nothing()
    {
        var (code, answers) = Situations.Advise("zh-CN", Sound[..^1] + ",\"phase\":null,\"tried\":null,\"account\":{\"chain\":null}}", Sound);
        Assert.Equal(0, code);
        Assert.True(JsonNode.DeepEquals(answers[0], answers[1]));
    }
}
