using System.Text.Json;

namespace KaBot.Chat.Terminal;

/// <summary>A button of a card, as somebody at a terminal can choose it.</summary>
/// <param name="Label">What is typed to choose it: a number, or a letter where numbers may be an answer.</param>
/// <param name="Action">The card's action, as it stands in the card.</param>
/// <param name="Inputs">What is to be filled in first.</param>
public sealed record TerminalOption(string Label, string Title, JsonElement Action, IReadOnlyList<TerminalInput> Inputs);

/// <summary>A field of a card.</summary>
/// <param name="Name">Its name in the data of the tapped button.</param>
/// <param name="Value">What it holds already, or empty.</param>
/// <param name="Choices">Titles and values to choose among; empty for a free text.</param>
/// <param name="Multiple">Whether several may be chosen.</param>
public sealed record TerminalInput(
    string Name, string Label, string Value, bool Required, IReadOnlyList<(string Title, string Value)> Choices, bool Multiple)
{
    public static TerminalInput Of(JsonElement input) => new(input.Text("id"), input.Text("label"), input.Text("value"), input.Flag("isRequired"),
        [.. input.Items("choices").Select(choice => (choice.Text("title"), choice.Text("value")))], input.Flag("isMultiSelect"));

    /// <summary>What it holds already, as a person reads it.</summary>
    public string Shown => Choices.Count == 0 ? Value : string.Join(", ", Choices.Where(choice => Value.Split(',').Contains(choice.Value)).Select(choice => choice.Title));

    /// <summary>
    /// The value for what was typed: the choices of these numbers, or the text itself; an empty line keeps what the field holds.
    /// Null when that cannot be.
    /// </summary>
    public string? Read(string line)
    {
        if (line.Length == 0) return Required && Value.Length == 0 ? null : Value;
        if (Choices.Count == 0) return line;
        var chosen = line.Split([' ', ',', '，', '、'], StringSplitOptions.RemoveEmptyEntries)
            .Select(part => int.TryParse(part, out var n) && n >= 1 && n <= Choices.Count ? Choices[n - 1].Value : null).ToList();
        return chosen.Contains(null) || chosen.Count == 0 || chosen.Count > 1 && !Multiple ? null : string.Join(',', chosen);
    }
}
