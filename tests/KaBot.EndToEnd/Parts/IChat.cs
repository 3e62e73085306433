namespace KaBot.EndToEnd.Parts;

/// <summary>A client in which a person talks to KaBot. What it looks for it waits for.</summary>
internal interface IChat
{
    Task SayAsync(string text);

    /// <summary>Waits until the words stand in the conversation.</summary>
    Task SeeAsync(string text);

    /// <summary>Presses the newest button of a title.</summary>
    Task TapAsync(string title);

    /// <summary>Writes into the newest field of a label.</summary>
    Task FillAsync(string label, string text);

    /// <summary>Saves what is on screen for a person to look at.</summary>
    Task ShootAsync(string name);
}
