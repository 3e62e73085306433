using Microsoft.Bot.Builder.Dialogs.Recognizers;
using Microsoft.Bot.Schema;

namespace Microsoft.Bot.Builder.Dialogs;

/// <summary>Asks for a number, in digits or words; <typeparamref name="T"/> is int, long, float, double or decimal.</summary>
public class NumberPrompt<T> : Prompt<T>
    where T : struct
{
    public NumberPrompt(string dialogId, PromptValidator<T> validator = null, string defaultLocale = null)
        : base(dialogId, validator)
    {
        if (default(T) is not (int or long or float or double or decimal))
            throw new NotSupportedException($"NumberPrompt: type argument T of type '{typeof(T)}' is not supported");
        DefaultLocale = defaultLocale;
    }

    public string DefaultLocale { get; set; }

    protected override Task OnPromptAsync(
        ITurnContext turnContext, IDictionary<string, object> state, PromptOptions options, bool isRetry,
        CancellationToken cancellationToken = default) => AskAsync(turnContext, options, isRetry, cancellationToken);

    protected override Task<PromptRecognizerResult<T>> OnRecognizeAsync(
        ITurnContext turnContext, IDictionary<string, object> state, PromptOptions options,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(turnContext);
        var result = new PromptRecognizerResult<T>();
        if (turnContext.Activity.Type == ActivityTypes.Message
            && Numbers.Recognize(turnContext.Activity.Text ?? "") is [var first, ..]
            && As(first.Value) is { } number)
        {
            result.Succeeded = true;
            result.Value = number;
        }
        return Task.FromResult(result);
    }

    private static T? As(decimal number) => default(T) switch
    {
        int => decimal.IsInteger(number) && number is >= int.MinValue and <= int.MaxValue ? (T)(object)(int)number : null,
        long => decimal.IsInteger(number) && number is >= long.MinValue and <= long.MaxValue ? (T)(object)(long)number : null,
        float => (T)(object)(float)number,
        double => (T)(object)(double)number,
        _ => (T)(object)number,
    };
}
