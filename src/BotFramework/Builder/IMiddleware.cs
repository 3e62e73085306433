namespace Microsoft.Bot.Builder;

/// <summary>The rest of a turn, as middleware sees it.</summary>
public delegate Task NextDelegate(CancellationToken cancellationToken);

/// <summary>Something that each turn passes through; not calling <c>next</c> ends the turn there.</summary>
public interface IMiddleware
{
    Task OnTurnAsync(ITurnContext turnContext, NextDelegate next, CancellationToken cancellationToken = default);
}
