using FsCheck.Xunit;
using KaBot.Funnel.Facts;

namespace KaBot.Tests.Understanding;

/// <summary>Whatever is typed: no exception, and the evidence is a substring of it.</summary>
public sealed class EvidenceTests
{
    private static readonly string[] Parts =
    [
        "预算", "50万", "合同", "签了", "还没", "竞品", "用友", "听说", "三月底", "上线", "拜访", "第二次", "，", "。", "\n", " ", "？", "\uD83D\uDE00", "\uD83D", "\uDE00", "\0",
        "budget", "$1.2m", " signed", " not", " the contract", " up against", " SAP", " by end of June", "'s", "-", ".", "1.", "0", "亿", "零", "半", "第", "%", "９", "\u200b", "\t",
    ];

    [Property(MaxTest = 300)]
    public void Any_text_is_read(string? text) => Holds(text ?? "");

    [Property(MaxTest = 500)]
    public void Any_mixture_of_words_is_read(byte[] choice, byte asked) =>
        Holds(string.Concat((choice ?? []).Select(index => Parts[index % Parts.Length])), asked);

    [Theory]
    [InlineData("预算50万，竞品用友。")]
    [InlineData("no budget yet and they signed the contract but not ")]
    [InlineData("九")]
    [InlineData("a")]
    [InlineData("Zarko ")]
    [InlineData("Zarko, ")]
    [InlineData("，")]
    [InlineData("\uD83D")]
    [InlineData("还没")]
    public void A_message_of_100_000_characters_is_read(string part)
    {
        var text = string.Concat(Enumerable.Repeat(part, 100_000 / part.Length));
        Holds(text);
    }

    private static void Holds(string text, byte asked = 0)
    {
        var facts = new[] { null, "budget", "go_live", "visits", "sponsor", "competitors", "contract_signed", "award_mode", "symptoms" };
        foreach (var reading in Read.All(text, facts[asked % facts.Length]))
        {
            Assert.NotEmpty(reading.Evidence);
            Assert.Equal(reading.Evidence, text.Substring(reading.Start, reading.Evidence.Length));
            if (reading.Value is FactValue.Money money) Assert.True(money.Low is not null || money.High is not null);
        }
    }
}
