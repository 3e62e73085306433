using Microsoft.Bot.Builder.Dialogs.Recognizers;

namespace Microsoft.Bot.Builder.Dialogs.Choices;

/// <summary>Recognises choices by their words; where there are none, by their place ("the second one", 第二个) or number.</summary>
public class ChoiceRecognizers
{
    public static List<ModelResult<FoundChoice>> RecognizeChoices(
        string utterance, IList<string> choices, FindChoicesOptions options = null) =>
        RecognizeChoices(utterance, choices.Select(choice => new Choice(choice)).ToList(), options);

    public static List<ModelResult<FoundChoice>> RecognizeChoices(
        string utterance, IList<Choice> list, FindChoicesOptions options = null)
    {
        utterance ??= "";
        var matched = Find.FindChoices(utterance, list, options);
        if (matched.Count > 0) return matched;
        List<Spotted<decimal>> numbers = [];
        if (options is null or { RecognizeOrdinals: true }) numbers = Ordinals.Recognize(utterance, list.Count);
        if (numbers.Count == 0 && options is null or { RecognizeNumbers: true }) numbers = Numbers.Recognize(utterance);
        return [.. numbers.Where(number => number.Value >= 1 && number.Value <= list.Count && decimal.IsInteger(number.Value))
            .Select(number => At(list, number)).OrderBy(found => found.Start)];
    }

    private static ModelResult<FoundChoice> At(IList<Choice> list, Spotted<decimal> number) => new()
    {
        Start = number.Start,
        End = number.End,
        TypeName = "choice",
        Text = number.Text,
        Resolution = new FoundChoice { Value = list[(int)number.Value - 1].Value, Index = (int)number.Value - 1, Score = 1 },
    };
}
