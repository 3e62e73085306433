using KaBot.EndToEnd.Parts;
using KaBot.Funnel.Playbooks;
using KaBot.Language;
using Microsoft.Playwright;

namespace KaBot.EndToEnd.Quiz;

/// <summary>The quizzes on the chat page of the real program, tapped and typed through; then what they show of the rep and the funnel.</summary>
public sealed class PageQuizTests(Chromium chromium)
{
    private const int MostQuestions = 12;
    private static readonly LanguageFiles Files = LanguageFiles.Load(LanguageFiles.Shipped);
    private static readonly Playbook Playbook = PlaybookFolder.Load(PlaybookFolder.Shipped);

    [Theory]
    [InlineData("zh-CN", ChatTab.Desktop, "恒瑞冷链", "王主任上周说我们比别家贵", "资料他们收了，上周和王主任通了电话")]
    [InlineData("en-US", ChatTab.Phone, "Northwind", "Their buyer said on Monday that we are too expensive", "They took our brochure and I spoke with their CIO on the phone")]
    public async Task A_deal_is_qualified_then_five_items_are_practised(string language, int width, string customer, string why, string news)
    {
        var words = Files.For(language);
        await using var kabot = await KaBotProcess.StartAsync();
        await using var tab = await ChatTab.OpenAsync(chromium, kabot.Address, language, width);
        await NewDealAsync(tab, words, customer);
        await QualifyAsync(tab, words, why, news);
        await PractiseAsync(tab, words);
        await tab.SayAsync(words["words.funnel.show"].Split(' ')[language == "zh-CN" ? 0 : 2]);
        await tab.SeeAsync(words["funnel.title"]);
        await tab.ShootAsync($"quiz-{language}-8-funnel");
        await tab.PassesAsync();
    }

    private static async Task NewDealAsync(ChatTab tab, Texts words, string customer)
    {
        await tab.SeeAsync(words["welcome.first"]);
        await tab.SayAsync(words.Chinese ? "新建" : "new");
        await tab.FillAsync(words["newdeal.account"], customer);
        await tab.FillAsync(words["newdeal.name"], words.Chinese ? "仓储系统升级" : "Warehouse robots");
        await tab.TapAsync(words["newdeal.create"]);
        await tab.TapAsync(words["question.finish"]);
        await tab.SeeAsync(words["stage.funnel"]);
        await tab.TapAsync(words["stage.save"]);
        await tab.SeeAsync(words["stage.saved"]);
    }

    private static async Task QualifyAsync(ChatTab tab, Texts words, string why, string news)
    {
        await tab.SayAsync(words.Chinese ? "测一测" : "qualify");
        await tab.SeeAsync(words["quiz.claim"]);
        await tab.ShootAsync($"quiz-{words.Language}-1-claim");
        await tab.TapAsync(Stage(words, "closing"));
        var (save, ticked, told) = (tab.Button(words["quiz.save"]), false, false);
        for (var asked = 1; asked <= MostQuestions; asked++)
        {
            await tab.Shown(words.Say("quiz.progress", ("number", asked))).Or(save).First.UntilSeenAsync();
            if (await save.IsVisibleAsync()) break;
            if (!ticked && (ticked = await IsAskedAsync(tab, words, "negotiation"))) await TickAsync(tab, words, why);
            else if (!told && (told = await IsAskedAsync(tab, words, "target"))) await tab.SayAsync(news);
            else await tab.TapAsync(words[await tab.Button(words["quiz.none"]).IsVisibleAsync() ? "quiz.none" : "answer.unknown"]);
        }
        Assert.True(ticked && told, "the quiz asked of neither end of the funnel");
        await tab.SeeAsync(words["quiz.solid"]);
        await tab.SeeAsync(words.Say("common.quote", ("words", why)));
        await tab.ShootAsync($"quiz-{words.Language}-3-result");
        await tab.TapAsync(words["quiz.save"]);
        await tab.SeeAsync(words["stage.saved"]);
        await tab.SeeAsync(words["coach.advice"]);
        await tab.ShootAsync($"quiz-{words.Language}-4-saved");
    }

    private static async Task PractiseAsync(ChatTab tab, Texts words)
    {
        await tab.SayAsync(words.Chinese ? "练习" : "practice");
        for (var place = 1; place <= 5; place++)
        {
            await tab.SeeAsync(words.Say("practice.progress", ("number", place), ("of", 5)));
            if (place == 2) await tab.ShootAsync($"quiz-{words.Language}-5-item");
            await tab.Transcript.Locator("button.ac-pushButton:not([disabled])").Last.ClickAsync();
            await tab.Shown(words["practice.right"]).Or(tab.Shown(words["practice.wrong"])).First.UntilSeenAsync();
        }
        await tab.SeeAsync(words["practice.again"]);
        await tab.ShootAsync($"quiz-{words.Language}-6-done");
        await tab.TapAsync(words["progress.open"]);
        await tab.SeeAsync(words["progress.title"]);
        await tab.ShootAsync($"quiz-{words.Language}-7-progress");
    }

    /// <summary>A yes is ticked, and not taken without a word on what it rests on.</summary>
    private static async Task TickAsync(ChatTab tab, Texts words, string why)
    {
        var price = tab.Transcript.GetByRole(AriaRole.Checkbox, new() { Name = words.Say(Playbook.Fact("price_objection")!.Name) }).Last;
        await price.CheckAsync();
        await tab.TapAsync(words["answer.send"]);
        await tab.SeeAsync(words["quiz.why.missing"]);
        await price.CheckAsync();
        await tab.FillAsync(words["quiz.why"], why);
        await tab.ShootAsync($"quiz-{words.Language}-2-why");
        await tab.TapAsync(words["answer.send"]);
    }

    private static Task<bool> IsAskedAsync(ChatTab tab, Texts words, string stage) => tab.Shown(words.Say("quiz.ask", ("stage", Stage(words, stage)))).IsVisibleAsync();

    private static string Stage(Texts words, string id) => words.Say(Playbook.Stage(id)!.Name);
}
