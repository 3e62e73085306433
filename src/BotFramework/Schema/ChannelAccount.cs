using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace Microsoft.Bot.Schema;

/// <summary>A person or a bot in a channel: the sender, the recipient or a member.</summary>
public class ChannelAccount
{
    private UnknownMembers _unknown;

    public ChannelAccount()
    {
    }

    public ChannelAccount(string id = default, string name = default, string role = default, string aadObjectId = default)
    {
        Id = id;
        Name = name;
        Role = role;
        AadObjectId = aadObjectId;
    }

    /// <summary>Channel id of the account, e.g. <c>29:1abc</c> in Teams.</summary>
    [JsonPropertyName("id")]
    public string Id { get; set; }

    [JsonPropertyName("name")]
    public string Name { get; set; }

    /// <summary>The account's object id in Microsoft Entra ID.</summary>
    [JsonPropertyName("aadObjectId")]
    public string AadObjectId { get; set; }

    /// <summary>One of <see cref="RoleTypes"/>.</summary>
    [JsonPropertyName("role")]
    public string Role { get; set; }

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
