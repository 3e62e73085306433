using System.Text.Json.Nodes;

namespace KaBot.Tests.Coaching;

/// <summary>What an expert would advise in each situation of the table.</summary>
public sealed class SituationsTests
{
    public static TheoryData<string> Every => [.. Situations.All.Keys];

    [Theory]
    [MemberData(nameof(Every))]
    public void The_advice_is_what_an_expert_would_give(string id)
    {
        var (line, expected) = (Situations.All[id], Situations.All[id]["expected"]!);
        var (code, answers) = Situations.Advise("zh-CN", line.ToJsonString());
        Assert.Equal(0, code);
        var advice = Assert.Single(answers);

        var (tactics, actions) = (Situations.Ids(advice["tactics"]), Situations.Ids(advice["actions"], "criterion"));
        var faults = Missing("tactic in the top two", Situations.Ids(expected["top"]), [.. tactics.Take(2)])
            .Concat(Present("tactic", Situations.Ids(expected["never"]), tactics))
            .Concat(Missing("action", Situations.Ids(expected["actions"]), actions))
            .Concat(Present("action", Situations.Ids(expected["noActions"]), actions))
            .Concat(Different("phase", expected, advice)).Concat(Different("readiness", expected, advice)).ToList();
        Assert.True(faults.Count == 0, $"{line["note"]}: {string.Join(", ", faults)}; tactics {string.Join(' ', tactics)}; actions {string.Join(' ', actions)}");
    }

    private static IEnumerable<string> Missing(string what, List<string> wanted, List<string> found) => wanted.Except(found).Select(id => $"no {what} {id}");

    private static IEnumerable<string> Present(string what, List<string> unwanted, List<string> found) => unwanted.Intersect(found).Select(id => $"{what} {id}");

    private static IEnumerable<string> Different(string key, JsonNode expected, JsonNode advice) =>
        JsonNode.DeepEquals(expected[key], advice[key]) ? [] : [$"{key} is {advice[key]?.ToJsonString()}, not {expected[key]?.ToJsonString()}"];

    [Fact]
    public void The_table_covers_every_tactic_symptom_move_phase_and_precondition()
    {
        var table = string.Join('\n', Situations.All.Values.Select(line => line.ToJsonString()));
        var playbook = Situations.Knowledge.Playbook;
        var ids = Situations.Knowledge.Coaching.Tactics.Tactics.Select(tactic => tactic.Id)
            .Concat(playbook.Fact("symptoms")!.Choices.Concat(playbook.Fact("buyer_moves")!.Choices).Select(choice => choice.Id))
            .Concat(playbook.Preconditions.Select(precondition => precondition.Id)).Concat(["early", "middle", "late"]).ToList();
        Assert.True(Situations.All.Count >= 60);
        Assert.DoesNotContain(ids, id => !table.Contains($"\"{id}\"", StringComparison.Ordinal));
        var wanted = Situations.All.Values.SelectMany(line => Situations.Ids(line["expected"]!["top"])).ToHashSet();
        Assert.DoesNotContain(Situations.Knowledge.Coaching.Tactics.Tactics, tactic => !wanted.Contains(tactic.Id));
    }
}
