using System.Net;
using Microsoft.AspNetCore.Http;
using Microsoft.Bot.Connector.Authentication;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;

namespace Microsoft.Bot.Builder.Integration.AspNet.Core;

/// <summary>The adapter between ASP.NET Core and channels of the Bot Framework.</summary>
public class CloudAdapter : CloudAdapterBase, IBotFrameworkHttpAdapter
{
    /// <summary>An adapter without an app id: authentication is off.</summary>
    public CloudAdapter()
        : this(BotFrameworkAuthenticationFactory.Create())
    {
    }

    public CloudAdapter(BotFrameworkAuthentication botFrameworkAuthentication, ILogger logger = null)
        : base(botFrameworkAuthentication, logger)
    {
    }

    public CloudAdapter(IConfiguration configuration, IHttpClientFactory httpClientFactory = null, ILogger logger = null)
        : this(new ConfigurationBotFrameworkAuthentication(configuration, httpClientFactory: httpClientFactory, logger: logger), logger)
    {
    }

    /// <summary>
    /// Answers 200 with the body that an invoke or a caller who expects replies asks for, else empty; 400 for what is no activity,
    /// 401 for who is not allowed, 405 for what is no POST, 415 for what says that it is no JSON, 501 for an invoke nobody handles.
    /// </summary>
    public async Task ProcessAsync(
        HttpRequest httpRequest, HttpResponse httpResponse, IBot bot, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(httpRequest);
        ArgumentNullException.ThrowIfNull(httpResponse);
        ArgumentNullException.ThrowIfNull(bot);
        try
        {
            var answer = await ReceiveAsync(httpRequest, bot, cancellationToken);
            await HttpActivity.WriteAsync(httpResponse, answer, cancellationToken);
        }
        catch (UnauthorizedAccessException e)
        {
            httpResponse.StatusCode = (int)HttpStatusCode.Unauthorized;
            Logger.LogError(e, "A caller was not let in.");
        }
        catch (ServiceUrlException e)
        {
            httpResponse.StatusCode = (int)HttpStatusCode.BadRequest;
            Logger.LogWarning(e, "BadRequest: The activity has no usable serviceUrl.");
        }
    }

    private Task<InvokeResponse> ReceiveAsync(HttpRequest request, IBot bot, CancellationToken cancellationToken)
    {
        if (!HttpMethods.IsPost(request.Method)) return Status(HttpStatusCode.MethodNotAllowed);
        return HttpActivity.SaysJson(request.ContentType)
            ? ProcessAsync(request, bot, cancellationToken)
            : Status(HttpStatusCode.UnsupportedMediaType);
    }

    private async Task<InvokeResponse> ProcessAsync(HttpRequest request, IBot bot, CancellationToken cancellationToken)
    {
        var activity = await HttpActivity.ReadAsync(request, cancellationToken);
        if (string.IsNullOrEmpty(activity?.Type))
        {
            Logger.LogWarning("BadRequest: Missing activity or activity type.");
            return await Status(HttpStatusCode.BadRequest);
        }
        return await ProcessActivityAsync(request.Headers.Authorization, activity, bot.OnTurnAsync, cancellationToken);
    }

    private static Task<InvokeResponse> Status(HttpStatusCode status) => Task.FromResult(new InvokeResponse { Status = (int)status });
}
