using KaBot.EndToEnd.Parts;
using KaBot.Funnel.Coaching.People;
using KaBot.Language;
using Microsoft.Playwright;

namespace KaBot.EndToEnd.Coaching;

/// <summary>The organisation map on the chat page: drawn, tapped, filled in and drawn anew.</summary>
public sealed class OrganisationMapTests(Chromium chromium)
{
    private static readonly LanguageFiles Files = LanguageFiles.Load(LanguageFiles.Shipped);

    private sealed record Row(string Name, string Title, string Role, Side Side, int Influence, string Rung, string? Above);

    private static readonly Row[] Chinese =
    [
        new("周志强", "副总经理", "decision_maker", Side.Neutral, 3, "familiar", null),
        new("王主任", "信息部", "sponsor", Side.ForUs, 2, "trusted", "周志强"),
        new("李工", "运维", "technical_head", Side.Against, 1, "met", "王主任"),
        new("陈燕", "仓储主管", "user", Side.ForUs, 1, "approved", "周志强"),
    ];

    private static readonly Row[] English =
    [
        new("Margaret Hill", "VP Operations", "decision_maker", Side.Neutral, 3, "familiar", null),
        new("Tom Reyes", "IT director", "sponsor", Side.ForUs, 2, "trusted", "Margaret Hill"),
        new("Ines Vogel", "Site lead", "user", Side.Against, 1, "met", "Margaret Hill"),
    ];

    [Theory]
    [InlineData("zh-CN", ChatTab.Desktop)]
    [InlineData("zh-CN", ChatTab.Phone)]
    [InlineData("en-US", ChatTab.Desktop)]
    public async Task People_are_drawn_under_those_they_report_to_and_a_box_opens_them(string language, int width)
    {
        var (texts, people) = (Files.For(language), language == "zh-CN" ? Chinese : English);
        await using var kabot = await KaBotProcess.StartAsync();
        await using var tab = await ChatTab.OpenAsync(chromium, kabot.Address, language, width);
        await tab.SayAsync(texts["words.deals.new"].Split(' ')[^1] + " 恒瑞冷链");
        await tab.FillAsync(texts["newdeal.name"], "仓储系统升级");
        await tab.TapAsync(texts["newdeal.create"]);
        await tab.TapAsync(texts["question.finish"]);
        await tab.TapAsync(texts["stage.save"]);
        await tab.SeeAsync(texts["stage.saved"]);
        await tab.SayAsync(texts["words.people.show"].Split(' ')[0]);
        await tab.SeeAsync(texts["people.none"]);
        await tab.ShootAsync($"map-{language}-{width}-empty");
        foreach (var row in people)
        {
            await tab.TapAsync(texts["people.add"]);
            await FillAsync(tab, texts, row);
            await tab.TapAsync(texts["people.save"]);
            await tab.SeeAsync(row.Name);
        }
        await tab.Shown(texts["people.title"]).ScrollIntoViewIfNeededAsync();
        await tab.ShootAsync($"map-{language}-{width}");
        await tab.PassesAsync();

        await tab.Transcript.GetByText(people[0].Name).First.ClickAsync();
        await tab.SeeAsync(texts["people.form"]);
        Assert.Equal(people[0].Name, await tab.Transcript.GetByRole(AriaRole.Textbox, new() { Name = texts["people.name"] }).Last.InputValueAsync());
    }

    private static async Task FillAsync(ChatTab tab, Texts texts, Row row)
    {
        await tab.SeeAsync(texts["people.form"]);
        await tab.FillAsync(texts["people.name"], row.Name);
        await tab.FillAsync(texts["people.post"], row.Title);
        var form = tab.Transcript;
        await form.Locator($"input[type=checkbox][value={row.Role}]").Last.CheckAsync();
        await form.GetByRole(AriaRole.Combobox, new() { Name = texts["people.side"] }).Last.SelectOptionAsync(row.Side.ToString());
        await form.GetByRole(AriaRole.Combobox, new() { Name = texts["people.influence"] }).Last.SelectOptionAsync($"{row.Influence}");
        await form.GetByRole(AriaRole.Combobox, new() { Name = texts["people.ladder"] }).Last.SelectOptionAsync(row.Rung);
        if (row.Above is { } above)
            await form.GetByRole(AriaRole.Combobox, new() { Name = texts["people.above"] }).Last.SelectOptionAsync(new SelectOptionValue { Label = above });
    }
}
