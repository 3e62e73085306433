using System.Text.Json;
using KaBot.Funnel.Facts;
using KaBot.Funnel.Playbooks;
using KaBot.Understanding.Proposing;

namespace KaBot.Model;

/// <summary>What a model's answer holds: proposals, or the buyer's line.</summary>
internal static class ModelAnswer
{
    private const int MostReadings = 60;
    private const string ThoughtsEnd = "</think>";

    /// <summary>Null when the answer is no JSON of the agreed shape; a single reading that is not is passed over.</summary>
    public static IReadOnlyList<Proposal>? Read(Playbook playbook, string answer)
    {
        try
        {
            using var document = Parse(answer);
            if (document.RootElement.ValueKind != JsonValueKind.Object || !document.RootElement.TryGetProperty("readings", out var readings)
                || readings.ValueKind != JsonValueKind.Array) return null;
            return [.. readings.EnumerateArray().Take(MostReadings).Select(reading => One(playbook, reading)).OfType<Proposal>()];
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>The buyer's line in a model's answer; null when the answer is no JSON of the agreed shape.</summary>
    public static string? Line(string answer)
    {
        try
        {
            using var document = Parse(answer);
            return document.RootElement.ValueKind == JsonValueKind.Object ? Text(document.RootElement, "line") : null;
        }
        catch (Exception fault) when (fault is JsonException or InvalidOperationException)
        {
            return null;
        }
    }

    private static JsonDocument Parse(string answer) => JsonDocument.Parse(Bare(answer), new JsonDocumentOptions { MaxDepth = 16 });

    /// <summary>The proposal; null for another shape, and for half a surrogate pair, which JSON can hold and a text cannot.</summary>
    private static Proposal? One(Playbook playbook, JsonElement json)
    {
        try
        {
            if (json.ValueKind != JsonValueKind.Object || Text(json, "fact") is not { } id || playbook.Fact(id) is not { } fact
                || Text(json, "evidence") is not { } evidence || !json.TryGetProperty("value", out var value)) return null;
            var certainty = Text(json, "certainty") switch { "stated" => Certainty.Stated, "hedged" => Certainty.Hedged, _ => (Certainty?)null };
            if (certainty is null) return null;
            var increment = json.TryGetProperty("increment", out var more) && more.ValueKind == JsonValueKind.True;
            return new Proposal(id, FactValueJson.Read(fact, value, increment), certainty.Value, evidence);
        }
        catch (Exception fault) when (fault is FormatException or InvalidOperationException)
        {
            return null;
        }
    }

    private static string? Text(JsonElement json, string name) => json.TryGetProperty(name, out var text) && text.ValueKind == JsonValueKind.String ? text.GetString() : null;

    // Models without a schema like to think aloud first, and to put a fence around their JSON.
    private static string Bare(string answer)
    {
        if (answer.LastIndexOf(ThoughtsEnd, StringComparison.Ordinal) is >= 0 and var thought) answer = answer[(thought + ThoughtsEnd.Length)..];
        var (start, end) = (answer.IndexOf('{', StringComparison.Ordinal), answer.LastIndexOf('}'));
        return start >= 0 && end > start ? answer[start..(end + 1)] : answer;
    }
}
