using System.Text.Encodings.Web;
using System.Text.Json;
using KaBot.Cards;
using KaBot.Chat.Terminal;
using KaBot.Storage;
using KaBot.Tests.Transcripts;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Schema;
using Microsoft.Extensions.DependencyInjection;

namespace KaBot.Tests.Chat;

/// <summary>What may come in that nobody hoped for: second clicks, other people, old cards, forged ids, huge and broken texts.</summary>
public sealed class PipelineTests : IAsyncLifetime
{
    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private readonly Talk _talk = new();
    private readonly TerminalAdapter _adapter = new();
    private int _next;
    private string _deal = "";

    public async ValueTask InitializeAsync()
    {
        await TapAsync("zhang", Verbs.CreateDeal, ("account", "恒瑞"), ("name", "仓储"));
        _deal = (await Store.DealNamesAsync((await Store.FindPersonAsync("test", "zhang"))!.Id)).Single().Id;
    }

    public ValueTask DisposeAsync() => _talk.DisposeAsync();

    private Store Store => _talk.Services.GetRequiredService<Store>();

    [Fact]
    public async Task A_button_pressed_twice_answers_once()
    {
        var question = await SayAsync("zhang", "跟进 恒瑞");
        var q = Between(question, "\"q\":\"", "\"");
        var first = await TapAsync("zhang", Verbs.Answer, ("deal", _deal), ("fact", "material_accepted"), ("q", q), ("value", "yes"));
        var second = await TapAsync("zhang", Verbs.Answer, ("deal", _deal), ("fact", "material_accepted"), ("q", q), ("value", "yes"));
        Assert.Contains("和客户的人联系上了吗", first, StringComparison.Ordinal);
        Assert.DoesNotContain("和客户的人联系上了吗", second, StringComparison.Ordinal);
        Assert.Contains("接受资料", second, StringComparison.Ordinal);
        var late = await TapAsync("zhang", Verbs.Answer, ("deal", _deal), ("fact", "material_accepted"), ("q", q), ("value", "no"));
        Assert.Contains("这个问题已经回答过了", late, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Create_pressed_twice_makes_one_deal()
    {
        await TapAsync("zhang", Verbs.CreateDeal, ("account", "恒瑞"), ("name", "仓储"));
        Assert.Single(await Store.DealNamesAsync((await Store.FindPersonAsync("test", "zhang"))!.Id));
    }

    // Told before there was a deal: it waits while the form is filled in wrongly, and goes to the deal once that is there.
    [Fact]
    public async Task News_waits_for_its_deal_whatever_the_form_lacks()
    {
        var form = await SayAsync("wang", "预算大概50万");
        Assert.Contains("刚才说的先留着", form, StringComparison.Ordinal);
        var again = await TapAsync("wang", Verbs.CreateDeal, ("account", "恒瑞"), ("name", " "));
        Assert.Contains("刚才说的先留着", again, StringComparison.Ordinal);
        Assert.Contains("请填写商机名称", again, StringComparison.Ordinal);
        Assert.Contains("50万", await TapAsync("wang", Verbs.CreateDeal, ("account", "恒瑞"), ("name", "仓储")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_persons_tap_changes_nothing_and_tells_nothing()
    {
        var other = await TapAsync("li", Verbs.Start, ("deal", _deal));
        Assert.Contains("另一位同事", other, StringComparison.Ordinal);
        Assert.DoesNotContain("恒瑞", other, StringComparison.Ordinal);
        Assert.Contains("另一位同事", await TapAsync("li", Verbs.Save, ("deal", _deal)), StringComparison.Ordinal);
        Assert.Empty(await Store.HistoryAsync(_deal));
    }

    [Fact]
    public async Task An_old_card_says_so_and_shows_the_way()
    {
        await SayAsync("zhang", "是");
        await SayAsync("zhang", "保存");
        var saved = await TapAsync("zhang", Verbs.Save, ("deal", _deal));
        Assert.Contains("已经保存过了", saved, StringComparison.Ordinal);
        Assert.Contains("已经过期", await TapAsync("zhang", Verbs.Answer, ("deal", _deal), ("fact", "budget"), ("q", "1-1"), ("value", "open")), StringComparison.Ordinal);
        Assert.Single(await Store.HistoryAsync(_deal));
        // Correcting from an old card opens a new check-in at that fact.
        Assert.Contains("预算", await TapAsync("zhang", Verbs.Edit, ("deal", _deal), ("fact", "budget")), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Verbs.Start, "deal", "forged")]
    [InlineData(Verbs.Start, "deal", "' or 1=1 --")]
    [InlineData(Verbs.History, "deal", "")]
    [InlineData(Verbs.Save, "deal", "0123456789012345678901234567890123456789012345678901234567890123456789")]
    public async Task A_forged_deal_is_not_found(string verb, string name, string value) =>
        Assert.Contains("没有找到这个商机", await TapAsync("zhang", verb, (name, value)), StringComparison.Ordinal);

    [Theory]
    [InlineData("nonsense.verb")]
    [InlineData("checkin.nonsense")]
    [InlineData("")]
    [InlineData("....")]
    public async Task An_unknown_button_is_answered(string verb) => Assert.NotEqual("", await TapAsync("zhang", verb, ("deal", _deal)));

    [Fact]
    public async Task A_huge_text_is_refused_whole_and_politely()
    {
        Assert.Contains("太长了", await SayAsync("zhang", new string('长', 8001)), StringComparison.Ordinal);
        Assert.DoesNotContain("太长了", await SayAsync("zhang", new string('长', 8000)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\u0000\u0001\u0008预算50万\u200b\u0007")]
    [InlineData("\ud800预算50万\udc00")]
    [InlineData("<at>KaBot</at> 预算50万")]
    [InlineData("预算50万 <script>alert(1)</script> [link](javascript:x)")]
    public async Task Odd_characters_do_no_harm(string text) => Assert.Contains("50万元", await SayAsync("zhang", text), StringComparison.Ordinal);

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("\u200b")]
    public async Task An_empty_message_is_answered(string text) => Assert.NotEqual("", await SayAsync("zhang", text));

    [Fact]
    public async Task A_redelivered_activity_is_recorded_once_and_not_answered_again()
    {
        var save = Message("zhang", "保存");
        await SayAsync("zhang", "是");
        Assert.Contains("已保存", await TakeAsync(save), StringComparison.Ordinal);
        Assert.Equal("", await TakeAsync(save));
        Assert.Single(await Store.HistoryAsync(_deal));
    }

    [Fact]
    public async Task Quick_messages_are_taken_one_at_a_time()
    {
        var bot = _talk.Services.GetRequiredService<IBot>();
        await Task.WhenAll(Enumerable.Range(0, 12).Select(n => new TerminalAdapter().ProcessAsync(Message("zhang", n % 2 == 0 ? "是" : "没有"), bot.OnTurnAsync, default)));
        Assert.Contains("已保存", await SayAsync("zhang", "保存"), StringComparison.Ordinal);
    }

    private Task<string> SayAsync(string user, string text) => TakeAsync(Message(user, text));

    private Task<string> TapAsync(string user, string verb, params (string Name, string Value)[] data)
    {
        var tap = Make(user, ActivityTypes.Invoke);
        tap.Name = "adaptiveCard/action";
        tap.Value = JsonSerializer.SerializeToElement(new
        {
            action = new { type = "Action.Execute", verb, data = data.ToDictionary(pair => pair.Name, pair => pair.Value) },
        });
        return TakeAsync(tap);
    }

    private async Task<string> TakeAsync(Activity activity)
    {
        var sent = await _adapter.ProcessAsync(activity, _talk.Services.GetRequiredService<IBot>().OnTurnAsync, TestContext.Current.CancellationToken);
        return string.Join('\n', sent.Select(said => said.Type == ActivityTypesEx.InvokeResponse
            ? JsonSerializer.Serialize(((InvokeResponse)said.Value).Body, Plain)
            : said.Text ?? JsonSerializer.Serialize(said.Attachments.Select(card => card.Content), Plain)));
    }

    private Activity Message(string user, string text)
    {
        var message = Make(user, ActivityTypes.Message);
        message.Text = text;
        return message;
    }

    private Activity Make(string user, string type) => new()
    {
        Type = type, Id = $"a{Interlocked.Increment(ref _next)}", ChannelId = "test", ServiceUrl = "test:", Locale = "zh-CN",
        From = new ChannelAccount(user, user), Recipient = new ChannelAccount("bot", "KaBot"), Conversation = new ConversationAccount(id: "talk-" + user),
    };

    private static string Between(string text, string start, string end)
    {
        var from = text.IndexOf(start, StringComparison.Ordinal) + start.Length;
        return text[from..text.IndexOf(end, from, StringComparison.Ordinal)];
    }
}
