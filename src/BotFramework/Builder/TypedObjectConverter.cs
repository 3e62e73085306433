using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace Microsoft.Bot.Builder;

/// <summary>
/// Members declared as <see cref="object"/>: texts, numbers and flags as they are (whole numbers come back as
/// <see cref="long"/>), JSON as JSON, everything else with the name of its type.
/// </summary>
internal sealed class TypedObjectConverter : JsonConverter<object>
{
    private const string TypeKey = "$type";
    private const string ValueKey = "$value";

    public override object Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.String: return reader.GetString();
            case JsonTokenType.True: return true;
            case JsonTokenType.False: return false;
            case JsonTokenType.Number: return reader.TryGetInt64(out var whole) ? (object)whole : reader.GetDouble();
            default: break;
        }
        var json = JsonElement.ParseValue(ref reader);
        if (json.ValueKind != JsonValueKind.Object || !json.TryGetProperty(TypeKey, out var name)) return json;
        var type = Type.GetType(name.GetString(), throwOnError: true);
        if (json.TryGetProperty(ValueKey, out var value)) return value.Deserialize(type, options);
        var members = JsonObject.Create(json);
        members.Remove(TypeKey);
        return members.Deserialize(type, options);
    }

    public override void Write(Utf8JsonWriter writer, object value, JsonSerializerOptions options)
    {
        if (IsPlain(value))
        {
            JsonSerializer.Serialize(writer, value, value.GetType(), options);
            return;
        }
        var json = JsonSerializer.SerializeToElement(value, value.GetType(), options);
        writer.WriteStartObject();
        writer.WriteString(TypeKey, value.GetType().AssemblyQualifiedName);
        if (json.ValueKind == JsonValueKind.Object)
        {
            foreach (var member in json.EnumerateObject()) member.WriteTo(writer);
        }
        else
        {
            writer.WritePropertyName(ValueKey);
            json.WriteTo(writer);
        }
        writer.WriteEndObject();
    }

    private static bool IsPlain(object value) =>
        value is string or bool or decimal or JsonElement or JsonNode or Guid or TimeSpan or Uri
        || value.GetType().IsPrimitive || value.GetType().IsEnum;
}
