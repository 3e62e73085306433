namespace Microsoft.Bot.Builder;

/// <summary>What an adapter calls at the end of its middleware.</summary>
public delegate Task BotCallbackHandler(ITurnContext turnContext, CancellationToken cancellationToken);
