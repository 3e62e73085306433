using KaBot.Funnel.Coaching.RolePlay;

namespace KaBot.Turns;

/// <summary>Says the buyer's lines in a practice. What it gives has been checked: it decides no move and no money, and never keeps a turn waiting for long.</summary>
public interface IBuyerVoice
{
    /// <summary>The line to say; the scripted one where there is no better. Never throws for that.</summary>
    Task<string> SayAsync(Turn turn, BuyerScene scene, CancellationToken cancellationToken);
}

/// <summary>As the script has it: nothing is sent anywhere.</summary>
public sealed class ScriptedVoice : IBuyerVoice
{
    public Task<string> SayAsync(Turn turn, BuyerScene scene, CancellationToken cancellationToken) => Task.FromResult(scene.Scripted);
}
