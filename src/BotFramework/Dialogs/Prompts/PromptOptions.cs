using Microsoft.Bot.Builder.Dialogs.Choices;
using Microsoft.Bot.Schema;

namespace Microsoft.Bot.Builder.Dialogs;

/// <summary>What a prompt asks.</summary>
public class PromptOptions
{
    public Activity Prompt { get; set; }

    /// <summary>Asked instead when the answer was not understood.</summary>
    public Activity RetryPrompt { get; set; }

    public IList<Choice> Choices { get; set; }

    public ListStyle? Style { get; set; }

    /// <summary>For the validator.</summary>
    public object Validations { get; set; }

    /// <summary>The language of the answer, where it is not the activity's.</summary>
    public string RecognizeLanguage { get; set; }
}
