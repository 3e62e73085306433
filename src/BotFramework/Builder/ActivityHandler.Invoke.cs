using System.Net;
using System.Text.Json;
using Microsoft.Bot.Schema;

namespace Microsoft.Bot.Builder;

/// <content>Invokes: calls whose caller waits for the result. What nobody handles is answered 501.</content>
public partial class ActivityHandler
{
    protected virtual async Task<InvokeResponse> OnInvokeActivityAsync(
        ITurnContext<IInvokeActivity> turnContext, CancellationToken cancellationToken)
    {
        try
        {
            switch (turnContext.Activity.Name)
            {
                case "adaptiveCard/action":
                    var value = CardInvokeValue(turnContext.Activity.Value);
                    return CreateInvokeResponse(await OnAdaptiveCardInvokeAsync(turnContext, value, cancellationToken));
                case "signin/verifyState" or "signin/tokenExchange":
                    await OnSignInInvokeAsync(turnContext, cancellationToken);
                    return CreateInvokeResponse();
                default:
                    throw new InvokeResponseException(HttpStatusCode.NotImplemented);
            }
        }
        catch (InvokeResponseException e)
        {
            return e.CreateInvokeResponse();
        }
    }

    protected virtual Task OnSignInInvokeAsync(ITurnContext<IInvokeActivity> turnContext, CancellationToken cancellationToken) =>
        throw new InvokeResponseException(HttpStatusCode.NotImplemented);

    /// <summary>Somebody executed an action of an adaptive card.</summary>
    protected virtual Task<AdaptiveCardInvokeResponse> OnAdaptiveCardInvokeAsync(
        ITurnContext<IInvokeActivity> turnContext, AdaptiveCardInvokeValue invokeValue, CancellationToken cancellationToken) =>
        throw new InvokeResponseException(HttpStatusCode.NotImplemented);

    private async Task AnswerInvokeAsync(DelegatingTurnContext<IInvokeActivity> turnContext, CancellationToken cancellationToken)
    {
        var response = await OnInvokeActivityAsync(turnContext, cancellationToken);
        if (response is null || turnContext.TurnState.Get<Activity>(BotAdapter.InvokeResponseKey) is not null) return;
        await turnContext.SendActivityAsync(new Activity { Value = response, Type = ActivityTypesEx.InvokeResponse }, cancellationToken);
    }

    private static AdaptiveCardInvokeValue CardInvokeValue(object value)
    {
        if (value is null) throw Malformed("BadRequest", "Missing value property");
        if (!SchemaJson.IsObject(value)) throw Malformed("BadRequest", "Value property is not properly formed");
        AdaptiveCardInvokeValue invokeValue;
        try
        {
            invokeValue = SchemaJson.Convert<AdaptiveCardInvokeValue>(value);
        }
        catch (JsonException)
        {
            throw Malformed("BadRequest", "Value property is not properly formed");
        }
        if (invokeValue.Action is null) throw Malformed("BadRequest", "Missing action property");
        if (invokeValue.Action.Type != "Action.Execute")
            throw Malformed("NotSupported", $"The action '{invokeValue.Action.Type}'is not supported.");
        return invokeValue;
    }

    private static InvokeResponseException Malformed(string code, string message) =>
        new(HttpStatusCode.BadRequest, new AdaptiveCardInvokeResponse
        {
            StatusCode = (int)HttpStatusCode.BadRequest,
            Type = "application/vnd.microsoft.error",
            Value = new Error(code, message),
        });

    /// <summary>Ends the handling of an invoke with a status and a body.</summary>
    protected class InvokeResponseException : Exception
    {
        private readonly HttpStatusCode _statusCode;
        private readonly object _body;

        public InvokeResponseException(HttpStatusCode statusCode, object body = null)
        {
            _statusCode = statusCode;
            _body = body;
        }

        public InvokeResponseException()
        {
        }

        public InvokeResponseException(string message)
            : base(message)
        {
        }

        public InvokeResponseException(string message, Exception innerException)
            : base(message, innerException)
        {
        }

        public InvokeResponse CreateInvokeResponse() => new() { Status = (int)_statusCode, Body = _body };
    }
}
