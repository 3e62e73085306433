using System.Text.Json.Nodes;
using KaBot.Web.DirectLine;
using Microsoft.Extensions.Time.Testing;

namespace KaBot.Tests.Web;

/// <summary>Memory is bounded: logs of activities and the conversations themselves.</summary>
public sealed class ConversationTests
{
    private static JsonObject Activity(string id, string text = "") => new() { ["id"] = id, ["text"] = text };

    [Fact]
    public void The_oldest_activities_leave_first()
    {
        var conversation = new Conversation("c", "now");
        for (var n = 0; n < 500; n++) conversation.Put(Activity($"{n}"));
        Assert.Equal(200, conversation.Since(null).Count);
        Assert.Null(conversation.Find("299"));
        Assert.NotNull(conversation.Find("300"));
    }

    [Fact]
    public void Large_activities_leave_sooner_but_the_newest_stays()
    {
        var conversation = new Conversation("c", "now");
        for (var n = 0; n < 10; n++) conversation.Put(Activity($"{n}", new string('x', 300_000)));
        Assert.Equal(3, conversation.Since(null).Count);
        conversation.Put(Activity("huge", new string('x', 2_000_000)));
        Assert.Equal(1, conversation.Since(null).Count);
    }

    [Fact]
    public async Task A_change_wakes_who_waits_for_it()
    {
        var conversation = new Conversation("c", "now");
        var news = conversation.Since(null);
        Assert.False(news.Changed.IsCompleted);
        conversation.Put(Activity("1"));
        await news.Changed;
        Assert.Equal(1, conversation.Since(news.Watermark).Count);
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("7")]
    [InlineData("other-life.1")]
    public void A_watermark_of_another_make_gets_everything(string watermark)
    {
        var conversation = new Conversation("c", "now");
        conversation.Put(Activity("1"));
        Assert.Equal(1, conversation.Since(watermark).Count);
    }

    [Fact]
    public void Conversations_are_forgotten_when_idle_or_too_many()
    {
        var time = new FakeTimeProvider();
        var all = new Conversations(time);
        var first = all.Open("first");
        Assert.Same(first, all.Open("first"));
        time.Advance(TimeSpan.FromHours(13));
        all.Open("second");
        Assert.Equal(1, all.Count);
        for (var n = 0; n < 300; n++)
        {
            time.Advance(TimeSpan.FromSeconds(1));
            all.Open($"{n}");
        }
        Assert.Equal(100, all.Count);
        Assert.NotSame(first, all.Open("first"));
    }
}
