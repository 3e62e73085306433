using System.Text.Json.Nodes;

namespace KaBot.Web.DirectLine;

/// <summary>The side of the bot: the connector REST calls that it makes at the <c>serviceUrl</c> of the chat page's activities.</summary>
internal static class ConnectorRoutes
{
    public const string Base = "/_directline/connector";

    public static void Map(IEndpointRouteBuilder routes)
    {
        var conversation = routes.MapGroup("/v3/conversations/{conversationId}").AddEndpointFilter(OnlyGoodIds);
        conversation.MapPost("/activities", PostAsync);
        conversation.MapPost("/activities/{activityId}", PostAsync);
        conversation.MapPut("/activities/{activityId}", PutAsync);
        conversation.MapDelete("/activities/{activityId}", Delete);
        conversation.MapGet("/members", (string conversationId, Conversations all) => Results.Json(Members(all.Open(conversationId))));
        conversation.MapGet("/members/{memberId}", Member);
        conversation.MapGet("/pagedmembers", (string conversationId, Conversations all) =>
            Results.Json(new JsonObject { ["members"] = Members(all.Open(conversationId)) }));
    }

    private static async Task<IResult> PostAsync(string conversationId, HttpRequest request, Conversations all, Delivery delivery)
    {
        if (await Loose.BodyAsync(request) is not { Count: > 0 } activity) return BadSyntax();
        var conversation = all.Open(conversationId);
        activity["id"] = conversation.NextId();
        delivery.Put(conversation, activity);
        return Results.Json(new { id = (string)activity["id"]! }, statusCode: StatusCodes.Status201Created);
    }

    private static async Task<IResult> PutAsync(string conversationId, string activityId, HttpRequest request, Conversations all, Delivery delivery)
    {
        if (await Loose.BodyAsync(request) is not { Count: > 0 } activity) return BadSyntax();
        var conversation = all.Open(conversationId);
        activity["id"] = activityId;
        // It keeps its time, and so its place among the others.
        if (conversation.Find(activityId)?["timestamp"] is { } timestamp) activity["timestamp"] = timestamp.DeepClone();
        delivery.Put(conversation, activity);
        return Results.Json(new { id = activityId });
    }

    private static IResult Delete(string conversationId, string activityId, Conversations all, Delivery delivery)
    {
        var conversation = all.Open(conversationId);
        delivery.Put(conversation, delivery.Deleted(conversation, activityId));
        return Results.Ok();
    }

    private static IResult Member(string conversationId, string memberId, Conversations all) =>
        Members(all.Open(conversationId)).FirstOrDefault(member => Loose.Text(member!["id"]) == memberId) is { } found
            ? Results.Json(found.DeepClone())
            : Error(StatusCodes.Status404NotFound, "MemberNotFoundInConversation", "The conversation has no such member.");

    private static JsonArray Members(Conversation conversation)
    {
        var members = new JsonArray(Delivery.Bot());
        if (conversation.User is { } user) members.Add(Delivery.Account(user));
        return members;
    }

    private static async ValueTask<object?> OnlyGoodIds(EndpointFilterInvocationContext context, EndpointFilterDelegate next) =>
        DirectLineTokens.IsGoodId(context.HttpContext.GetRouteValue("conversationId") as string)
            ? await next(context)
            : Error(StatusCodes.Status404NotFound, "ConversationNotFound", "The conversation is none of the chat page's.");

    private static IResult BadSyntax() => Error(StatusCodes.Status400BadRequest, "BadSyntax", "The body should be an activity in JSON.");

    internal static IResult Error(int status, string code, string message) => Results.Json(new { error = new { code, message } }, statusCode: status);
}
