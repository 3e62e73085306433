using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace Microsoft.Bot.Schema;

/// <summary>The conversation an activity belongs to.</summary>
public class ConversationAccount
{
    private UnknownMembers _unknown;

    public ConversationAccount()
    {
    }

    public ConversationAccount(
        bool? isGroup = default, string conversationType = default, string id = default, string name = default,
        string aadObjectId = default, string role = default, string tenantId = default)
    {
        IsGroup = isGroup;
        ConversationType = conversationType;
        Id = id;
        Name = name;
        AadObjectId = aadObjectId;
        Role = role;
        TenantId = tenantId;
    }

    [JsonPropertyName("isGroup")]
    public bool? IsGroup { get; set; }

    /// <summary>Channel specific: <c>personal</c>, <c>groupChat</c> or <c>channel</c> in Teams.</summary>
    [JsonPropertyName("conversationType")]
    public string ConversationType { get; set; }

    [JsonPropertyName("id")]
    public string Id { get; set; }

    [JsonPropertyName("name")]
    public string Name { get; set; }

    [JsonPropertyName("aadObjectId")]
    public string AadObjectId { get; set; }

    [JsonPropertyName("role")]
    public string Role { get; set; }

    [JsonPropertyName("tenantId")]
    public string TenantId { get; set; }

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
