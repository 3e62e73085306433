using KaBot.Language;
using Microsoft.Bot.Builder.Integration.AspNet.Core;
using Microsoft.Bot.Connector.Authentication;

namespace KaBot.Chat;

/// <summary>The adapter for channels. A turn that fails is logged without its words, and the person is told to send it again.</summary>
public sealed class Adapter : CloudAdapter
{
    public Adapter(BotFrameworkAuthentication authentication, LanguageFiles languages, ILogger<Adapter> log) : base(authentication, log)
    {
        OnTurnError = async (context, error) =>
        {
            // Nothing to be told to the person: the channel is answered with a fault, and delivers the activity again.
            if (error is AnswerNotSentException) throw error;
            log.LogError(error, "A turn failed: {Type} on {Channel}", context.Activity.Type, context.Activity.ChannelId);
            if (context.Activity.Type == "message")
                await context.SendActivityAsync(languages.For(context.Activity.Locale)["error.general"]);
        };
    }
}
