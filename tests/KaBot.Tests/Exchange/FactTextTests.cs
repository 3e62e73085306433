using FsCheck.Xunit;
using KaBot.Exchange;
using KaBot.Funnel.Facts;
using KaBot.Funnel.Playbooks;

namespace KaBot.Tests.Exchange;

public sealed class FactTextTests
{
    private static readonly Playbook Playbook = PlaybookFolder.Load(PlaybookFolder.Shipped);

    [Theory]
    [InlineData("contact_made", "no")]
    [InlineData("visits", "3")]
    [InlineData("visits", "1 more")]
    [InlineData("go_live", "2026-03-31")]
    [InlineData("go_live", "open")]
    [InlineData("budget", "500000 CNY")]
    [InlineData("budget", "300000..500000.5 USD")]
    [InlineData("budget", "..500000 CNY")]
    [InlineData("budget", "300000.. CNY")]
    [InlineData("core_needs", "\\open")]
    [InlineData("core_needs", "库存不准; 要实时")]
    [InlineData("competitors", "none")]
    [InlineData("competitors", "\\none")]
    [InlineData("competitors", "用友; 金蝶")]
    [InlineData("org_size", "large")]
    [InlineData("symptoms", "rushing; gap_too_wide")]
    public void A_value_is_written_as_it_was_read(string fact, string cell) => Assert.Equal(cell, FactText.Write(FactText.Read(Playbook.Fact(fact)!, cell)));

    [Theory]
    [InlineData("contact_made", "maybe")]
    [InlineData("visits", "-1")]
    [InlineData("visits", "0 more")]
    [InlineData("visits", "open")]
    [InlineData("go_live", "31.3.2026")]
    [InlineData("budget", "50万")]
    [InlineData("budget", ".. CNY")]
    [InlineData("budget", "5..3 CNY")]
    [InlineData("budget", "5 rmb")]
    [InlineData("org_size", "huge")]
    public void What_is_no_value_is_told(string fact, string cell) =>
        Assert.StartsWith("should hold", Assert.Throws<FormatException>(() => FactText.Read(Playbook.Fact(fact)!, cell)).Message, StringComparison.Ordinal);

    [Property]
    public void Any_words_and_names_come_back(string words, string[] names)
    {
        if (!string.IsNullOrEmpty(words)) Assert.Equal(new FactValue.Text(words), FactText.Read(Playbook.Fact("core_needs")!, FactText.Write(new FactValue.Text(words))));
        var list = new FactValue.List([.. (names ?? []).Select(name => name?.Trim() ?? "").Where(name => name.Length > 0)]);
        Assert.Equal(list, FactText.Read(Playbook.Fact("competitors")!, FactText.Write(list)));
    }
}
