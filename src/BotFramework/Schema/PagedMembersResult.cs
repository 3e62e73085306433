using System.Text.Json.Serialization;

namespace Microsoft.Bot.Schema;

/// <summary>A page of a conversation's members.</summary>
public class PagedMembersResult
{
    public PagedMembersResult()
    {
    }

    public PagedMembersResult(string continuationToken = default, IList<ChannelAccount> members = default)
    {
        ContinuationToken = continuationToken;
        Members = members;
    }

    /// <summary>Null on the last page.</summary>
    [JsonPropertyName("continuationToken")]
    public string ContinuationToken { get; set; }

    [JsonPropertyName("members")]
    public IList<ChannelAccount> Members { get; set; }
}
