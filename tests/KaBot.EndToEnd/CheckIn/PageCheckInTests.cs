using KaBot.EndToEnd.Parts;

namespace KaBot.EndToEnd.CheckIn;

/// <summary>A rep's whole check-in on the chat page of the real program, in Chinese, at both widths; the server restarts before she looks back.</summary>
public sealed class PageCheckInTests(Chromium chromium)
{
    [Theory]
    [InlineData(ChatTab.Desktop)]
    [InlineData(ChatTab.Phone)]
    public async Task A_check_in_and_after_a_restart_its_history(int width)
    {
        await using var kabot = await KaBotProcess.StartAsync();
        await using var tab = await ChatTab.OpenAsync(chromium, kabot.Address, width: width);
        await tab.SeeAsync("新建第一个商机");
        await tab.ShootAsync($"checkin-1-welcome-{width}");
        await tab.SayAsync("新建 恒瑞冷链");
        await tab.Transcript.GetByLabel("商机名称").FillAsync("仓储系统升级");
        await tab.ShootAsync($"checkin-2-new-{width}");
        await tab.TapAsync("创建并开始跟进");
        await tab.SeeAsync("客户愿意收我们的资料吗");
        await tab.ShootAsync($"checkin-3-question-{width}");
        await tab.TapAsync("是");
        await tab.SeeAsync("和客户的人联系上了吗");
        await tab.SayAsync("联系上了，预算50万");
        await tab.SeeAsync("“预算50万”");
        await tab.ShootAsync($"checkin-4-readings-{width}");
        await tab.TapAsync("先到这");
        await tab.SeeAsync("各阶段的依据");
        await tab.ShootAsync($"checkin-5-stage-{width}");
        await tab.TapAsync("保存");
        await tab.SeeAsync("✓ 已保存");
        await tab.ShootAsync($"checkin-6-saved-{width}");
        Assert.Equal([], await tab.AxeAsync());
        Assert.True(tab.Complaints.IsEmpty, string.Join("\n", tab.Complaints));

        Assert.Equal(0, await kabot.StopAsync());
        await tab.SeeStateAsync("重新连接");
        await kabot.StartAgainAsync();
        await tab.Page.ReloadAsync();
        await tab.SeeStateAsync("");
        await tab.SayAsync("历史");
        await tab.SeeAsync("跟进历史");
        await tab.SeeAsync("预算：50万元（新）");
        await tab.ShootAsync($"checkin-7-history-{width}");
        await tab.TapAsync("查看当天");
        await tab.SeeAsync("的情况");
        await tab.ShootAsync($"checkin-8-day-{width}");
    }
}
