using KaBot.Cards;
using KaBot.Cards.Elements;
using KaBot.Funnel.Playbooks;
using KaBot.Language;

namespace KaBot.Reminders.Messages;

/// <summary>Asks why a deal was lost or stands still: a tap, own words, or nothing.</summary>
internal static class ReasonForm
{
    private const int LongestWords = 200;

    /// <summary>As many buttons as Teams shows side by side without cutting their titles.</summary>
    private const int InRow = 4;

    /// <param name="data">What every button of the card carries, the deal among it.</param>
    public static Container Of(Texts texts, FactDefinition reason, int index, (string, string)[] data)
    {
        var (own, words) = ($"own{index}", $"words{index}");
        var choices = reason.Choices.Where(choice => choice.Id != Ending.OtherReason)
            .Select(choice => (CardAction)new Execute(texts.Say(choice.Name), Verbs.Reason, [.. data, ("reason", choice.Id)])).Chunk(InRow);
        return new Container(
        [
            new RichText(new Run(texts.Say(reason.Question)) { Size = TextSize.Small }),
            .. choices.Select(row => Parts.Buttons(row) with { Spacing = Spacing.Small }),
            Parts.Buttons(new Toggle(texts["reminder.reason.own"], own),
                new Execute(texts["reminder.reason.skip"], Verbs.Reason, [.. data, ("skip", "1")]) { Secondary = true }) with { Spacing = Spacing.Small },
            new Container(
            [
                new TextInput(words, texts["reminder.reason.words"]) { MaxLength = LongestWords },
                Parts.Buttons(new Execute(texts["reminder.reason.set"], Verbs.Reason, [.. data, ("input", words)]) { WithInputs = true }) with { Spacing = Spacing.Small },
            ]) { Id = own, Hidden = true, Spacing = Spacing.Small },
        ]) { Style = Surface.Emphasis, Spacing = Spacing.Small };
    }
}
