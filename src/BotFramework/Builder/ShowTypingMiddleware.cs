using Microsoft.Bot.Schema;

namespace Microsoft.Bot.Builder;

/// <summary>Shows that the bot is writing while a message's turn takes long.</summary>
public class ShowTypingMiddleware : IMiddleware
{
    private readonly TimeSpan _delay;
    private readonly TimeSpan _period;

    /// <param name="delay">Milliseconds until the first sign.</param>
    /// <param name="period">Milliseconds between signs.</param>
    public ShowTypingMiddleware(int delay = 500, int period = 2000)
    {
        if (delay < 0) throw new ArgumentOutOfRangeException(nameof(delay), "Delay must be greater than or equal to zero");
        if (period <= 0) throw new ArgumentOutOfRangeException(nameof(period), "Repeat period must be greater than zero");
        _delay = TimeSpan.FromMilliseconds(delay);
        _period = TimeSpan.FromMilliseconds(period);
    }

    public async Task OnTurnAsync(ITurnContext turnContext, NextDelegate next, CancellationToken cancellationToken)
    {
        if (turnContext.Activity.Type != ActivityTypes.Message)
        {
            await next(cancellationToken);
            return;
        }
        // A sign that overtakes the message would stay on the screen: each message stops the signs, which then start anew.
        var signs = Start(turnContext);
        turnContext.OnSendActivities(async (context, activities, send) =>
        {
            if (activities.Exists(activity => activity.Type == ActivityTypes.Message))
            {
                await signs.StopAsync();
                signs = Start(turnContext);
            }
            return await send();
        });
        try
        {
            await next(cancellationToken);
        }
        finally
        {
            await signs.StopAsync();
        }
    }

    private Signs Start(ITurnContext turnContext)
    {
        var stop = new CancellationTokenSource();
        return new Signs(RunAsync(turnContext, stop.Token), stop);
    }

    private async Task RunAsync(ITurnContext turnContext, CancellationToken stop)
    {
        try
        {
            await Task.Delay(_delay, stop);
            while (true)
            {
                var typing = new Activity { Type = ActivityTypes.Typing, RelatesTo = turnContext.Activity.RelatesTo };
                typing.ApplyConversationReference(turnContext.Activity.GetConversationReference());
                // Past the turn's own handlers: a sign is no reply.
                await turnContext.Adapter.SendActivitiesAsync(turnContext, [typing], stop);
                await Task.Delay(_period, stop);
            }
        }
        catch (OperationCanceledException)
        {
            // Stopped.
        }
    }

    private sealed record Signs(Task Running, CancellationTokenSource Stop)
    {
        public async Task StopAsync()
        {
            await Stop.CancelAsync();
            // A sign that could not be sent is no reason to fail the turn.
            if (!Running.IsFaulted) await Running;
            Stop.Dispose();
        }
    }
}
