using System.Text.Json;
using System.Text.Json.Nodes;
using KaBot.Commands;
using KaBot.Language;

namespace KaBot.Tests.Coaching;

/// <summary>The deal situations of situations.jsonl, each with the advice an expert would give, and what KaBot gives.</summary>
internal static class Situations
{
    public static readonly Knowledge Knowledge = PlaybookFolder.LoadAll(PlaybookFolder.Shipped);
    public static readonly IReadOnlyDictionary<string, JsonNode> All =
        File.ReadAllLines(Path.Combine(Repository.Root, "tests", "KaBot.Tests", "Coaching", "situations.jsonl"))
            .Select(line => JsonNode.Parse(line)!).ToDictionary(line => (string)line["id"]!);

    public static Texts Texts(string language) => LanguageFiles.Load(LanguageFiles.Shipped).For(language);

    /// <summary>The answer of the command to lines of facts.</summary>
    public static (int Code, List<JsonNode> Answers) Advise(string language, params IEnumerable<string> lines)
    {
        using var output = new StringWriter();
        var code = AdviseCommand.Run(new StringReader(string.Join('\n', lines)), output, Knowledge, Texts(language));
        return (code, [.. output.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonNode.Parse(line)!)]);
    }

    /// <summary>Ids of a list, or of the objects in it.</summary>
    public static List<string> Ids(JsonNode? list, string key = "id") =>
        [.. list?.AsArray().Select(item => item!.GetValueKind() == JsonValueKind.String ? (string)item! : (string)item[key]!) ?? []];
}
