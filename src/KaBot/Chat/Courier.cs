using KaBot.Cards.Elements;
using KaBot.Reminders.Delivery;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Integration.AspNet.Core;
using Microsoft.Bot.Schema;

namespace KaBot.Chat;

/// <summary>Carries cards through the adapter, and tells what an answer means: taken, busy, refused for good, or unknown.</summary>
public sealed class Courier(IBotFrameworkHttpAdapter adapter, IConfiguration settings, TimeProvider clock) : ICourier
{
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
                    outcome = SendFaults.Meaning(fault, clock.GetUtcNow());
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

    private static IMessageActivity Message(Card card)
    {
        var message = MessageFactory.Attachment(new Attachment { ContentType = Card.ContentType, Content = card.Render() });
        message.Summary = card.Summary;
        return message;
    }
}
