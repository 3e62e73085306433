namespace KaBot.Turns;

/// <summary>
/// What a person asked for by a command word ("跟进 恒瑞") or by a tap on a card: the two are one thing to a feature.
/// </summary>
/// <param name="Name">The command, e.g. <c>checkin</c> or <c>checkin.answer</c>; the part before the dot names the feature.</param>
/// <param name="Argument">What was typed after the command word; empty for a tap.</param>
/// <param name="Data">What the tapped button carried; null when typed.</param>
public sealed record Command(string Name, string Argument = "", TapData? Data = null)
{
    public bool Tapped => Data is not null;

    /// <summary>The value under a key of the tapped card, or null.</summary>
    public string? this[string key] => Data?[key];
}
