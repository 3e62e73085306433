using System.Net;
using KaBot.Cards.Elements;
using KaBot.Reminders.Delivery;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Integration.AspNet.Core;
using Microsoft.Bot.Schema;
using Microsoft.Identity.Client;

namespace KaBot.Chat;

/// <summary>Carries cards through the adapter, and tells what an answer means: taken, busy, refused for good, or unknown.</summary>
public sealed class Courier(IBotFrameworkHttpAdapter adapter, IConfiguration settings, TimeProvider clock) : ICourier
{
    /// <summary>Codes of a 403 that are the person's or their administrator's will.</summary>
    private static readonly HashSet<string> Gone = new(StringComparer.OrdinalIgnoreCase)
    {
        "BotDisabledByAdmin", "BotNotInConversationRoster", "ConversationBlockedByUser", "MessageWritesBlocked", "ConversationNotFound", "UserNotFound",
    };

    public Task<SendOutcome> SendAsync(string reference, Card card, CancellationToken cancellationToken) => CarryAsync(reference, async context =>
        new SendOutcome.Sent((await context.SendActivityAsync(Message(card), cancellationToken))?.Id), cancellationToken);

    public Task<SendOutcome> UpdateAsync(string reference, string activityId, Card card, CancellationToken cancellationToken) =>
        CarryAsync(reference, async context =>
        {
            var message = Message(card);
            message.Id = activityId;
            await context.UpdateActivityAsync(message, cancellationToken);
            return new SendOutcome.Sent(activityId);
        }, cancellationToken);

    private async Task<SendOutcome> CarryAsync(string reference, Func<ITurnContext, Task<SendOutcome>> carry, CancellationToken cancellationToken)
    {
        SendOutcome? outcome = null;
        try
        {
            // The adapter's own catcher would keep from us what went wrong: it is taken inside.
            await ((BotAdapter)adapter).ContinueConversationAsync(settings["MicrosoftAppId"] ?? "", References.Read(reference), async (context, _) =>
            {
                try
                {
                    outcome = await carry(context);
                }
                catch (Exception fault)
                {
                    outcome = Meaning(fault);
                }
            }, cancellationToken);
        }
        catch (Exception fault)
        {
            // Nothing is sent before the callback begins.
            return outcome ?? new SendOutcome.NotSent(fault.GetType().Name);
        }
        return outcome ?? new SendOutcome.NotSent("no turn was begun");
    }

    private SendOutcome Meaning(Exception fault) => fault switch
    {
        ErrorResponseException { Response: { } response } refusal => Meaning(refusal, response.StatusCode),
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

    private SendOutcome Meaning(ErrorResponseException refusal, HttpStatusCode status)
    {
        var (code, number) = (refusal.Body?.Error?.Code, (int)status);
        var why = code is null ? $"{number}" : $"{number} {code}";
        return number switch
        {
            429 => new SendOutcome.Throttled(RetryAfter(refusal.Response)),
            // Turned away at the door: our credentials, not the person.
            401 => new SendOutcome.NotSent(why),
            403 => new SendOutcome.Refused(why, Gone: code is null || Gone.Contains(code)),
            404 or 410 => new SendOutcome.Refused(why, Gone: true),
            408 or 412 or >= 500 => new SendOutcome.Unknown(why),
            _ => new SendOutcome.Refused(why, Gone: false),
        };
    }

    private TimeSpan? RetryAfter(Microsoft.Rest.HttpResponseMessageWrapper response)
    {
        if (!response.Headers.TryGetValue("Retry-After", out var values) || values.FirstOrDefault() is not { } text) return null;
        if (int.TryParse(text, System.Globalization.CultureInfo.InvariantCulture, out var seconds)) return TimeSpan.FromSeconds(Math.Max(seconds, 0));
        return DateTimeOffset.TryParse(text, System.Globalization.CultureInfo.InvariantCulture, out var until) && until > clock.GetUtcNow() ? until - clock.GetUtcNow() : null;
    }

    private static IMessageActivity Message(Card card)
    {
        var message = MessageFactory.Attachment(new Attachment { ContentType = Card.ContentType, Content = card.Render() });
        message.Summary = card.Summary;
        return message;
    }
}
