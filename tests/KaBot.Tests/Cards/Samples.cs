using KaBot.Cards;
using KaBot.Cards.Elements;
using KaBot.Funnel.Facts;
using KaBot.Funnel.Playbooks;
using KaBot.Funnel.Stages;
using KaBot.Language;

namespace KaBot.Tests.Cards;

/// <summary>Every card, filled with a deal in 谈判 whose foundation has a gap.</summary>
internal static class Samples
{
    public static readonly Playbook Playbook = PlaybookFolder.Load(PlaybookFolder.Shipped);
    public static readonly LanguageFiles Languages = LanguageFiles.Load(LanguageFiles.Shipped);
    public static readonly DateTimeOffset Now = new(2026, 3, 5, 16, 30, 0, TimeSpan.FromHours(8));
    public static readonly DealRef Deal = new("d-01", "仓储系统升级", "恒瑞医药");
    private static readonly Names Names = new(new Dictionary<string, string> { ["u1"] = "张敏", ["u2"] = "Li Wei" });

    public static readonly FactSheet Before = FactSheet.Of(
    [
        Fact("material_accepted", new FactValue.Flag(true), -40, "资料已经寄过去了"),
        Fact("contact_made", new FactValue.Flag(true), -40, "和他们的信息科王主任通了电话"),
        Fact("visits", new FactValue.Count(2), -20, "上周又去了一次，一共两次"),
        Fact("evaluating", new FactValue.Flag(true), -20, "他们在比三家"),
        Fact("org_size", new FactValue.Choice("large"), -20, "集团公司，三千多人"),
    ]);

    public static readonly FactSheet Facts = new[]
    {
        Fact("sponsor", new FactValue.Text("信息科王主任"), 0, "项目由信息科王主任牵头"),
        Fact("project_team", new FactValue.Flag(true), 0, "项目组五个人，名单发我了"),
        Fact("decision_process", new FactValue.Flag(true), 0, "先科室评审，再上院长办公会", Certainty.Hedged),
        Fact("budget", new FactValue.Money(3_000_000m, 5_000_000m, "CNY"), 0, "预算三百到五百万"),
        Fact("core_needs", new FactValue.Text("库存不准、发货慢，月底盘点要停产两天"), 0, "库存不准、发货慢，月底盘点要停产两天"),
        Fact("go_live", new FactValue.Date(new DateOnly(2026, 9, 30)), 0, "九月底之前要上线"),
        Fact("competitors", new FactValue.List(["用友", "金蝶"]), 0, "用友和金蝶也在"),
        Fact("payer_prefers_us", new FactValue.Flag(false), 0, "财务那边还没表态"),
        Fact("price_objection", new FactValue.Flag(true), 0, "说我们比用友贵 15%"),
        Fact("amount", new FactValue.Money(3_800_000m, 3_800_000m, "CNY"), 0, "我们报了 380 万"),
        Fact("close_date", new FactValue.Date(new DateOnly(2026, 4, 30)), 0, "争取四月底签"),
    }.Aggregate(Before, (sheet, fact) => sheet.With(fact));

    public static readonly Qualification Found = Qualifier.Qualify(Playbook, Facts, Now, "closing");

    private static readonly Movement Moved = Movement.Between(Playbook, Before, "intent", Facts, Found.Earned?.Id);

    /// <summary>A card of each kind and variant, by name.</summary>
    public static IEnumerable<(string Name, Card Card)> All(Texts texts)
    {
        foreach (var (kind, fact) in new[]
        {
            ("flag", "bid_won"), ("count", "visits"), ("date", "talks_deadline"), ("money", "budget"), ("text", "core_needs"),
            ("list", "competitors"), ("choice", "org_size"), ("choices", "symptoms"),
        })
            yield return ("question-" + kind, QuestionCard.Of(texts, Question(fact)));
        yield return ("answered", AnsweredCard.Of(texts, new AnsweredView(Deal, Playbook.Fact("budget")!, Outcome.Answered, Facts["budget"]!.Value)));
        yield return ("answered-skipped", AnsweredCard.Of(texts, new AnsweredView(Deal, Playbook.Fact("budget")!, Outcome.Skipped, null)));
        yield return ("clash", ClashCard.Of(texts, new ClashView(Deal, Playbook.Fact("visits")!,
            new Contradiction(Facts["visits"]!, Fact("visits", new FactValue.Count(1), 0, "其实只去过一次")), Names)));
        yield return ("readings", ReadingsCard.Of(texts, new ReadingsView(Deal, Playbook, [Facts["budget"]!, Facts["competitors"]!, Facts["decision_process"]!])));
        yield return ("stage-open", StageCard.Of(texts, Stage(StageCardState.Open)));
        yield return ("stage-saved", StageCard.Of(texts, Stage(StageCardState.Saved)));
        yield return ("stage-first", StageCard.Of(texts, new StageView(Deal, Playbook, Qualifier.Qualify(Playbook, FactSheet.Empty, Now),
            FactSheet.Empty, null, null, Now, Names.None, StageCardState.Open, true)));
        yield return ("correct", CorrectCard.Of(texts, new CorrectView(Deal, Playbook, Facts, Names)));
        yield return ("deals", DealListCard.Of(texts, new DealListView(Lines, 0, 2, null, Now)));
        yield return ("deals-empty", DealListCard.Of(texts, new DealListView([], 0, 1, "恒瑞", Now)));
        yield return ("newdeal", NewDealCard.Of(texts, new NewDealView(Playbook.Fact("org_size"), "恒瑞医药", null, texts["newdeal.name.missing"])));
        yield return ("newdeal-held", NewDealCard.Of(texts, new NewDealView(Playbook.Fact("org_size"), "恒瑞医药", Held: true)));
        yield return ("history", HistoryCard.Of(texts, new HistoryView(Deal, Playbook,
            [new HistoryEntry(Now, "张敏", Playbook.Stage("closing"), Moved), new HistoryEntry(Now.AddDays(-20), "张敏", null,
                Movement.Between(Playbook, FactSheet.Empty, null, Before, "intent"))], 0, 2)));
        yield return ("day", DayCard.Of(texts, new DayView(Deal, Playbook, new DateOnly(2026, 3, 5), Now, "张敏", Found, Facts, Names)));
        yield return ("help", HelpCard.Of(texts));
        yield return ("claim", ClaimCard.Of(texts, new ClaimView(Deal, Playbook, "negotiation")));
        yield return ("claimed", ClaimCard.Done(texts, new ClaimView(Deal, Playbook, "negotiation")));
        yield return ("leaving", LeavingCard.Of(texts, Deal, "预算：50万元"));
        yield return ("leaving-done", LeavingCard.Done(texts, Deal, texts.Say("checkin.cancelled", ("deal", Deal.Account))));
        yield return ("deals-which", DealListCard.Of(texts, new DealListView(Lines, 0, 1, null, Now, Which: true)));
        foreach (var sample in CoachSamples.All(texts)) yield return sample;
        foreach (var sample in QuizSamples.All(texts)) yield return sample;
        yield return ("language", LanguageCard.Of(texts, Languages));
        yield return ("welcome", WelcomeCard.Of(texts, new WelcomeView("张敏", false)));
        foreach (var reminder in KaBot.Tests.Reminders.Messages.ReminderSamples.All(texts)) yield return reminder;
        foreach (var kind in Enum.GetValues<NoticeKind>())
            yield return ("notice-" + kind, NoticeCard.Of(texts, new NoticeView(kind, Deal)));
    }

    public static StageView Stage(StageCardState state) =>
        new(Deal, Playbook, Found, Facts, Moved, Now.AddDays(-20), Now, Names, state, true);

    public static QuestionView Question(string fact) => new(Deal, "q-7", Playbook.Fact(fact)!,
        new Ask(fact, AskedFor.NextStage, Playbook.Criteria.FirstOrDefault(c => c.Facts.Contains(fact)), Found.Next!.Stage), 2, 5,
        Before[fact], DateOnly.FromDateTime(Now.DateTime), Names, CanGoBack: true);

    private static readonly DealLine[] Lines =
    [
        new(Deal, Found.Earned, Found.Win, Now, false, false),
        new(new DealRef("d-02", "MES 二期", "华东重机"), Playbook.Stage("target"), 10, Now.AddDays(-1), false, true),
        new(new DealRef("d-03", "Warehouse robots", "Northwind Traders"), null, 0, null, false, false),
        new(new DealRef("d-04", "年度框架采购", "上海第一百货股份有限公司浦东新区分公司"), Playbook.Stage("recognition"), 40, Now.AddDays(-33), true, false),
    ];

    private static Fact Fact(string id, FactValue value, int day, string words, Certainty certainty = Certainty.Stated) =>
        new(id, value, certainty, Now.AddDays(day), new Evidence(words, "u1", Now.AddDays(day), "a1"));
}
