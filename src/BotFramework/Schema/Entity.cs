using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace Microsoft.Bot.Schema;

/// <summary>Metadata of an activity: a mention, a place, client information. Members beyond the type are in <see cref="Properties"/>.</summary>
public class Entity
{
    private UnknownMembers _unknown;

    public Entity()
    {
    }

    public Entity(string type = default) => Type = type;

    [JsonPropertyName("type")]
    public string Type { get; set; }

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

    public T GetAs<T>() => JsonSerializer.Deserialize<T>(Text(this), SchemaJson.Options);

    public void SetAs<T>(T obj)
    {
        var entity = JsonSerializer.Deserialize<Entity>(Text(obj), SchemaJson.Options);
        Type = entity.Type;
        Unknown = entity.Unknown;
    }

    /// <summary>Equal when their JSON is.</summary>
    public bool Equals(Entity other) => other is not null && Text(this) == Text(other);

    public override bool Equals(object obj) =>
        ReferenceEquals(this, obj) || obj is not null && obj.GetType() == GetType() && Equals((Entity)obj);

    // By reference, as in the SDK: entities are not meant as keys.
    public override int GetHashCode() => base.GetHashCode();

    private static string Text(object value) => JsonSerializer.Serialize(value, value.GetType(), SchemaJson.Options);
}
