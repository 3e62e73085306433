using System.Text.Json.Serialization;

namespace Microsoft.Bot.Schema;

/// <summary>Quick replies shown with a message.</summary>
public class SuggestedActions
{
    public SuggestedActions()
    {
    }

    public SuggestedActions(IList<string> to = default, IList<CardAction> actions = default)
    {
        To = to;
        Actions = actions;
    }

    /// <summary>Account ids that see the actions; all members when empty.</summary>
    [JsonPropertyName("to")]
    public IList<string> To { get; set; }

    [JsonPropertyName("actions")]
    public IList<CardAction> Actions { get; set; }

    public SuggestedActions(IEnumerable<string> to, IEnumerable<CardAction> actions)
        : this(to.ToArray(), actions.ToArray())
    {
    }
}
