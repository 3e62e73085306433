using System.Text.Json.Serialization;

namespace Microsoft.Bot.Schema;

/// <summary>The replies of a turn whose caller asked to have them in the HTTP answer.</summary>
public class ExpectedReplies
{
    public ExpectedReplies()
    {
    }

    public ExpectedReplies(IList<Activity> activities = default)
    {
        Activities = activities;
    }

    [JsonPropertyName("activities")]
    public IList<Activity> Activities { get; set; }
}
