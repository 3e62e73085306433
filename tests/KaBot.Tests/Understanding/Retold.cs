using System.Text.RegularExpressions;
using KaBot.Funnel.Facts;
using KaBot.Understanding.Learning;
using KaBot.Understanding.Scoring;

namespace KaBot.Tests.Understanding;

/// <summary>Labelled messages told as they would be in other circumstances; the labels stay what they are.</summary>
internal static partial class Retold
{
    /// <summary>Half of the messages that nothing was asked for, each while something is asked that it does not tell.</summary>
    public static IEnumerable<LabelledMessage> WhileElseIsAsked(IEnumerable<LabelledMessage> messages) => WhileAsked(messages).Where(message => !TellsAsked(message));

    /// <summary>Some of those that tell a fact and that nothing was asked for, each while a fact is asked that it tells.</summary>
    public static IEnumerable<LabelledMessage> WhileItIsAsked(IEnumerable<LabelledMessage> messages) => WhileAsked(messages).Where(TellsAsked);

    private static IEnumerable<LabelledMessage> WhileAsked(IEnumerable<LabelledMessage> messages) =>
        OpenQuestions.Of(messages, [.. PlaybookFolder.Load(PlaybookFolder.Shipped).Facts.Select(fact => fact.Id)]);

    private static bool TellsAsked(LabelledMessage message) => message.Labels.Any(label => label.FactId == message.Message.Asked);

    /// <summary>As dictated, without a mark; those that have none are left out.</summary>
    public static IEnumerable<LabelledMessage> WithoutMarks(IEnumerable<LabelledMessage> messages) => messages
        .Where(message => message.Message.Asked is null && Plain(message.Message.Text) != message.Message.Text)
        .Select(message => message with { Message = message.Message with { Text = Plain(message.Message.Text) }, Labels = [.. message.Labels.Select(Plain)] })
        .Where(message => message.Labels.All(label => message.Message.Text.Contains(label.Evidence, StringComparison.Ordinal)));

    private static Label Plain(Label label) => label with
    {
        Evidence = Plain(label.Evidence).Trim(),
        Value = label.Value is FactValue.Text text ? new FactValue.Text(Plain(text.Value)) : label.Value,
    };

    private static string Plain(string text) => text.Any(c => c > '\u2fff') ? HanMarks().Replace(text, "") : Spaces().Replace(Marks().Replace(text, ""), " ");

    [GeneratedRegex(@"[，。；！？、,;!?…~\n]+")]
    private static partial Regex HanMarks();

    [GeneratedRegex(@"[.,;:!?](?=\s|$)")]
    private static partial Regex Marks();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}
