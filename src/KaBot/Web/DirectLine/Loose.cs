using System.Text.Json;
using System.Text.Json.Nodes;

namespace KaBot.Web.DirectLine;

/// <summary>Reads JSON that a stranger wrote: what is not of the kind asked for is not there.</summary>
internal static class Loose
{
    public const int LargestBody = 256 * 1024;

    public static string? Text(JsonNode? node) => node is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;

    public static int Number(JsonNode? node) => node is JsonValue value && value.TryGetValue<int>(out var number) ? number : 0;

    /// <summary>The object that a request's body holds; empty for no body, null for what is no JSON object.</summary>
    public static async Task<JsonObject?> BodyAsync(HttpRequest request)
    {
        if (request.ContentLength is 0 || (request.ContentLength is null && !request.Headers.TransferEncoding.Any())) return [];
        if (!request.HasJsonContentType()) return null;
        try
        {
            return await JsonNode.ParseAsync(request.Body, documentOptions: new() { AllowDuplicateProperties = false }, cancellationToken: request.HttpContext.RequestAborted) as JsonObject;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
