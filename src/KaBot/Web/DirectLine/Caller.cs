namespace KaBot.Web.DirectLine;

/// <summary>Who calls, and the conversation they call about.</summary>
internal sealed record Present(Conversation Conversation, DirectLineToken Token, DirectLineTokens Tokens);

/// <summary>Finds the conversation of a request by its token. A page that opens one with nothing in it is announced to the bot.</summary>
internal sealed class Caller(Conversations conversations, DirectLineTokens tokens, Delivery delivery)
{
    /// <summary>Null when the token is missing, expired, or for another conversation.</summary>
    public Present? Of(string conversationId, HttpRequest request, bool greet = true) =>
        Of(conversationId, DirectLineRoutes.Bearer(request, tokens), greet && request.Query["watermark"].ToString() is "" or "null" or "undefined");

    public Present? Of(string conversationId, string? sealedToken) => Of(conversationId, tokens.Open(sealedToken), greet: false);

    public Present Of(DirectLineToken token, bool greet = true)
    {
        var conversation = conversations.Open(token.ConversationId);
        conversation.User = token.User;
        if (greet && conversation.Greet()) delivery.Greet(conversation, token);
        return new Present(conversation, token, tokens);
    }

    private Present? Of(string conversationId, DirectLineToken? token, bool greet) =>
        token?.ConversationId == conversationId ? Of(token, greet) : null;
}
