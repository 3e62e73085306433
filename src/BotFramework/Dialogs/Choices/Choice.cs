using Microsoft.Bot.Schema;

namespace Microsoft.Bot.Builder.Dialogs.Choices;

/// <summary>Something to choose: its value, the words that stand for it, and the button that says it.</summary>
public class Choice(string value = null)
{
    public string Value { get; set; } = value;

    public CardAction Action { get; set; }

    public List<string> Synonyms { get; set; }
}

/// <summary>The choice that was recognised.</summary>
public class FoundChoice
{
    public string Value { get; set; }

    /// <summary>Its place in the list, from 0.</summary>
    public int Index { get; set; }

    /// <summary>Certainty, 0 to 1.</summary>
    public float Score { get; set; }

    /// <summary>The word that was recognised.</summary>
    public string Synonym { get; set; }
}

/// <summary>How choices are shown.</summary>
public enum ListStyle
{
    None,
    Auto,
    Inline,
    List,
    SuggestedAction,
    HeroCard,
}
