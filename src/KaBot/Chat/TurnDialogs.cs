using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Dialogs;

namespace KaBot.Chat;

/// <summary>The dialog stack of a turn is the one its conversation's state holds.</summary>
internal sealed class TurnDialogs : IStatePropertyAccessor<DialogState>
{
    public string Name => "dialogs";

    public Task<DialogState> GetAsync(ITurnContext turnContext, Func<DialogState>? defaultValueFactory = null, CancellationToken cancellationToken = default) =>
        Task.FromResult(turnContext.TurnState.Get<ConversationState>().Dialogs);

    public Task SetAsync(ITurnContext turnContext, DialogState value, CancellationToken cancellationToken = default) =>
        throw new NotSupportedException("The stack is changed in place.");

    public Task DeleteAsync(ITurnContext turnContext, CancellationToken cancellationToken = default)
    {
        turnContext.TurnState.Get<ConversationState>().Dialogs.DialogStack.Clear();
        return Task.CompletedTask;
    }
}
