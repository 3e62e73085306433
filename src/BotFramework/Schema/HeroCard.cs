using System.Text.Json.Serialization;

namespace Microsoft.Bot.Schema;

/// <summary>A card with a title, texts, pictures and buttons.</summary>
public class HeroCard
{
    public HeroCard()
    {
    }

    public HeroCard(
        string title = default, string subtitle = default, string text = default, IList<CardImage> images = default,
        IList<CardAction> buttons = default, CardAction tap = default)
    {
        Title = title;
        Subtitle = subtitle;
        Text = text;
        Images = images;
        Buttons = buttons;
        Tap = tap;
    }

    [JsonPropertyName("title")]
    public string Title { get; set; }

    [JsonPropertyName("subtitle")]
    public string Subtitle { get; set; }

    [JsonPropertyName("text")]
    public string Text { get; set; }

    [JsonPropertyName("images")]
    public IList<CardImage> Images { get; set; }

    [JsonPropertyName("buttons")]
    public IList<CardAction> Buttons { get; set; }

    [JsonPropertyName("tap")]
    public CardAction Tap { get; set; }

    public const string ContentType = "application/vnd.microsoft.card.hero";
}
