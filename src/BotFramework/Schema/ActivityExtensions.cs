using System.Text.RegularExpressions;

namespace Microsoft.Bot.Schema;

/// <summary>Mentions in messages.</summary>
public static class ActivityExtensions
{
    public static bool MentionsId(this IMessageActivity activity, string id) =>
        activity.GetMentions().Any(mention => mention.Mentioned.Id == id);

    public static bool MentionsRecipient(this IMessageActivity activity) => activity.MentionsId(activity.Recipient.Id);

    /// <summary>Takes the bot's own name out of the text.</summary>
    public static string RemoveRecipientMention(this IMessageActivity activity) => activity.RemoveMentionText(activity.Recipient.Id);

    /// <summary>Takes the mention of an account out of the text.</summary>
    public static string RemoveMentionText(this IMessageActivity activity, string id)
    {
        foreach (var mention in activity.GetMentions().Where(mention => mention.Mentioned.Id == id))
        {
            var words = Regex.Escape(mention.Text ?? $"<at>{mention.Mentioned.Name}</at>");
            activity.Text = Regex.Replace(activity.Text, words, "", RegexOptions.IgnoreCase).Trim();
        }
        return activity.Text;
    }
}
