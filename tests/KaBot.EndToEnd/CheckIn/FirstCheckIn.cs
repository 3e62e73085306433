using KaBot.EndToEnd.Parts;
using KaBot.Language;

namespace KaBot.EndToEnd.CheckIn;

/// <summary>A rep's first check-in in Chinese, the same in every client: a new deal, an answer tapped, one typed, the stage card, saved.</summary>
internal static class FirstCheckIn
{
    private static readonly Texts Words = LanguageFiles.Load(LanguageFiles.Shipped).For("zh-CN");

    public static async Task TakeAsync(IChat chat, string pictures)
    {
        await chat.ShootAsync($"{pictures}-1-begin");
        await chat.SayAsync(Words["words.deals.new"].Split(' ')[0]);
        await chat.FillAsync(Words["newdeal.account"], "恒瑞冷链");
        await chat.FillAsync(Words["newdeal.name"], "仓储系统升级");
        await chat.ShootAsync($"{pictures}-2-new");
        await chat.TapAsync(Words["newdeal.create"]);
        await chat.SeeAsync(Question(1));
        await chat.ShootAsync($"{pictures}-3-question");
        await chat.TapAsync(Words["answer.yes"]);
        await chat.SeeAsync(Question(2));
        await chat.SayAsync("联系上了，预算50万");
        await chat.SeeAsync(Words.Say("common.quote", ("words", "预算50万")));
        await chat.SeeAsync(Question(3));
        await chat.ShootAsync($"{pictures}-4-readings");
        await chat.TapAsync(Words["question.finish"]);
        await chat.SeeAsync(Words["stage.funnel"]);
        await chat.ShootAsync($"{pictures}-5-stage");
        await chat.TapAsync(Words["stage.save"]);
        await chat.SeeAsync(Words["stage.saved"]);
        await chat.ShootAsync($"{pictures}-6-saved");
    }

    /// <summary>Finds the check-in in the history, and the deal as it stood that day.</summary>
    public static async Task LookBackAsync(IChat chat, string pictures)
    {
        await chat.SayAsync(Words["words.history.list"].Split(' ')[0]);
        await chat.SeeAsync(Words["history.title"]);
        await chat.SeeAsync(Words.Say("changes.new", ("after", "50万元")));
        await chat.ShootAsync($"{pictures}-7-history");
        await chat.TapAsync(Words["history.show"]);
        await chat.SeeAsync(Words["day.saved"].Split('{')[0]);
        await chat.ShootAsync($"{pictures}-8-day");
    }

    private static string Question(int number) => Words.Say("question.progress", ("number", number), ("of", KaBot.CheckIn.Draft.Round));
}
