using System.Text.Json.Nodes;
using KaBot.Funnel.Facts;
using KaBot.Funnel.Playbooks;

namespace KaBot.Model;

/// <summary>The strict JSON schema of an answer, made from the playbook's facts: a fact's value can have no other shape than its own.</summary>
internal static class ReadingSchema
{
    public static JsonObject Of(Playbook playbook) => Closed(("readings", new JsonObject
    {
        ["type"] = "array", ["items"] = new JsonObject { ["anyOf"] = new JsonArray([.. playbook.Facts.Select(fact => (JsonNode)Reading(fact))]) },
    }));

    private static JsonObject Reading(FactDefinition fact)
    {
        var reading = Closed(
            ("fact", new JsonObject { ["type"] = "string", ["enum"] = new JsonArray(fact.Id), ["description"] = fact.Name.In("en-US") }),
            ("value", Value(fact)),
            ("increment", new JsonObject { ["type"] = "boolean" }),
            ("certainty", Ids(["stated", "hedged"])),
            ("evidence", new JsonObject { ["type"] = "string" }));
        return reading;
    }

    private static JsonObject Value(FactDefinition fact) => fact.Kind switch
    {
        FactKind.Flag => new JsonObject { ["type"] = "boolean" },
        FactKind.Count => new JsonObject { ["type"] = "integer" },
        FactKind.List => new JsonObject { ["type"] = "array", ["items"] = new JsonObject { ["type"] = "string" } },
        FactKind.Choices => new JsonObject { ["type"] = "array", ["items"] = Ids(fact.Choices.Select(choice => choice.Id)) },
        FactKind.Choice => OrOpen(Ids(fact.Choices.Select(choice => choice.Id))),
        FactKind.Money => OrOpen(Closed(("low", Bound()), ("high", Bound()), ("currency", new JsonObject { ["type"] = "string" }))),
        _ => OrOpen(new JsonObject { ["type"] = "string" }),
    };

    private static JsonObject Bound() => new() { ["type"] = new JsonArray("number", "null") };

    private static JsonObject Ids(IEnumerable<string> ids) => new() { ["type"] = "string", ["enum"] = new JsonArray([.. ids.Select(id => (JsonNode)id)]) };

    private static JsonObject OrOpen(JsonObject shape) => new() { ["anyOf"] = new JsonArray(shape, new JsonObject { ["type"] = "null" }) };

    internal static JsonObject Closed(params (string Name, JsonObject Shape)[] properties) => new()
    {
        ["type"] = "object",
        ["properties"] = new JsonObject(properties.Select(one => KeyValuePair.Create(one.Name, (JsonNode?)one.Shape))),
        ["required"] = new JsonArray([.. properties.Select(one => (JsonNode)one.Name)]),
        ["additionalProperties"] = false,
    };
}
