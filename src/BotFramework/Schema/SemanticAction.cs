using System.Text.Json.Serialization;

namespace Microsoft.Bot.Schema;

/// <summary>A reference to a programmatic action.</summary>
public class SemanticAction
{
    public SemanticAction()
    {
    }

    public SemanticAction(string id = default, IDictionary<string, Entity> entities = default)
    {
        Id = id;
        Entities = entities;
    }

    [JsonPropertyName("id")]
    public string Id { get; set; }

    [JsonPropertyName("entities")]
    public IDictionary<string, Entity> Entities { get; set; }

    [JsonPropertyName("state")]
    public string State { get; set; }
}
