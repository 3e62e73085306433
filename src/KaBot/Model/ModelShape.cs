using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.AI;

namespace KaBot.Model;

/// <summary>What a model is told once: the instructions of a file beside the program, and the shape of its answer.</summary>
internal static class ModelShape
{
    /// <summary>The instructions; endpoints that know no schema are given it in words.</summary>
    public static string Prompt(string file, JsonObject schema, ModelFormat format, string more = "")
    {
        var words = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Model", file));
        var shape = format == ModelFormat.JsonSchema ? "" : "\n\nThe answer follows this JSON schema, and holds nothing else:\n" + schema.ToJsonString();
        return words + more + shape;
    }

    public static ChatOptions Options(string name, JsonObject schema, ModelOptions options) => new()
    {
        Temperature = options.Temperature, MaxOutputTokens = options.MostOutput,
        ResponseFormat = options.Format == ModelFormat.JsonObject ? ChatResponseFormat.Json : ChatResponseFormat.ForJsonSchema(JsonSerializer.SerializeToElement(schema), name),
        AdditionalProperties = new() { ["strict"] = true },
    };
}
