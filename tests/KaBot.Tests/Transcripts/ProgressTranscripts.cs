using KaBot.Reminders.Delivery;
using KaBot.Storage;
using Microsoft.Extensions.DependencyInjection;
using Known = KaBot.Tests.Funnel.Deal;

namespace KaBot.Tests.Transcripts;

/// <summary>What practice does to judgement: to the rep alone, to the manager in sums, on the board by choice.</summary>
public sealed class ProgressTranscripts
{
    private static readonly DateTimeOffset January = new(2026, 1, 12, 10, 0, 0, TimeSpan.FromHours(8));

    [Fact]
    public async Task A_rep_sees_how_near_the_claims_came_and_joins_the_board()
    {
        await using var talk = await TeamAsync("zh-CN");
        await talk.ApproveAsync("zh-CN", "李强", """
            进步
            [加入练习榜]
            [退出练习榜]
            练习
            1
            进步
            """, "progress.zh-CN");
    }

    [Fact]
    public async Task Progress_in_English()
    {
        await using var talk = await TeamAsync("en-US");
        await talk.ApproveAsync("en-US", "李强", """
            progress
            [Join the board]
            """, "progress.en-US");
    }

    [Fact]
    public async Task With_few_claims_nothing_is_made_of_them()
    {
        await using var talk = new Talk();
        var said = await talk.PlayAsync("zh-CN", "新人", "进步");
        Assert.Contains("还看不出准不准", said, StringComparison.Ordinal);
        Assert.DoesNotContain("练习榜", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_manager_sees_sums_without_names_and_only_those_on_the_board_by_name()
    {
        await using var talk = await TeamAsync("zh-CN");
        await talk.PlayAsync("zh-CN", "王芳", "进步\n[加入练习榜]");
        var said = await talk.PlayAsync("zh-CN", "主管", "进步");
        Assert.Contains("团队合计（不显示姓名）", said, StringComparison.Ordinal);
        Assert.Contains("团队最容易看走眼的条件", said, StringComparison.Ordinal);
        Assert.Contains("王芳", said, StringComparison.Ordinal);
        Assert.DoesNotContain("李强", said, StringComparison.Ordinal);
        Assert.DoesNotContain("周凯", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_is_on_the_board_is_seen_by_those_who_joined_and_by_nobody_else()
    {
        await using var talk = await TeamAsync("zh-CN");
        await talk.PlayAsync("zh-CN", "王芳", "进步\n[加入练习榜]");
        Assert.DoesNotContain("王芳", await talk.PlayAsync("zh-CN", "李强", "进步"), StringComparison.Ordinal);
        Assert.Contains("王芳", await talk.PlayAsync("zh-CN", "李强", "进步\n[加入练习榜]"), StringComparison.Ordinal);
        await talk.PlayAsync("zh-CN", "王芳", "进步\n[退出练习榜]");
        Assert.DoesNotContain("王芳", await talk.PlayAsync("zh-CN", "李强", "进步"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_two_people_no_sums_are_shown()
    {
        await using var talk = await TeamAsync("zh-CN", reps: 2);
        Assert.Contains("不到 3 人", await talk.PlayAsync("zh-CN", "主管", "进步"), StringComparison.Ordinal);
    }

    /// <summary>Some reps and their manager. Each claimed intent in three months: needs were not stated in January, stated from February on (where it was saved twice and counts once).</summary>
    private static async Task<Talk> TeamAsync(string language, int reps = 3)
    {
        var talk = new Talk();
        var (store, reminders) = (talk.Services.GetRequiredService<Store>(), talk.Services.GetRequiredService<ReminderStore>());
        foreach (var name in new[] { "主管", "李强", "王芳", "周凯" }.Take(reps + 1)) await talk.PlayAsync(language, name, language == "zh-CN" ? "帮助" : "help");
        var manager = Assert.Single(await reminders.PeopleAsync("主管")).Id;
        foreach (var name in new[] { "李强", "王芳", "周凯" }.Take(reps))
        {
            var rep = Assert.Single(await reminders.PeopleAsync(name)).Id;
            await reminders.ReportAsync(rep, manager);
            List<Change> changes = [new Change.DealAdded("deal-" + rep, "恒瑞医药", "仓储系统升级", rep, January)];
            foreach (var (at, known) in new[]
            {
                (January, "material_accepted contact_made"), (January.AddDays(30), "material_accepted contact_made evaluating needs_stated visits=1"),
                (January.AddDays(31), "material_accepted contact_made evaluating needs_stated visits=1"), (January.AddDays(50), "material_accepted contact_made evaluating needs_stated visits=1"),
            })
                changes.Add(new Change.SnapshotTaken(new Snapshot($"{at:yyyyMMdd}-{name}", "deal-" + rep, 0, rep, at, "a", Known.Playbook.Version, "target", null, "intent", Known.Of(known))));
            await store.CommitTurnAsync(new TurnCommit("seed-" + rep, "a", January.AddDays(51), "{}", 0, "{}", changes));
        }
        return talk;
    }
}
