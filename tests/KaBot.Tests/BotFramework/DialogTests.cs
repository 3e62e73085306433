using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Adapters;
using Microsoft.Bot.Builder.Dialogs;
using Microsoft.Bot.Builder.Dialogs.Choices;
using Microsoft.Bot.Schema;

namespace KaBot.Tests.BotFramework;

public class DialogTests
{
    private const string Zh = "zh-CN";

    [Fact]
    public Task A_waterfall_goes_step_by_step_and_keeps_its_values() => Talk(new Order())
        .Test("hi", "Name?").Test("Ada", "How many, Ada?").Test("some", "How many, Ada?").Test("twelve", "Sure? (1) Yes or (2) No")
        .Test("yes", "Ada ordered 12.").Test("again", "Name?").StartTestAsync();

    [Fact]
    public Task A_component_can_be_left_and_its_parent_goes_on() => Talk(new Order())
        .Test("hi", "Name?").Test("cancel", "Cancelled.").Test("hi", "Name?").StartTestAsync();

    [Fact]
    public async Task Only_messages_move_a_waterfall() => await Talk(new Order())
        .Test("hi", "Name?").Send(new Activity(ActivityTypes.Event)).Test("Ada", "How many, Ada?").StartTestAsync();

    [Fact]
    public async Task A_second_root_dialog_in_one_turn_is_refused_as_in_the_SDK()
    {
        var state = new ConversationState(new MemoryStorage());
        var accessor = state.CreateProperty<DialogState>("d");
        await new TestFlow(new TestAdapter(), async (turn, token) =>
        {
            await new Order().RunAsync(turn, accessor, token);
            await Assert.ThrowsAsync<ArgumentException>(() => new Order().RunAsync(turn, accessor, token));
        }).Test("hi", "Name?").StartTestAsync();
    }

    [Fact]
    public async Task The_state_of_dialogs_can_be_built_and_read_by_others()
    {
        var stack = new List<DialogInstance> { new() { Id = "order", State = new Dictionary<string, object> { ["n"] = 1 } } };
        var accessor = new Fixed(new DialogState(stack));
        await new TestFlow(new TestAdapter(), async (turn, token) =>
        {
            var context = await new DialogSet(accessor).Add(new WaterfallDialog("order")).CreateContextAsync(turn, token);
            Assert.Equal("order", context.ActiveDialog.Id);
            await context.CancelAllDialogsAsync(token);
            Assert.Empty(stack);
            await turn.SendActivityAsync("ok", cancellationToken: token);
        }).Test("x", "ok").StartTestAsync();
    }

    [Fact]
    public async Task An_exception_says_where_in_the_dialogs_it_happened()
    {
        var adapter = new TestAdapter();
        adapter.OnTurnError = (turn, e) =>
            turn.SendActivityAsync(string.Join(">", (List<string>)((Dictionary<string, object>)e.Data["DialogContext"]!)["Stack"]));
        WaterfallStep fail = (_, _) => throw new InvalidOperationException();
        await Talk(new ComponentDialog("outer").AddDialog(new WaterfallDialog("inner", [fail])), adapter)
            .Test("x", "inner>outer").StartTestAsync();
    }

    [Fact]
    public void A_dialog_added_under_a_taken_id_gets_a_number()
    {
        var dialogs = new DialogSet().Add(new TextPrompt("p")).Add(new TextPrompt("p")).Add(new TextPrompt("p"));
        Assert.Equal(["p", "p2", "p3"], dialogs.GetDialogs().Select(dialog => dialog.Id));
    }

    [Theory]
    [InlineData("第二个", "泰康")]
    [InlineData("2", "泰康")]
    [InlineData("一", "恒瑞")]
    [InlineData("最后一个", "中粮")]
    [InlineData("中粮", "中粮")]
    [InlineData("就选 恒瑞 吧", "恒瑞")]
    [InlineData("the second one", "泰康")]
    public Task A_choice_is_known_by_its_words_its_number_or_its_place(string answer, string chosen)
    {
        var prompt = new ChoicePrompt("c") { Style = ListStyle.Inline };
        return Ask(prompt, Options("选哪个?", "恒瑞", "泰康", "中粮"), found => found.Value)
            .Send(Said("hi")).AssertReply("选哪个? (1) 恒瑞， (2) 泰康， 要么 (3) 中粮").Send(Said(answer)).AssertReply(chosen).StartTestAsync();
    }

    [Theory]
    [InlineData("是的", true)]
    [InlineData("好啊", true)]
    [InlineData("没问题", true)]
    [InlineData("可以", true)]
    [InlineData("👍", true)]
    [InlineData("1", true)]
    [InlineData("不是", false)]
    [InlineData("不行", false)]
    [InlineData("没有", false)]
    [InlineData("不可以", false)]
    [InlineData("第二个", false)]
    public Task Yes_and_no_in_Chinese(string answer, bool meaning) => Confirm(answer, meaning, Zh);

    [Theory]
    [InlineData("yes", true)]
    [InlineData("Sure, go on", true)]
    [InlineData("okay", true)]
    [InlineData("nope", false)]
    [InlineData("not ok", false)]
    [InlineData("I disagree", false)]
    public Task Yes_and_no_in_English(string answer, bool meaning) => Confirm(answer, meaning, "en-US");

    [Theory]
    [InlineData("twenty-five", 25)]
    [InlineData("about two hundred and five thousand", 205_000)]
    [InlineData("1,234", 1234)]
    [InlineData("-3.5", -3.5)]
    [InlineData("十二", 12)]
    [InlineData("一百二", 120)]
    [InlineData("一百零五个", 105)]
    [InlineData("三万五", 35_000)]
    [InlineData("3万", 30_000)]
    [InlineData("预算 120 万左右", 120)]
    [InlineData("两千零二十六", 2026)]
    [InlineData("一亿两千万", 120_000_000)]
    [InlineData("三点一四", 3.14)]
    [InlineData("６人", 6)]
    public Task Numbers_in_digits_and_words(string answer, double number) =>
        Ask(new NumberPrompt<double>("n"), Options("?"), value => value.ToString(System.Globalization.CultureInfo.InvariantCulture))
            .Test("hi", "?").Send(Said(answer)).AssertReply(number.ToString(System.Globalization.CultureInfo.InvariantCulture)).StartTestAsync();

    [Theory]
    [InlineData("1.5")]
    [InlineData("99999999999")]
    [InlineData("nothing")]
    public Task What_is_no_whole_number_is_asked_again(string answer) => Ask(new NumberPrompt<int>("n"), Options("?"), value => $"{value}")
        .Test("hi", "?").Test(answer, "?").Test("7", "7").StartTestAsync();

    [Fact]
    public Task A_validator_sees_every_attempt()
    {
        var prompt = new TextPrompt("t", async (context, token) =>
        {
            if (context.Recognized.Value == "right") return true;
            if (context.AttemptCount == 2) await context.Context.SendActivityAsync("Think!", cancellationToken: token);
            return false;
        });
        var options = Options("?");
        options.RetryPrompt = MessageFactory.Text("??");
        return Ask(prompt, options, text => text).Test("hi", "?").Test("a", "??").Test("b", "Think!").Test("right", "right").StartTestAsync();
    }

    [Theory]
    [InlineData("msteams", "personal", 3, true, false)]
    [InlineData("msteams", "groupChat", 3, false, true)]
    [InlineData("webchat", null, 3, true, false)]
    [InlineData("test", null, 3, false, false)]
    public void Choices_are_shown_as_the_channel_can(string channel, string? conversation, int count, bool suggested, bool card)
    {
        var choices = ChoiceFactory.ToChoices([.. Enumerable.Range(1, count).Select(n => $"c{n}")]);
        var message = ChoiceFactory.ForChannel(channel, choices, "?", null, null, conversation, null);
        Assert.Equal((suggested, card), (message.SuggestedActions is not null, message.Attachments is { Count: > 0 }));
    }

    private static Task Confirm(string answer, bool meaning, string locale) =>
        Ask(new ConfirmPrompt("c"), Options("?"), yes => yes ? "True" : "False")
            .Send(Said("hi", locale)).AssertReply(_ => { }).Send(Said(answer, locale)).AssertReply(meaning ? "True" : "False").StartTestAsync();

    private static Activity Said(string text, string locale = Zh) => new(ActivityTypes.Message) { Text = text, Locale = locale };

    private static PromptOptions Options(string question, params string[] choices) =>
        new() { Prompt = MessageFactory.Text(question), Choices = ChoiceFactory.ToChoices(choices) };

    /// <summary>Asks once and says what was understood.</summary>
    private static TestFlow Ask<T>(Prompt<T> prompt, PromptOptions options, Func<T, string> words)
    {
        WaterfallStep ask = (step, token) => step.PromptAsync(prompt.Id, options, token);
        WaterfallStep tell = async (step, token) =>
        {
            await step.Context.SendActivityAsync(words((T)step.Result), cancellationToken: token);
            return await step.EndDialogAsync(null, token);
        };
        return Talk(new ComponentDialog("root").AddDialog(new WaterfallDialog("w", [ask, tell])).AddDialog(prompt));
    }

    private static TestFlow Talk(Dialog dialog, TestAdapter? adapter = null)
    {
        var state = new ConversationState(new MemoryStorage());
        var accessor = state.CreateProperty<DialogState>("dialogs");
        return new TestFlow(
            (adapter ?? new TestAdapter()).Use(new AutoSaveStateMiddleware(state)), (turn, token) => dialog.RunAsync(turn, accessor, token));
    }

    private sealed class Fixed(DialogState state) : IStatePropertyAccessor<DialogState>
    {
        public string Name => "fixed";

        public Task<DialogState> GetAsync(ITurnContext turnContext, Func<DialogState> defaultValueFactory, CancellationToken cancellationToken) =>
            Task.FromResult(state);

        public Task DeleteAsync(ITurnContext turnContext, CancellationToken cancellationToken) => Task.CompletedTask;

        public Task SetAsync(ITurnContext turnContext, DialogState value, CancellationToken cancellationToken) => Task.CompletedTask;
    }

    /// <summary>A small order: a name, a number, a confirmation; "cancel" ends it at any point.</summary>
    private sealed class Order : ComponentDialog
    {
        public Order()
            : base("order")
        {
            AddDialog(new WaterfallDialog("steps", [NameAsync, CountAsync, SureAsync, DoneAsync]));
            AddDialog(new TextPrompt("text"));
            AddDialog(new NumberPrompt<int>("number"));
            AddDialog(new ConfirmPrompt("confirm") { Style = ListStyle.Inline });
        }

        protected override async Task<DialogTurnResult> OnContinueDialogAsync(DialogContext innerDc, CancellationToken cancellationToken)
        {
            if (innerDc.Context.Activity.Text != "cancel") return await base.OnContinueDialogAsync(innerDc, cancellationToken);
            await innerDc.Context.SendActivityAsync("Cancelled.", cancellationToken: cancellationToken);
            return await innerDc.CancelAllDialogsAsync(cancellationToken);
        }

        private static Task<DialogTurnResult> NameAsync(WaterfallStepContext step, CancellationToken token) =>
            step.PromptAsync("text", Options("Name?"), token);

        private static Task<DialogTurnResult> CountAsync(WaterfallStepContext step, CancellationToken token)
        {
            step.Values["name"] = step.Result;
            return step.PromptAsync("number", Options($"How many, {step.Result}?"), token);
        }

        private static Task<DialogTurnResult> SureAsync(WaterfallStepContext step, CancellationToken token)
        {
            step.Values["count"] = step.Result;
            return step.PromptAsync("confirm", Options("Sure?"), token);
        }

        private static async Task<DialogTurnResult> DoneAsync(WaterfallStepContext step, CancellationToken token)
        {
            if ((bool)step.Result)
                await step.Context.SendActivityAsync($"{step.Values["name"]} ordered {step.Values["count"]}.", cancellationToken: token);
            return await step.EndDialogAsync(null, token);
        }
    }
}
