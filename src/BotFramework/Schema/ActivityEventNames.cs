namespace Microsoft.Bot.Schema;

/// <summary>The names of events that the framework itself raises.</summary>
public static class ActivityEventNames
{
    public const string ContinueConversation = "ContinueConversation";
    public const string CreateConversation = "CreateConversation";
}
