using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace Microsoft.Bot.Schema;

/// <summary>Lists of entities hold derived ones too: they are written whole, whatever the list's type says.</summary>
internal sealed class EntityConverter : JsonConverter<Entity>
{
    public override Entity Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var members = JsonNode.Parse(ref reader) as JsonObject ?? throw new JsonException("An entity is an object.");
        var entity = new Entity { Type = members["type"]?.ToString() };
        members.Remove("type");
        if (members.Count > 0) entity.Properties = members;
        return entity;
    }

    public override void Write(Utf8JsonWriter writer, Entity value, JsonSerializerOptions options)
    {
        if (value.GetType() != typeof(Entity))
        {
            JsonSerializer.Serialize(writer, value, value.GetType(), options);
            return;
        }
        writer.WriteStartObject();
        if (value.Type is not null) writer.WriteString("type", value.Type);
        if (value.Unknown is not null)
            foreach (var (name, member) in value.Unknown)
            {
                writer.WritePropertyName(name);
                JsonSerializer.Serialize(writer, member, options);
            }
        writer.WriteEndObject();
    }
}
