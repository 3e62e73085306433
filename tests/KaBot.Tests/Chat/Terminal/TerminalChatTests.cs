using KaBot.Cards;
using KaBot.Cards.Elements;
using KaBot.Chat;
using KaBot.Chat.Terminal;
using KaBot.Tests.Cards;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Schema;
using Microsoft.Extensions.Time.Testing;

namespace KaBot.Tests.Chat.Terminal;

public sealed class TerminalChatTests
{
    private static readonly KaBot.Language.Texts Texts = Samples.Languages.For("en-US");
    private readonly List<Activity> _arrived = [];

    [Fact]
    public async Task What_is_typed_is_a_message_and_an_option_is_a_tap()
    {
        var shown = await TalkAsync(QuestionCard.Of(Texts, Samples.Question("bid_won")), "hello", "1", "exit");
        Assert.Equal(["conversationUpdate", "message", "invoke"], _arrived.Select(activity => activity.Type));
        Assert.Equal("hello", _arrived[1].Text);
        var tap = Incoming.Tap(_arrived[2])!;
        Assert.Equal((Verbs.Answer, "yes", "bid_won", "q-7"), (tap.Name, tap["value"], tap["fact"], tap["q"]));
        Assert.Contains("Did we win the tender?", shown, StringComparison.Ordinal);
        Assert.Contains("[1] Yes  [2] No", shown, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_number_is_the_answer_where_a_number_is_asked_for()
    {
        await TalkAsync(QuestionCard.Of(Texts, Samples.Question("visits")), "3", "B");
        Assert.Equal("3", _arrived[1].Text);
        Assert.Equal("3", Incoming.Tap(_arrived[2])!["value"]);
    }

    [Fact]
    public async Task The_fields_of_a_form_are_asked_for_one_by_one()
    {
        var shown = await TalkAsync(NewDealCard.Of(Texts, new NewDealView(Samples.Playbook.Fact("org_size"))), "a", "", "Northwind", "Robots", "9", "2");
        var tap = Incoming.Tap(_arrived[1])!;
        Assert.Equal((Verbs.CreateDeal, "Northwind", "Robots", "large"), (tap.Name, tap["account"], tap["name"], tap["size"]));
        Assert.Contains("This is needed.", shown, StringComparison.Ordinal);
        Assert.Contains("Please type a number.", shown, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_form_left_at_the_end_of_input_sends_nothing()
    {
        await TalkAsync(NewDealCard.Of(Texts, new NewDealView(null)), "a", "Northwind");
        Assert.Single(_arrived);
    }

    [Fact]
    public async Task What_is_folded_away_opens_and_its_buttons_still_work()
    {
        var shown = await TalkAsync(StageCard.Of(Texts, Samples.Stage(StageCardState.Open)), "+", "1");
        Assert.Contains("They are comparing or selecting", shown, StringComparison.Ordinal);
        Assert.Equal(Verbs.Save, Incoming.Tap(_arrived[1])!.Name);
    }

    /// <summary>Talks with a bot that answers everything with one card: a message by a message, a tap by replacing the card.</summary>
    private async Task<string> TalkAsync(Card card, params string[] lines)
    {
        var adapter = new TerminalAdapter();
        using var output = new StringWriter();
        var chat = new TerminalChat((activity, cancellation) => adapter.ProcessAsync(activity, (context, _) =>
        {
            _arrived.Add(activity);
            return context.SendActivityAsync(activity.Type == ActivityTypes.Invoke ? Replaced(card) : Sent(card), cancellation);
        }, cancellation), new StringReader(string.Join('\n', lines)), output, Texts, new FakeTimeProvider(Samples.Now));
        await chat.RunAsync(TestContext.Current.CancellationToken);
        return output.ToString();
    }

    private static Activity Sent(Card card) => (Activity)MessageFactory.Attachment(new Attachment { ContentType = Card.ContentType, Content = card.Render() });

    private static Activity Replaced(Card card) => new()
    {
        Type = ActivityTypesEx.InvokeResponse,
        Value = new InvokeResponse { Status = 200, Body = new AdaptiveCardInvokeResponse { StatusCode = 200, Type = Card.ContentType, Value = card.Render() } },
    };
}
