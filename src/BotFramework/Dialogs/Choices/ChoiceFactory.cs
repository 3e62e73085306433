using System.Globalization;
using System.Text;
using Microsoft.Bot.Schema;

namespace Microsoft.Bot.Builder.Dialogs.Choices;

/// <summary>Messages that offer choices.</summary>
public class ChoiceFactory
{
    public static IMessageActivity ForChannel(
        string channelId, IList<Choice> list, string text = null, string speak = null, ChoiceFactoryOptions options = null) =>
        ForChannel(channelId, list, text, speak, options, null, null);

    /// <summary>In the form that suits the channel: suggested actions, a card, or a text where titles are long.</summary>
    public static IMessageActivity ForChannel(
        string channelId, IList<Choice> list, string text = null, string speak = null, ChoiceFactoryOptions options = null,
        string conversationType = default, IList<string> toList = default)
    {
        channelId ??= "";
        list ??= [];
        var longest = list.Select(choice => string.IsNullOrEmpty(choice.Action?.Title) ? choice.Value : choice.Action.Title)
            .Select(title => title.Length).DefaultIfEmpty().Max();
        if (longest > Channel.MaxActionTitleLength(channelId)) return List(list, text, speak, options);
        if (Channel.SupportsSuggestedActions(channelId, list.Count, conversationType))
            return SuggestedAction(list, text, speak, toList);
        if (Channel.SupportsCardActions(channelId, list.Count)) return HeroCard(list, text, speak);
        return list.Count <= 3 ? Inline(list, text, speak, options) : List(list, text, speak, options);
    }

    public static Activity Inline(
        IList<Choice> choices, string text = null, string speak = null, ChoiceFactoryOptions options = null)
    {
        choices ??= [];
        var numbers = options?.IncludeNumbers ?? true;
        var words = new StringBuilder(text).Append(' ');
        for (var index = 0; index < choices.Count; index++)
        {
            if (index > 0) words.Append(Connector(index));
            if (numbers) words.Append(CultureInfo.InvariantCulture, $"({index + 1}) ");
            words.Append(choices[index].Action?.Title ?? choices[index].Value);
        }
        return MessageFactory.Text(words.ToString(), speak, InputHints.ExpectingInput);

        string Connector(int index) => index < choices.Count - 1
            ? options?.InlineSeparator ?? ", "
            : index == 1 ? options?.InlineOr ?? " or " : options?.InlineOrMore ?? ", or ";
    }

    public static Activity List(
        IList<string> choices, string text = null, string speak = null, ChoiceFactoryOptions options = null) =>
        List(ToChoices(choices), text, speak, options);

    public static Activity List(
        IList<Choice> choices, string text = null, string speak = null, ChoiceFactoryOptions options = null)
    {
        choices ??= [];
        var numbers = options?.IncludeNumbers ?? true;
        var lines = choices.Select((choice, index) =>
            $"{(numbers ? (index + 1).ToString(CultureInfo.InvariantCulture) + ". " : "- ")}{choice.Action?.Title ?? choice.Value}");
        return MessageFactory.Text($"{text}\n\n   {string.Join("\n   ", lines)}", speak, InputHints.ExpectingInput);
    }

    public static IMessageActivity SuggestedAction(IList<string> choices, string text = null, string speak = null) =>
        SuggestedAction(ToChoices(choices), text, speak, null);

    public static IMessageActivity SuggestedAction(
        IList<string> choices, string text = null, string speak = null, IList<string> toList = default) =>
        SuggestedAction(ToChoices(choices), text, speak, toList);

    public static IMessageActivity SuggestedAction(IList<Choice> choices, string text = null, string speak = null) =>
        SuggestedAction(choices, text, speak, null);

    public static IMessageActivity SuggestedAction(
        IList<Choice> choices, string text = null, string speak = null, IList<string> toList = default) =>
        MessageFactory.SuggestedActions(Actions(choices), text, speak, InputHints.ExpectingInput, toList);

    public static IMessageActivity HeroCard(IList<Choice> choices, string text = null, string speak = null) =>
        MessageFactory.Attachment(
            [new HeroCard(text: text, buttons: Actions(choices)).ToAttachment()], null, speak, InputHints.ExpectingInput);

    public static IList<Choice> ToChoices(IList<string> choices) => choices?.Select(choice => new Choice(choice)).ToList() ?? [];

    private static List<CardAction> Actions(IList<Choice> choices) =>
        [.. (choices ?? []).Select(choice => choice.Action
            ?? new CardAction { Type = ActionTypes.ImBack, Value = choice.Value, Title = choice.Value })];
}
