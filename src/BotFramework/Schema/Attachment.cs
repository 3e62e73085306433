using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace Microsoft.Bot.Schema;

/// <summary>A card, picture or file of a message.</summary>
public class Attachment
{
    private UnknownMembers _unknown;

    public Attachment()
    {
    }

    public Attachment(
        string contentType = default, string contentUrl = default, object content = default, string name = default,
        string thumbnailUrl = default)
    {
        ContentType = contentType;
        ContentUrl = contentUrl;
        Content = content;
        Name = name;
        ThumbnailUrl = thumbnailUrl;
    }

    [JsonPropertyName("contentType")]
    public string ContentType { get; set; }

    [JsonPropertyName("contentUrl")]
    public string ContentUrl { get; set; }

    /// <summary>Embedded content: a <see cref="System.Text.Json.JsonElement"/> when read; when written a card type, dictionaries and lists, or JSON.</summary>
    [JsonPropertyName("content")]
    public object Content { get; set; }

    [JsonPropertyName("name")]
    public string Name { get; set; }

    [JsonPropertyName("thumbnailUrl")]
    public string ThumbnailUrl { get; set; }

    /// <summary>Members of the JSON that this type does not name; kept, so that they survive a round trip.</summary>
    [JsonIgnore]
    public JsonObject Properties
    {
        get => _unknown.Json;
        set => _unknown.Json = value;
    }

    [JsonInclude]
    [JsonExtensionData]
    internal IDictionary<string, object> Unknown
    {
        get => _unknown.Raw;
        set => _unknown.Raw = value;
    }
}
