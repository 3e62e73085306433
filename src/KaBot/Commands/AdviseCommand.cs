using System.CommandLine;
using System.Text.Json;
using System.Text.Json.Nodes;
using KaBot.Funnel.Coaching;
using KaBot.Funnel.Playbooks;
using KaBot.Language;

namespace KaBot.Commands;

/// <summary>
/// <c>advise</c>: facts in, advice out, a JSON line each. Lines as for <c>qualify</c>, with <c>"phase"</c>, <c>"tried"</c> (tactic ids)
/// and <c>"account": {"chain"}</c>, each of which may be left out. Exit code 1 when a line was bad.
/// </summary>
public static class AdviseCommand
{
    public static Command Create()
    {
        var language = new Option<string>("--lang") { Description = "Language of the reasons: zh-CN or en-US", DefaultValueFactory = _ => "zh-CN" };
        language.AcceptOnlyFromAmong([.. Words.Languages]);
        var command = new Command("advise", "Read facts as JSON lines and write what to do next and how to negotiate") { language };
        command.SetAction(result =>
        {
            var texts = LanguageFiles.Load(LanguageFiles.Shipped).For(result.GetValue(language));
            var (input, output) = JsonLines.Standard();
            using (output) return Run(input, output, PlaybookFolder.LoadAll(PlaybookFolder.Shipped), texts);
        });
        return command;
    }

    /// <summary>Answers each line of facts with a line of advice; the exit code.</summary>
    public static int Run(TextReader input, TextWriter output, Knowledge knowledge, Texts texts) => JsonLines.Run(input, output, json =>
    {
        var line = FactLine.Read(knowledge.Playbook, json);
        var deal = Situation.Of(knowledge.Playbook, line.Facts, line.At, line.Claimed, ReadPhase(json), ReadTried(knowledge.Coaching, json), ReadChain(json));
        return Write(texts, line.Id, Advice.For(knowledge.Coaching, deal));
    });

    private static JsonObject Write(Texts texts, string id, Advice advice) => new()
    {
        ["id"] = id,
        ["readiness"] = new JsonObject
        {
            ["ready"] = advice.Readiness.Ready,
            ["missing"] = Ids(advice.Readiness.Missing.Select(precondition => precondition.Id)),
        },
        ["actions"] = new JsonArray([.. advice.Actions.Select(action => (JsonNode)new JsonObject
        {
            ["id"] = action.Action.Id,
            ["criterion"] = action.Action.For.Id,
            ["owner"] = string.Join('+', action.Owners),
            ["why"] = Spoken.Why(texts, advice.Wording, action),
        })]),
        ["phase"] = Name(advice.Tactics.Phase),
        ["tactics"] = new JsonArray([.. advice.Tactics.Best.Select(tactic => (JsonNode)new JsonObject
        {
            ["id"] = tactic.Definition.Id,
            ["score"] = tactic.Score,
            ["because"] = Ids(tactic.Because.Select(rule => rule.Id)),
        })]),
        ["avoid"] = new JsonArray([.. advice.Tactics.Avoid.Select(avoided => (JsonNode)new JsonObject
        {
            ["id"] = avoided.Definition.Id,
            ["because"] = Spoken.Why(texts, advice.Wording, avoided),
        })]),
    };

    private static Phase? ReadPhase(JsonElement line) => Optional(line, "phase") is not { } phase ? null
        : phase.ValueKind == JsonValueKind.String
            && Enum.GetValues<Phase>().Cast<Phase?>().FirstOrDefault(known => Name(known!.Value) == phase.GetString()) is { } known
            ? known : throw new FormatException($"'phase' is {phase.GetRawText()}; it should be early, middle or late");

    private static IEnumerable<string> ReadTried(CoachingGuide guide, JsonElement line)
    {
        if (Optional(line, "tried") is not { } tried) return [];
        var ids = tried.ValueKind == JsonValueKind.Array && tried.EnumerateArray().All(id => id.ValueKind == JsonValueKind.String)
            ? tried.EnumerateArray().Select(id => id.GetString()!).ToList() : throw new FormatException("'tried' is no array of tactic ids");
        return ids.Find(id => guide.Tactics.Tactics.All(tactic => tactic.Id != id)) is { } unknown
            ? throw new FormatException($"'tried' names the unknown tactic '{unknown}'") : ids;
    }

    private static bool ReadChain(JsonElement line)
    {
        if (Optional(line, "account") is not { } account) return false;
        if (account.ValueKind != JsonValueKind.Object) throw new FormatException("'account' is no object");
        return Optional(account, "chain") switch
        {
            null or { ValueKind: JsonValueKind.False } => false,
            { ValueKind: JsonValueKind.True } => true,
            _ => throw new FormatException("'account.chain' is neither true nor false"),
        };
    }

    private static JsonElement? Optional(JsonElement json, string key) =>
        json.TryGetProperty(key, out var value) && value.ValueKind != JsonValueKind.Null ? value : null;

    private static JsonArray Ids(IEnumerable<string> ids) => new([.. ids.Select(id => (JsonNode)id)]);

    private static string Name(Phase phase) => phase.ToString().ToLowerInvariant();
}
