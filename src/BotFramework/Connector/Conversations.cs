using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using Microsoft.Bot.Schema;
using Microsoft.Rest;

namespace Microsoft.Bot.Connector;

/// <summary>The REST calls of <see cref="IConversations"/>.</summary>
internal sealed class Conversations(ConnectorClient client, HttpClient http) : IConversations
{
    private static readonly MediaTypeHeaderValue Json = new("application/json", "utf-8");

    public Task<HttpOperationResponse<ConversationResourceResponse>> CreateConversationWithHttpMessagesAsync(
        ConversationParameters parameters, Dictionary<string, List<string>> customHeaders, CancellationToken cancellationToken) =>
        CallAsync<ConversationResourceResponse>(HttpMethod.Post, "", Required(parameters), null, customHeaders, cancellationToken);

    public Task<HttpOperationResponse<ResourceResponse>> SendToConversationWithHttpMessagesAsync(
        string conversationId, Activity activity, Dictionary<string, List<string>> customHeaders, CancellationToken cancellationToken) =>
        CallAsync<ResourceResponse>(
            HttpMethod.Post, $"/{Escape(conversationId)}/activities", Required(activity), conversationId, customHeaders, cancellationToken);

    public Task<HttpOperationResponse<ResourceResponse>> UpdateActivityWithHttpMessagesAsync(
        string conversationId, string activityId, Activity activity, Dictionary<string, List<string>> customHeaders,
        CancellationToken cancellationToken) => CallAsync<ResourceResponse>(
            HttpMethod.Put, Path(conversationId, activityId), Required(activity), conversationId, customHeaders, cancellationToken);

    public Task<HttpOperationResponse<ResourceResponse>> ReplyToActivityWithHttpMessagesAsync(
        string conversationId, string activityId, Activity activity, Dictionary<string, List<string>> customHeaders,
        CancellationToken cancellationToken) => CallAsync<ResourceResponse>(
            HttpMethod.Post, Path(conversationId, activityId), Required(activity), conversationId, customHeaders, cancellationToken);

    public async Task<HttpOperationResponse> DeleteActivityWithHttpMessagesAsync(
        string conversationId, string activityId, Dictionary<string, List<string>> customHeaders, CancellationToken cancellationToken) =>
        await CallAsync<object>(
            HttpMethod.Delete, Path(conversationId, activityId), null, conversationId, customHeaders, cancellationToken);

    public Task<HttpOperationResponse<IList<ChannelAccount>>> GetConversationMembersWithHttpMessagesAsync(
        string conversationId, Dictionary<string, List<string>> customHeaders, CancellationToken cancellationToken) =>
        CallAsync<IList<ChannelAccount>>(
            HttpMethod.Get, $"/{Escape(conversationId)}/members", null, conversationId, customHeaders, cancellationToken);

    public Task<HttpOperationResponse<PagedMembersResult>> GetConversationPagedMembersWithHttpMessagesAsync(
        string conversationId, int? pageSize, string continuationToken, Dictionary<string, List<string>> customHeaders,
        CancellationToken cancellationToken) => CallAsync<PagedMembersResult>(
            HttpMethod.Get, PagePath(conversationId, pageSize, continuationToken), null, conversationId, customHeaders, cancellationToken);

    /// <summary>A member as the type that the channel's accounts have.</summary>
    public Task<HttpOperationResponse<T>> GetMemberAsync<T>(string conversationId, string userId, CancellationToken cancellationToken) =>
        CallAsync<T>(
            HttpMethod.Get, $"/{Escape(conversationId)}/members/{Escape(userId)}", null, conversationId, null, cancellationToken);

    /// <summary>A page of members as the type that the channel's accounts have.</summary>
    public Task<HttpOperationResponse<T>> GetPageAsync<T>(
        string conversationId, int? pageSize, string continuationToken, CancellationToken cancellationToken) => CallAsync<T>(
            HttpMethod.Get, PagePath(conversationId, pageSize, continuationToken), null, conversationId, null, cancellationToken);

    private static string Path(string conversationId, string activityId) => $"/{Escape(conversationId)}/activities/{Escape(activityId)}";

    private static string PagePath(string conversationId, int? pageSize, string continuationToken)
    {
        string[] query =
        [
            .. pageSize is { } size ? [FormattableString.Invariant($"pageSize={size}")] : Array.Empty<string>(),
            .. continuationToken is null ? Array.Empty<string>() : [$"continuationToken={Uri.EscapeDataString(continuationToken)}"],
        ];
        return $"/{Escape(conversationId)}/pagedmembers{(query.Length > 0 ? "?" : "")}{string.Join('&', query)}";
    }

    private static string Escape(string id)
    {
        ArgumentNullException.ThrowIfNull(id);
        return Uri.EscapeDataString(id);
    }

    private static T Required<T>(T body)
    {
        ArgumentNullException.ThrowIfNull(body);
        return body;
    }

    private async Task<HttpOperationResponse<T>> CallAsync<T>(
        HttpMethod method, string path, object body, string conversationId, Dictionary<string, List<string>> customHeaders,
        CancellationToken cancellationToken)
    {
        var root = client.BaseUri.AbsoluteUri;
        var request = new HttpRequestMessage(method, new Uri($"{root}{(root.EndsWith('/') ? "" : "/")}v3/conversations{path}"));
        HttpResponseMessage response = null;
        try
        {
            foreach (var (name, values) in customHeaders ?? []) request.Headers.TryAddWithoutValidation(name, values);
            if (conversationId is not null) request.Headers.TryAddWithoutValidation("x-ms-conversation-id", conversationId);
            if (body is not null)
            {
                request.Content = new ByteArrayContent(JsonSerializer.SerializeToUtf8Bytes(body, body.GetType(), SchemaJson.Options));
                request.Content.Headers.ContentType = Json;
            }
            if (client.Credentials is { } credentials) await credentials.ProcessHttpRequestAsync(request, cancellationToken);
            response = await http.SendAsync(request, cancellationToken);
            if (response.StatusCode is not (HttpStatusCode.OK or HttpStatusCode.Created or HttpStatusCode.Accepted))
                throw await ErrorAsync(request, response, cancellationToken);
            return new HttpOperationResponse<T>
            {
                Request = request,
                Response = response,
                Body = await ReadAsync<T>(response, cancellationToken),
            };
        }
        catch
        {
            request.Dispose();
            response?.Dispose();
            throw;
        }
    }

    // Some channels answer nothing to what they took.
    private static async Task<T> ReadAsync<T>(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        var bytes = await response.Content.ReadAsByteArrayAsync(cancellationToken);
        if (bytes.Length == 0 || typeof(T) == typeof(object)) return default;
        try
        {
            return JsonSerializer.Deserialize<T>(bytes, SchemaJson.Options);
        }
        catch (JsonException e)
        {
            throw new RestException("Unable to deserialize the response.", e);
        }
    }

    private static async Task<ErrorResponseException> ErrorAsync(
        HttpRequestMessage request, HttpResponseMessage response, CancellationToken cancellationToken)
    {
        var text = await response.Content.ReadAsStringAsync(cancellationToken);
        var sent = request.Content is null ? null : await request.Content.ReadAsStringAsync(cancellationToken);
        return new ErrorResponseException($"Operation returned an invalid status code '{response.StatusCode}'")
        {
            Request = new HttpRequestMessageWrapper(request, sent),
            Response = new HttpResponseMessageWrapper(response, text),
            Body = ErrorBody(text),
        };
    }

    private static ErrorResponse ErrorBody(string text)
    {
        try
        {
            return string.IsNullOrEmpty(text) ? null : JsonSerializer.Deserialize<ErrorResponse>(text, SchemaJson.Options);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
