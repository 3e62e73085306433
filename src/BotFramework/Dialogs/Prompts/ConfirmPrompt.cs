using Microsoft.Bot.Builder.Dialogs.Choices;
using Microsoft.Bot.Builder.Dialogs.Recognizers;
using Microsoft.Bot.Schema;

namespace Microsoft.Bot.Builder.Dialogs;

/// <summary>Asks for yes or no.</summary>
public class ConfirmPrompt : Prompt<bool>
{
    private readonly Dictionary<string, (Choice, Choice, ChoiceFactoryOptions)> _choiceDefaults;

    public ConfirmPrompt(string dialogId, PromptValidator<bool> validator = null, string defaultLocale = null)
        : this(
            dialogId,
            PromptCulture.All.ToDictionary(
                culture => culture.Locale, culture => (new Choice(culture.Yes), new Choice(culture.No), culture.Options)),
            validator,
            defaultLocale)
    {
    }

    /// <param name="choiceDefaults">Yes, no and how they are written, by lower-case locale.</param>
    public ConfirmPrompt(
        string dialogId, Dictionary<string, (Choice, Choice, ChoiceFactoryOptions)> choiceDefaults,
        PromptValidator<bool> validator = null, string defaultLocale = null)
        : base(dialogId, validator)
    {
        Style = ListStyle.Auto;
        DefaultLocale = defaultLocale;
        _choiceDefaults = choiceDefaults;
    }

    public ListStyle Style { get; set; }

    public string DefaultLocale { get; set; }

    public ChoiceFactoryOptions ChoiceOptions { get; set; }

    /// <summary>Yes and no, where they are not the language's own.</summary>
    public Tuple<Choice, Choice> ConfirmChoices { get; set; }

    protected override async Task OnPromptAsync(
        ITurnContext turnContext, IDictionary<string, object> state, PromptOptions options, bool isRetry,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(turnContext);
        ArgumentNullException.ThrowIfNull(options);
        var activity = turnContext.Activity;
        var question = AppendChoices(
            Question(options, isRetry),
            activity.ChannelId,
            YesAndNo(activity),
            options.Style ?? Style,
            Written(activity),
            activity.Conversation?.ConversationType,
            string.IsNullOrEmpty(activity.From?.Id) ? null : [activity.From.Id],
            cancellationToken);
        await turnContext.SendActivityAsync(question, cancellationToken);
    }

    protected override Task<PromptRecognizerResult<bool>> OnRecognizeAsync(
        ITurnContext turnContext, IDictionary<string, object> state, PromptOptions options,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(turnContext);
        var result = new PromptRecognizerResult<bool>();
        var activity = turnContext.Activity;
        if (activity.Type != ActivityTypes.Message || string.IsNullOrEmpty(activity.Text)) return Task.FromResult(result);
        if (Booleans.Recognize(activity.Text, options.RecognizeLanguage ?? Culture(activity)) is { } answer)
            (result.Succeeded, result.Value) = (true, answer);
        else if (Written(activity).IncludeNumbers is null or true
            && ChoiceRecognizers.RecognizeChoices(activity.Text, YesAndNo(activity)) is [var first, ..])
            (result.Succeeded, result.Value) = (true, first.Resolution.Index == 0);
        return Task.FromResult(result);
    }

    private List<Choice> YesAndNo(Activity activity)
    {
        var (yes, no, _) = _choiceDefaults[Culture(activity)];
        return ConfirmChoices is null ? [yes, no] : [ConfirmChoices.Item1, ConfirmChoices.Item2];
    }

    private ChoiceFactoryOptions Written(Activity activity) => ChoiceOptions ?? _choiceDefaults[Culture(activity)].Item3;

    private string Culture(Activity activity) => PromptCulture.Nearest(activity.Locale ?? DefaultLocale, _choiceDefaults);
}
