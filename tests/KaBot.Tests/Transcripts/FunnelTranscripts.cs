using KaBot.Funnel.Facts;
using KaBot.Funnel.Stages;
using KaBot.Reminders.Delivery;
using KaBot.Storage;
using Microsoft.Extensions.DependencyInjection;
using Fact = KaBot.Funnel.Facts.Fact;
using Known = KaBot.Tests.Funnel.Deal;

namespace KaBot.Tests.Transcripts;

/// <summary>The funnel as a whole: a rep's own, a manager's team's, and what is said while there is little to tell from.</summary>
public sealed class FunnelTranscripts
{
    private const string Target = "contact_made material_accepted";
    private const string Intent = Target + " visits=1 evaluating needs_stated";
    private const string Negotiation = Intent + " their_contract price_objection";
    private static readonly DateTimeOffset Now = new(2026, 3, 5, 10, 0, 0, TimeSpan.FromHours(8));

    [Theory]
    [InlineData("zh-CN", "漏斗", "漏斗 再大一点", "漏斗 800万")]
    [InlineData("en-US", "funnel", "funnel a bit more", "funnel 8 million CNY")]
    public async Task A_funnel_with_too_little_in_the_middle_and_a_target(string language, params string[] said)
    {
        await using var talk = new Talk();
        await SeedAsync(talk, language, "李强", said[0]);
        await talk.ApproveAsync(language, "李强", string.Join('\n', said), "funnel." + language);
    }

    [Theory]
    [InlineData("zh-CN", "漏斗", "我有几个商机在谈判", "我这个月能签多少钱", "哪些单子没有预算", "哪个单子最危险")]
    [InlineData("en-US", "funnel", "how many deals have I got in Negotiation?", "which deals close in April?", "what's my forecast for Q2?", "which deals have no budget?")]
    public async Task Questions_about_all_deals_are_answered_from_them(string language, params string[] said)
    {
        await using var talk = new Talk();
        await SeedAsync(talk, language, "李强", said[0]);
        await talk.ApproveAsync(language, "李强", string.Join('\n', said[1..]), "funnel-asked." + language);
    }

    [Fact]
    public async Task Little_is_said_of_few_deals_and_nothing_of_none()
    {
        await using var talk = new Talk();
        await talk.ApproveAsync("zh-CN", "张敏", """
            漏斗
            新建 恒瑞冷链
            [创建并开始跟进]
            <enter>
            仓储系统升级
            1
            保存
            漏斗
            """, "funnel-few.zh-CN");
    }

    [Fact]
    public async Task A_manager_sees_the_teams_and_a_rep_only_their_own()
    {
        await using var talk = new Talk();
        await SeedAsync(talk, "zh-CN", "李强", "帮助");
        await talk.PlayAsync("zh-CN", "主管", "帮助");
        var reminders = talk.Services.GetRequiredService<ReminderStore>();
        await reminders.ReportAsync(Assert.Single(await reminders.PeopleAsync("李强")).Id, Assert.Single(await reminders.PeopleAsync("主管")).Id);
        var said = await talk.PlayAsync("zh-CN", "主管", "漏斗\n[看团队的]\n[看我自己的]");
        Assert.Contains("团队漏斗（1 人）", said, StringComparison.Ordinal);
        Assert.Contains("进行中 10 个商机", said, StringComparison.Ordinal);
        var own = await talk.PlayAsync("zh-CN", "李强", "漏斗");
        Assert.DoesNotContain("团队", own, StringComparison.Ordinal);
    }

    /// <summary>Ten open deals, most of them in the talks, and what became of others in the months before.</summary>
    private static async Task SeedAsync(Talk talk, string language, string name, string hello)
    {
        await talk.PlayAsync(language, name, hello);
        var owner = Assert.Single(await talk.Services.GetRequiredService<ReminderStore>().PeopleAsync(name)).Id;
        List<Change> changes = [];
        Add("恒瑞医药", 300_000, 26, (-80, Target), (-60, Intent), (-50, Negotiation));
        Add("华东重机", 500_000, 12, (-70, Target), (-55, Intent), (-10, Negotiation));
        Add("上海第一百货", 800_000, 40, (-90, Target), (-70, Intent), (-12, Negotiation));
        Add("海岳冷链", 1_200_000, 70, (-30, Target), (-8, Negotiation));
        Add("Northwind Traders", null, null, (-20, Negotiation));
        Add("云川乳业", 600_000, 90, (-40, Target), (-20, Intent));
        Add("启元电子", null, null, (-60, Target));
        foreach (var customer in new[] { "新野农机", "联合纸业" }) Add(customer, 200_000, null, (-9, Target));
        Add("金桥物业", null, null, (-2, "contact_made"));
        foreach (var (customer, outcome) in new[] { ("东湖医院", "lost"), ("西岭水务", "lost"), ("北方轮胎", "stalled"), ("南珠航运", "won") })
            Add(customer, 400_000, null, (-100, Target), (-75, Intent), (-25, Intent + $" outcome={outcome}"));
        await talk.Services.GetRequiredService<Store>().CommitTurnAsync(new TurnCommit("seed", "a", Now, "{}", 0, "{}", changes));

        void Add(string customer, long? amount, int? close, params (int Day, string Known)[] moments)
        {
            changes.Add(new Change.DealAdded("deal-" + customer, customer, "一期", owner, Now.AddDays(moments[0].Day)));
            foreach (var (day, known) in moments)
            {
                var facts = Known.Of(known);
                if (amount is { } worth) facts = facts.With(new Fact("amount", new FactValue.Money(worth, worth, "CNY"), Certainty.Stated, Now));
                if (close is { } days) facts = facts.With(new Fact("close_date", new FactValue.Date(DateOnly.FromDateTime(Now.DateTime).AddDays(days)), Certainty.Stated, Now));
                var found = Qualifier.Qualify(Known.Playbook, facts, Now);
                changes.Add(new Change.SnapshotTaken(new Snapshot(Ids.New(Now.AddDays(day)), "deal-" + customer, 0, owner, Now.AddDays(day), "a",
                    Known.Playbook.Version, found.Earned?.Id, found.Solid?.Id, null, facts)));
            }
        }
    }
}
