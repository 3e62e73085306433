using System.Text.Json.Serialization;

namespace Microsoft.Bot.Schema;

/// <summary>An entity that says who is mentioned in a text.</summary>
public class Mention : Entity
{
    [JsonPropertyName("mentioned")]
    public ChannelAccount Mentioned { get; set; }

    /// <summary>The words of the message that stand for the account.</summary>
    [JsonPropertyName("text")]
    public string Text { get; set; }

    public Mention()
        : base("mention")
    {
    }

    // The given type is not heeded, as in the SDK: a mention is a mention.
    public Mention(ChannelAccount mentioned = default, string text = default, string type = default)
        : this()
    {
        Mentioned = mentioned;
        Text = text;
    }
}
