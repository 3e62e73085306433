using Microsoft.Bot.Builder.Dialogs;

namespace KaBot.Turns;

/// <summary>A part of KaBot that answers to commands of its own name: <c>deals.list</c> goes to the feature "deals".</summary>
public interface IFeature
{
    /// <summary>The part of a command's name before the dot.</summary>
    string Name { get; }

    Task RunAsync(DialogContext dialogs, Turn turn, Command command, CancellationToken cancellationToken);
}
