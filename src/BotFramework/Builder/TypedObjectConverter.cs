using System.Collections.Concurrent;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace Microsoft.Bot.Builder;

/// <summary>
/// Members declared as <see cref="object"/>: texts, numbers and flags as they are (whole numbers come back as
/// <see cref="long"/>), JSON as JSON, everything else with the name of its type.
/// </summary>
internal sealed class TypedObjectConverter : JsonConverter<object>
{
    private const string TypeKey = "$type";
    private const string ValueKey = "$value";
    private static readonly ConcurrentDictionary<string, Type> Types = new();

    /// <summary>Has every object write the name of its type first.</summary>
    public static void WriteTypes(JsonTypeInfo info)
    {
        if (info.Kind != JsonTypeInfoKind.Object || info.Type == typeof(object)) return;
        var name = info.CreateJsonPropertyInfo(typeof(string), TypeKey);
        name.Order = int.MinValue;
        name.Get = value => value.GetType().AssemblyQualifiedName;
        info.Properties.Add(name);
    }

    public override object Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.TokenType switch
    {
        JsonTokenType.String => reader.GetString(),
        JsonTokenType.True => true,
        JsonTokenType.False => false,
        JsonTokenType.Number when reader.TryGetInt64(out var whole) => whole,
        JsonTokenType.Number => reader.GetDouble(),
        _ => Restore(JsonElement.ParseValue(ref reader), options),
    };

    public override void Write(Utf8JsonWriter writer, object value, JsonSerializerOptions options)
    {
        var type = value.GetType();
        if (value is Dictionary<string, object> map)
        {
            Write(writer, map, options);
            return;
        }
        if (IsPlain(value) || options.GetTypeInfo(type).Kind == JsonTypeInfoKind.Object)
        {
            JsonSerializer.Serialize(writer, value, type, options);
            return;
        }
        writer.WriteStartObject();
        writer.WriteString(TypeKey, type.AssemblyQualifiedName);
        writer.WritePropertyName(ValueKey);
        JsonSerializer.Serialize(writer, value, type, options);
        writer.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter writer, Dictionary<string, object> map, JsonSerializerOptions options)
    {
        writer.WriteStartObject();
        writer.WriteString(TypeKey, map.GetType().AssemblyQualifiedName);
        foreach (var (name, member) in map)
        {
            writer.WritePropertyName(name);
            JsonSerializer.Serialize(writer, member, options);
        }
        writer.WriteEndObject();
    }

    private static object Restore(JsonElement json, JsonSerializerOptions options)
    {
        if (json.ValueKind != JsonValueKind.Object || !json.TryGetProperty(TypeKey, out var name)) return json;
        var type = Types.GetOrAdd(name.GetString(), static name => Type.GetType(name, throwOnError: true));
        if (type == typeof(Dictionary<string, object>))
            return json.EnumerateObject().Where(member => member.Name != TypeKey)
                .ToDictionary(member => member.Name, member => member.Value.Deserialize<object>(options));
        return (json.TryGetProperty(ValueKey, out var value) ? value : json).Deserialize(type, options);
    }

    private static bool IsPlain(object value) =>
        value is string or bool or decimal or JsonElement or JsonNode or Guid or TimeSpan or Uri
        || value.GetType().IsPrimitive || value.GetType().IsEnum;
}
