using System.Text.Json.Serialization;

namespace Microsoft.Bot.Schema;

/// <summary>What a channel answers to a send: the id of the new resource.</summary>
public class ResourceResponse
{
    public ResourceResponse()
    {
    }

    public ResourceResponse(string id = default)
    {
        Id = id;
    }

    [JsonPropertyName("id")]
    public string Id { get; set; }
}
