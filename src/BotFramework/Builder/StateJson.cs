using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using Microsoft.Bot.Schema;

namespace Microsoft.Bot.Builder;

/// <summary>
/// State as JSON that remembers its types, so that it comes back as what it was. For memory only: text from outside must
/// never be read this way, since it names the types to create.
/// </summary>
internal static class StateJson
{
    public static JsonSerializerOptions Options { get; } = new()
    {
        TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { TypedObjectConverter.WriteTypes } },
        Converters = { new TypedObjectConverter(), new EntityConverter() },
        PropertyNameCaseInsensitive = true,
        IncludeFields = true,
        MaxDepth = 256,
    };

    public static JsonObject Write(object value) => JsonSerializer.SerializeToNode(value, typeof(object), Options)!.AsObject();

    public static object Read(JsonObject json) => json.Deserialize<object>(Options);

    public static string Text(object value) => JsonSerializer.Serialize(value, Options);

    /// <summary>A kept value as the type that is asked for, which may differ from the one it was kept as.</summary>
    public static T As<T>(object value) => value switch
    {
        JsonElement element => element.Deserialize<T>(Options),
        JsonNode node => node.Deserialize<T>(Options),
        _ => JsonSerializer.SerializeToElement(value, value.GetType(), Options).Deserialize<T>(Options),
    };
}
