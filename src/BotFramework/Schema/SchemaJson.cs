using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace Microsoft.Bot.Schema;

/// <summary>
/// How the protocol is read and written. Lenient in reading as the SDK's serializer is: names in any case, numbers for texts.
/// One instance for all: its caches cost milliseconds to fill.
/// </summary>
internal static class SchemaJson
{
    public static JsonSerializerOptions Options { get; } = new()
    {
        TypeInfoResolver = JsonTypeInfoResolver.Combine(SchemaJsonContext.Default, new DefaultJsonTypeInfoResolver()),
        Converters = { new LooseObjectConverter(), new LooseStringConverter(), new LooseDateTimeOffsetConverter(), new EntityConverter() },
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        PropertyNameCaseInsensitive = true,
        NumberHandling = JsonNumberHandling.AllowReadingFromString,
        // Chinese stays readable and small; the text goes into HTTP bodies, never into HTML.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        MaxDepth = 256,
    };

    public static bool IsObject(object value) => value is JsonObject or JsonElement { ValueKind: JsonValueKind.Object };

    public static byte[] Write<T>(T value) => JsonSerializer.SerializeToUtf8Bytes(value, Options);

    /// <summary>JSON, or an object by way of its JSON, as a type.</summary>
    public static T Convert<T>(object value) => value switch
    {
        JsonElement element => element.Deserialize<T>(Options),
        JsonNode node => node.Deserialize<T>(Options),
        _ => JsonSerializer.Deserialize<T>(JsonSerializer.SerializeToUtf8Bytes(value, Options), Options),
    };
}
