using System.Text.Json;
using KaBot.Funnel.Facts;
using KaBot.Funnel.Playbooks;
using KaBot.Understanding.Proposing;

namespace KaBot.Model;

/// <summary>The proposals in a model's answer.</summary>
internal static class ModelAnswer
{
    private const int MostReadings = 60;

    /// <summary>Null when the answer is no JSON of the agreed shape; a single reading that is not is passed over.</summary>
    public static IReadOnlyList<Proposal>? Read(Playbook playbook, string answer)
    {
        try
        {
            using var document = JsonDocument.Parse(Bare(answer), new JsonDocumentOptions { MaxDepth = 16 });
            if (document.RootElement.ValueKind != JsonValueKind.Object || !document.RootElement.TryGetProperty("readings", out var readings)
                || readings.ValueKind != JsonValueKind.Array) return null;
            return [.. readings.EnumerateArray().Take(MostReadings).Select(reading => One(playbook, reading)).OfType<Proposal>()];
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static Proposal? One(Playbook playbook, JsonElement json)
    {
        if (json.ValueKind != JsonValueKind.Object || Text(json, "fact") is not { } id || playbook.Fact(id) is not { } fact
            || Text(json, "evidence") is not { } evidence || !json.TryGetProperty("value", out var value)) return null;
        var certainty = Text(json, "certainty") switch { "stated" => Certainty.Stated, "hedged" => Certainty.Hedged, _ => (Certainty?)null };
        if (certainty is null) return null;
        try
        {
            var increment = json.TryGetProperty("increment", out var more) && more.ValueKind == JsonValueKind.True;
            return new Proposal(id, FactValueJson.Read(fact, value, increment), certainty.Value, evidence);
        }
        catch (FormatException)
        {
            return null;
        }
    }

    private static string? Text(JsonElement json, string name) => json.TryGetProperty(name, out var text) && text.ValueKind == JsonValueKind.String ? text.GetString() : null;

    // Models without a schema like to put a fence around their JSON.
    private static string Bare(string answer)
    {
        var (start, end) = (answer.IndexOf('{', StringComparison.Ordinal), answer.LastIndexOf('}'));
        return start >= 0 && end > start ? answer[start..(end + 1)] : answer;
    }
}
