using System.Text.Json.Nodes;

namespace KaBot.Web.DirectLine;

/// <summary>The side of the page: Direct Line 3.0, as much of it as Web Chat and botframework-directlinejs call.</summary>
internal static class DirectLineRoutes
{
    public const string Base = "/v3/directline";
    private static readonly string[] Taken = ["message", "event", "typing"];

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPost("/tokens/generate", GenerateAsync);
        routes.MapPost("/tokens/refresh", (HttpRequest request, DirectLineTokens tokens) =>
            Bearer(request, tokens) is { } token ? Results.Json(Ticket(tokens, token)) : Expired());
        routes.MapPost("/conversations", BeginAsync);
        routes.MapGet("/conversations/{id}", (string id, HttpRequest request, Caller caller) =>
            caller.Of(id, request) is { } here ? Results.Json(Opened(here, request)) : Expired());
        routes.MapPost("/conversations/{id}/activities", PostAsync);
        routes.MapGet("/conversations/{id}/activities", (string id, string? watermark, HttpRequest request, Caller caller) =>
            caller.Of(id, request) is { } here ? Results.Text(here.Conversation.Since(watermark).Json, "application/json") : Expired());
        routes.MapGet("/conversations/{id}/stream", ActivityStream.RunAsync);
    }

    /// <summary>
    /// A token for <c>{user: {id, name}, locale, conversationId}</c>; with a conversation id, one to go on with it.
    /// </summary>
    private static async Task<IResult> GenerateAsync(HttpRequest request, DirectLineTokens tokens, SignIn signIn)
    {
        if (!signIn.Allows(request)) return ConnectorRoutes.Error(401, "Unauthorized", "Sign in on the page, or give the secret as a bearer token.");
        if (await Loose.BodyAsync(request) is not { } body) return ConnectorRoutes.Error(400, "BadArgument", "The body should be a JSON object.");
        var user = body["user"] as JsonObject;
        var id = Loose.Text(user?["id"]);
        var conversation = Loose.Text(body["conversationId"]);
        if ((id is not null && !DirectLineTokens.IsGoodId(id)) || (conversation is not null && !DirectLineTokens.IsGoodId(conversation)))
            return ConnectorRoutes.Error(400, "BadArgument", "Ids are up to 64 letters, digits, - and _, and do not start with dl_.");
        var name = Loose.Text(user?["name"]) is { Length: > 0 and <= 64 } given ? given : null;
        var token = new DirectLineToken(conversation ?? NewId(), new DirectLineUser(id ?? NewId(), name), Locale(body));
        return Results.Json(Ticket(tokens, token));
    }

    /// <summary>Begins the conversation of a token, or a new one for a client that has none.</summary>
    private static async Task<IResult> BeginAsync(HttpRequest request, DirectLineTokens tokens, Caller caller, SignIn signIn)
    {
        var body = await Loose.BodyAsync(request);
        var given = Bearer(request, tokens);
        if (given is null && !signIn.Allows(request)) return Expired();
        var token = given ?? new DirectLineToken(NewId(), new DirectLineUser(NewId(), null), body is null ? null : Locale(body));
        return Results.Json(Opened(caller.Of(token), request), statusCode: StatusCodes.Status201Created);
    }

    private static async Task<IResult> PostAsync(string id, HttpRequest request, Caller caller, Delivery delivery)
    {
        if (caller.Of(id, request, greet: false) is not { } here) return Expired();
        if (await Loose.BodyAsync(request) is not { } activity || !Taken.Contains(Loose.Text(activity["type"])))
            return ConnectorRoutes.Error(400, "MissingProperty", "The body should be a message, an event or typing, in JSON.");
        // Not the 502 of the service: Web Chat waits long after one, and shows "send failed" at once after this.
        return await delivery.PostAsync(here.Conversation, here.Token, activity) is { } posted
            ? Results.Json(new { id = posted })
            : ConnectorRoutes.Error(StatusCodes.Status424FailedDependency, "BotError", "The bot did not take the activity.");
    }

    private static object Opened(Present here, HttpRequest request)
    {
        var token = here.Tokens.Seal(here.Token);
        var scheme = request.IsHttps ? "wss" : "ws";
        var watermark = Uri.EscapeDataString(request.Query["watermark"].ToString());
        return new
        {
            conversationId = here.Conversation.Id,
            token,
            expires_in = (int)DirectLineTokens.Lifetime.TotalSeconds,
            streamUrl = $"{scheme}://{request.Host}{Base}/conversations/{here.Conversation.Id}/stream?watermark={watermark}&t={Uri.EscapeDataString(token)}",
        };
    }

    private static object Ticket(DirectLineTokens tokens, DirectLineToken token) => new
    {
        conversationId = token.ConversationId, token = tokens.Seal(token), expires_in = (int)DirectLineTokens.Lifetime.TotalSeconds,
    };

    internal static DirectLineToken? Bearer(HttpRequest request, DirectLineTokens tokens) =>
        request.Headers.Authorization.ToString().Split(' ', 2) is ["Bearer", var token] ? tokens.Open(token) : null;

    private static string? Locale(JsonObject body) => Loose.Text(body["locale"]) is { Length: <= 35 } locale ? locale : null;

    /// <summary>403, as the service says it: the page asks for another token then.</summary>
    private static IResult Expired() => ConnectorRoutes.Error(StatusCodes.Status403Forbidden, "TokenExpired", "The token is not valid for this, or no longer.");

    private static string NewId() => Guid.CreateVersion7().ToString("N");
}
