using System.Text.Json;
using KaBot.Cards;
using KaBot.Chat.Terminal;
using KaBot.Storage;
using KaBot.Tests.Storage;
using KaBot.Web;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Schema;
using Microsoft.Extensions.DependencyInjection;

namespace KaBot.Tests.Chat;

/// <summary>NUL characters and halves of surrogate pairs, wherever an activity can hold them: the turn is taken on either database.</summary>
public sealed class OddCharactersTests
{
    [Theory]
    [InlineData(DatabaseKind.Sqlite), InlineData(DatabaseKind.PostgreSql)]
    public async Task They_are_taken_out_where_an_activity_enters(DatabaseKind kind)
    {
        var folder = Directory.CreateTempSubdirectory("kabot-odd-");
        string[] storage = kind == DatabaseKind.PostgreSql
            ? ["--Storage:Provider=PostgreSQL", $"--Storage:ConnectionString={await Postgres.NewDatabaseAsync()}"]
            : [$"--Storage:Path={Path.Combine(folder.FullName, "kabot.db")}"];
        await using (var app = Server.Build(["--Reminders:Enabled=false", "--Logging:LogLevel:Default=None", .. storage]))
        {
            var bot = app.Services.GetRequiredService<IBot>();
            var tap = Make(ActivityTypes.Invoke, "\0tap");
            tap.Name = "adaptiveCard/action";
            tap.Value = JsonSerializer.SerializeToElement(new { action = new { verb = Verbs.CreateDeal, data = new { account = "恒\0瑞😀", name = "仓\0储" } } });
            await new TerminalAdapter().ProcessAsync(tap, bot.OnTurnAsync, TestContext.Current.CancellationToken);
            var message = Make(ActivityTypes.Message, "say\ud800");
            message.Text = "跟进 恒\0瑞 预算50万\udc00";
            await new TerminalAdapter().ProcessAsync(message, bot.OnTurnAsync, TestContext.Current.CancellationToken);
            var store = app.Services.GetRequiredService<Store>();
            var person = await store.FindPersonAsync("test", "zhang");
            Assert.Equal("张敏\ufffd", person!.Name);
            Assert.Equal(("恒瑞😀", "仓储"), (await store.DealNamesAsync(person.Id)).Select(deal => (deal.Account, deal.Name)).Single());
            Assert.NotNull((await store.StartTurnAsync("talk", "say\ufffd")).Replies);
        }
        folder.Delete(recursive: true);
    }

    private static Activity Make(string type, string id) => new()
    {
        Type = type, Id = id, ChannelId = "test", ServiceUrl = "test:", Locale = "zh-CN", From = new ChannelAccount("zha\0ng", "张\0敏\ud83d"),
        Recipient = new ChannelAccount("bot", "KaBot"), Conversation = new ConversationAccount(id: "ta\0lk"),
    };
}
