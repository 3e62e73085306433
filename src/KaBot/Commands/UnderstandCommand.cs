using System.CommandLine;
using System.Text.Json.Nodes;
using KaBot.Funnel.Playbooks;
using KaBot.Understanding;

namespace KaBot.Commands;

/// <summary><c>understand</c>: messages in, readings out, a JSON line each. Exit code 1 when a line was bad.</summary>
public static class UnderstandCommand
{
    public static Command Create()
    {
        var folder = new Option<string>("--playbook") { Description = "The playbook folder", DefaultValueFactory = _ => PlaybookFolder.Shipped, Recursive = true };
        var networks = new Option<string?>("--networks") { Description = "Other networks than those that ship, as 'learn' wrote them", Recursive = true };
        var explain = new Option<bool>("--explain") { Description = "Name the pattern of the playbook behind each reading, and show what was withheld, with its odds" };
        var command = new Command("understand", "Read reps' messages as JSON lines and write the facts they tell, with their evidence") { folder, networks, explain };
        command.Subcommands.Add(UnderstandScoreCommand.Create(folder, networks));
        command.Subcommands.Add(UnderstandLearnCommand.Create(folder));
        command.SetAction(result =>
        {
            var (playbook, reader) = Open(result.GetValue(folder)!, result.GetValue(networks));
            var (input, output) = JsonLines.Standard();
            using (output) return Run(input, output, playbook, reader, result.GetValue(explain));
        });
        return command;
    }

    /// <summary>The playbook and its reader, with the networks of a file where one is named.</summary>
    public static (Playbook Playbook, MessageReader Reader) Open(string folder, string? networks)
    {
        var (playbook, reader) = PlaybookFolder.Open(folder);
        if (networks is null) return (playbook, reader);
        using var file = File.OpenRead(networks);
        return (playbook, reader.With(file));
    }

    /// <summary>Answers each message with what it says; the exit code.</summary>
    public static int Run(TextReader input, TextWriter output, Playbook playbook, MessageReader reader, bool explain = false) => JsonLines.Run(input, output, json =>
    {
        var (id, message) = MessageLine.Read(playbook, json);
        var readings = reader.Read(message);
        var answer = new JsonObject { ["id"] = id, ["facts"] = Facts(readings, explain) };
        if (explain)
            answer["withheld"] = new JsonArray([.. reader.Withheld(message).Select(doubt =>
            {
                var json = MessageLine.Write(doubt, explain);
                json.Insert(0, "fact", doubt.FactId);
                return (JsonNode)json;
            })]);
        return answer;
    });

    private static JsonObject Facts(IEnumerable<Reading> readings, bool explain) =>
        new(readings.Select(reading => KeyValuePair.Create(reading.FactId, (JsonNode?)MessageLine.Write(reading, explain))));
}
