using System.Text.Json;
using System.Text.Json.Nodes;
using KaBot.Funnel.Facts;
using KaBot.Funnel.Playbooks;

namespace KaBot.Storage;

/// <summary>A sheet of facts as JSON, values in the shapes of <see cref="FactValueJson"/>, evidence beside them.</summary>
public sealed class FactsJson(Playbook playbook)
{
    private static readonly JsonSerializerOptions Readable = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Write(FactSheet facts) =>
        new JsonObject(facts.All.Select(fact => KeyValuePair.Create(fact.Id, (JsonNode?)WriteOne(fact)))).ToJsonString(Readable);

    /// <summary>Facts that the present playbook no longer knows, or knows in another shape, are passed over; the snapshot keeps them.</summary>
    public FactSheet Read(string? json)
    {
        if (string.IsNullOrEmpty(json)) return FactSheet.Empty;
        using var document = JsonDocument.Parse(json);
        return FactSheet.Of(document.RootElement.EnumerateObject().Select(ReadOne).OfType<Fact>());
    }

    private static JsonObject WriteOne(Fact fact)
    {
        var json = new JsonObject
        {
            ["value"] = FactValueJson.Write(fact.Value),
            ["certainty"] = fact.Certainty == Certainty.Hedged ? "hedged" : "stated",
            ["at"] = fact.At.ToString("O"),
            ["evidence"] = fact.Evidence is not { } evidence ? null : new JsonObject
            {
                ["words"] = evidence.Words,
                ["by"] = evidence.By,
                ["at"] = evidence.At.ToString("O"),
                ["activity"] = evidence.ActivityId,
                ["grade"] = evidence.Grade.ToString(),
            },
        };
        if (fact.Value is FactValue.Count { Increment: true }) json["increment"] = true;
        return json;
    }

    private Fact? ReadOne(JsonProperty property)
    {
        if (playbook.Fact(property.Name) is not { } definition) return null;
        try
        {
            var json = property.Value;
            return new Fact(definition.Id, FactValueJson.Read(definition, json.GetProperty("value"), json.TryGetProperty("increment", out _)),
                json.GetProperty("certainty").GetString() == "hedged" ? Certainty.Hedged : Certainty.Stated,
                json.GetProperty("at").GetDateTimeOffset(), ReadEvidence(json.GetProperty("evidence")));
        }
        catch (FormatException)
        {
            return null;
        }
    }

    private static Evidence? ReadEvidence(JsonElement json) => json.ValueKind != JsonValueKind.Object ? null : new Evidence(
        json.GetProperty("words").GetString()!, json.GetProperty("by").GetString(), json.GetProperty("at").GetDateTimeOffset(),
        json.GetProperty("activity").GetString(), Enum.Parse<EvidenceGrade>(json.GetProperty("grade").GetString()!));
}
