using Microsoft.AspNetCore.Http;

namespace Microsoft.Bot.Builder.Integration.AspNet.Core;

/// <summary>An adapter for bots behind ASP.NET Core.</summary>
public interface IBotFrameworkHttpAdapter
{
    /// <summary>Takes one request through the bot and answers it.</summary>
    Task ProcessAsync(HttpRequest httpRequest, HttpResponse httpResponse, IBot bot, CancellationToken cancellationToken = default);
}
