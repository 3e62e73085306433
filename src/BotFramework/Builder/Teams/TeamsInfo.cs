using Microsoft.Bot.Connector;
using Microsoft.Bot.Schema.Teams;

namespace Microsoft.Bot.Builder.Teams;

/// <summary>Asks Teams who is in a conversation or a team.</summary>
public static class TeamsInfo
{
    public static Task<TeamsChannelAccount> GetTeamMemberAsync(
        ITurnContext turnContext, string userId, string teamId = null, CancellationToken cancellationToken = default) =>
        MemberAsync(turnContext, userId, Team(turnContext, teamId), cancellationToken);

    /// <summary>A member of the team where the turn is one in a team, else of the conversation.</summary>
    public static Task<TeamsChannelAccount> GetMemberAsync(
        ITurnContext turnContext, string userId, CancellationToken cancellationToken = default) =>
        MemberAsync(turnContext, userId, Place(turnContext), cancellationToken);

    public static Task<TeamsPagedMembersResult> GetPagedTeamMembersAsync(
        ITurnContext turnContext, string teamId = null, string continuationToken = default, int? pageSize = default,
        CancellationToken cancellationToken = default) =>
        PageAsync(turnContext, Team(turnContext, teamId), continuationToken, pageSize, cancellationToken);

    /// <summary>A page of the members of the team where the turn is one in a team, else of the conversation.</summary>
    public static Task<TeamsPagedMembersResult> GetPagedMembersAsync(
        ITurnContext turnContext, int? pageSize = default, string continuationToken = default,
        CancellationToken cancellationToken = default) =>
        PageAsync(turnContext, Place(turnContext), continuationToken, pageSize, cancellationToken);

    private static string Team(ITurnContext turnContext, string teamId) => teamId
        ?? turnContext.Activity.TeamsGetTeamInfo()?.Id
        ?? throw new InvalidOperationException("This method is only valid within the scope of MS Teams Team.");

    private static string Place(ITurnContext turnContext) =>
        turnContext.Activity.TeamsGetTeamInfo()?.Id ?? turnContext.Activity.Conversation?.Id;

    private static IConversations Conversations(ITurnContext turnContext) =>
        turnContext.TurnState.Get<IConnectorClient>()?.Conversations
        ?? throw new InvalidOperationException("This method requires a connector client.");

    private static async Task<TeamsChannelAccount> MemberAsync(
        ITurnContext turnContext, string userId, string conversationId, CancellationToken cancellationToken)
    {
        var conversations = Conversations(turnContext);
        if (conversationId is null) throw new InvalidOperationException("The GetMembers operation needs a valid conversation Id.");
        if (userId is null) throw new InvalidOperationException("The GetMembers operation needs a valid user Id.");
        using var result = await ((Conversations)conversations).GetMemberAsync<TeamsChannelAccount>(conversationId, userId, cancellationToken);
        return result.Body;
    }

    private static async Task<TeamsPagedMembersResult> PageAsync(
        ITurnContext turnContext, string conversationId, string continuationToken, int? pageSize, CancellationToken cancellationToken)
    {
        var conversations = Conversations(turnContext);
        if (conversationId is null) throw new InvalidOperationException("The GetMembers operation needs a valid conversation Id.");
        var page = await conversations.GetConversationPagedMembersAsync(conversationId, pageSize, continuationToken, cancellationToken);
        return new TeamsPagedMembersResult(page.ContinuationToken, page.Members);
    }
}
