using System.Text.Json.Serialization;

namespace Microsoft.Bot.Schema;

/// <summary>A part of a message that a suggestion is about.</summary>
public class TextHighlight
{
    public TextHighlight()
    {
    }

    public TextHighlight(string text = default, int? occurrence = default)
    {
        Text = text;
        Occurrence = occurrence;
    }

    [JsonPropertyName("text")]
    public string Text { get; set; }

    [JsonPropertyName("occurrence")]
    public int? Occurrence { get; set; }
}
