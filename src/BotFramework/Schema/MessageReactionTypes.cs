namespace Microsoft.Bot.Schema;

/// <summary>The types of reactions.</summary>
public static class MessageReactionTypes
{
    public const string Like = "like";
    public const string PlusOne = "plusOne";
}
