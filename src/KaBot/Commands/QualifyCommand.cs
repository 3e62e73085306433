using System.CommandLine;
using System.Text.Json.Nodes;
using KaBot.Funnel.Playbooks;
using KaBot.Funnel.Stages;
using KaBot.Language;

namespace KaBot.Commands;

/// <summary><c>qualify</c>: facts in, stages out, a JSON line each. Exit code 1 when a line was bad.</summary>
public static class QualifyCommand
{
    public static Command Create()
    {
        var language = new Option<string>("--lang") { Description = "Language of the reasons: zh-CN or en-US", DefaultValueFactory = _ => "zh-CN" };
        language.AcceptOnlyFromAmong([.. Words.Languages]);
        var command = new Command("qualify", "Read facts as JSON lines and write the stages they earn") { language };
        command.SetAction(result =>
        {
            var texts = LanguageFiles.Load(LanguageFiles.Shipped).For(result.GetValue(language));
            var (input, output) = JsonLines.Standard();
            using (output) return Run(input, output, PlaybookFolder.Load(PlaybookFolder.Shipped), texts);
        });
        return command;
    }

    /// <summary>Answers each line of facts with a line of stages; the exit code.</summary>
    public static int Run(TextReader input, TextWriter output, Playbook playbook, Texts texts) => JsonLines.Run(input, output, json =>
    {
        var line = FactLine.Read(playbook, json);
        return Line(texts, playbook, line, Qualifier.Qualify(playbook, line.Facts, line.At, line.Claimed));
    });

    private static JsonObject Line(Texts texts, Playbook playbook, FactLine line, Qualification found)
    {
        var result = new JsonObject
        {
            ["id"] = line.Id,
            ["earned"] = found.Earned?.Id,
            ["solid"] = found.Solid?.Id,
            ["claimed"] = line.Claimed,
            ["win"] = found.Win,
            ["criteria"] = new JsonObject(playbook.Criteria.Select(criterion =>
                KeyValuePair.Create(criterion.Id, (JsonNode?)Name(found.Criteria[criterion.Id].State)))),
            ["next"] = found.Next is not { } next ? null : new JsonObject
            {
                ["stage"] = next.Stage.Id,
                ["missing"] = new JsonArray([.. next.Missing.Select(id => (JsonNode)id)]),
                ["owner"] = string.Join('+', next.Stage.Owners),
            },
            ["reasons"] = new JsonArray([.. Reasons.Of(texts, playbook, found).Select(reason => (JsonNode)reason)]),
        };
        if (found.Stale) result["stale"] = true;
        return result;
    }

    private static string Name(CriterionState state) => state switch
    {
        CriterionState.NotMet => "not_met",
        CriterionState.ToConfirm => "to_confirm",
        CriterionState.Stale => "stale",
        CriterionState.Met => "met",
        _ => "unknown",
    };
}
