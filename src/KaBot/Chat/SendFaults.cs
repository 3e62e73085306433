using System.Globalization;
using System.Net;
using KaBot.Reminders.Delivery;
using Microsoft.Bot.Schema;
using Microsoft.Identity.Client;

namespace KaBot.Chat;

/// <summary>What a fault of a send means: the channel is busy, it did not leave here, it was refused for good, or nobody knows.</summary>
internal static class SendFaults
{
    /// <summary>Codes of a 403 that are the person's or their administrator's will.</summary>
    private static readonly HashSet<string> Gone = new(StringComparer.OrdinalIgnoreCase)
    {
        "BotDisabledByAdmin", "BotNotInConversationRoster", "ConversationBlockedByUser", "MessageWritesBlocked", "ConversationNotFound", "UserNotFound",
    };

    public static SendOutcome Meaning(Exception fault, DateTimeOffset now) => fault switch
    {
        ErrorResponseException { Response: { } response } refusal => Meaning(refusal, response.StatusCode, now),
        // No token: nothing left here.
        MsalException => new SendOutcome.NotSent("no access token: " + fault.GetType().Name),
        HttpRequestException
        {
            HttpRequestError: HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError or HttpRequestError.SecureConnectionError
                or HttpRequestError.ProxyTunnelError,
        } => new SendOutcome.NotSent("no connection"),
        UriFormatException => new SendOutcome.Refused("the conversation's service has no valid address", Gone: true),
        OperationCanceledException => new SendOutcome.Unknown("no answer in time"),
        _ => new SendOutcome.Unknown(fault.GetType().Name),
    };

    private static SendOutcome Meaning(ErrorResponseException refusal, HttpStatusCode status, DateTimeOffset now)
    {
        var (code, number) = (refusal.Body?.Error?.Code, (int)status);
        var why = code is null ? $"{number}" : $"{number} {code}";
        return number switch
        {
            429 => new SendOutcome.Throttled(RetryAfter(refusal.Response, now)),
            // Turned away at the door: our credentials, not the person.
            401 => new SendOutcome.NotSent(why),
            403 => new SendOutcome.Refused(why, Gone: code is null || Gone.Contains(code)),
            404 or 410 => new SendOutcome.Refused(why, Gone: true),
            408 or 412 or >= 500 => new SendOutcome.Unknown(why),
            _ => new SendOutcome.Refused(why, Gone: false),
        };
    }

    private static TimeSpan? RetryAfter(Microsoft.Rest.HttpResponseMessageWrapper response, DateTimeOffset now)
    {
        if (!response.Headers.TryGetValue("Retry-After", out var values) || values.FirstOrDefault() is not { } text) return null;
        if (int.TryParse(text, CultureInfo.InvariantCulture, out var seconds)) return TimeSpan.FromSeconds(Math.Max(seconds, 0));
        return DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, out var until) && until > now ? until - now : null;
    }
}
