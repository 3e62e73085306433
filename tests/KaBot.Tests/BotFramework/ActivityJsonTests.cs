using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Bot.Schema;

namespace KaBot.Tests.BotFramework;

public class ActivityJsonTests
{
    [Fact]
    public void What_no_type_names_survives_a_round_trip()
    {
        const string Text = """{"type":"message","from":{"id":"u","email":"a@x"},"attachments":[{"contentType":"t","odd":[1]}],"weird":{"a":null}}""";
        var activity = Read(Text);
        Assert.Equal("a@x", activity.From.Properties["email"]!.GetValue<string>());
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(Text), JsonNode.Parse(Write(activity))));
    }

    [Fact]
    public void What_is_added_to_the_unknown_is_written()
    {
        var account = new ChannelAccount("u");
        account.Properties["email"] = "a@x";
        Assert.Equal("""{"id":"u","email":"a@x"}""", Write(account));
    }

    [Fact]
    public void Names_in_another_case_and_numbers_for_texts_are_read()
    {
        var activity = Read("""{"Type":"message","ID":7,"Text":"x"}""");
        Assert.Equal(("message", "7", "x"), (activity.Type, activity.Id, activity.Text));
    }

    [Theory]
    [InlineData("2026-11-23T09:00:00Z")]
    [InlineData("2026-11-23T17:00:00.0000000+08:00")]
    [InlineData("2026-11-23 09:00")]
    public void Times_are_read_as_channels_write_them(string time) => Assert.Equal(
        new DateTimeOffset(2026, 11, 23, 9, 0, 0, TimeSpan.Zero), Read($$"""{"type":"message","timestamp":"{{time}}"}""").Timestamp);

    [Fact]
    public void A_value_is_a_text_a_number_a_flag_or_JSON()
    {
        Assert.Equal("x", Read("""{"value":"x"}""").Value);
        Assert.Equal(3L, Read("""{"value":3}""").Value);
        Assert.Equal(true, Read("""{"value":true}""").Value);
        Assert.Equal(JsonValueKind.Object, Assert.IsType<JsonElement>(Read("""{"value":{"a":1}}""").Value).ValueKind);
    }

    [Fact]
    public void Content_is_written_from_dictionaries_JSON_and_cards()
    {
        var activity = new Activity(ActivityTypes.Message)
        {
            Attachments =
            [
                new Attachment("a", content: new Dictionary<string, object?> { ["列表"] = new List<object?> { 1, "二", null, 1.5m, JsonValue.Create(true) } }),
                new Attachment("b", content: JsonDocument.Parse("""{"x":[]}""").RootElement),
                new HeroCard("T", buttons: ["go"]).ToAttachment(),
            ],
        };
        Assert.Equal(
            """{"type":"message","attachments":[{"contentType":"a","content":{"列表":[1,"二",null,1.5,true]}},{"contentType":"b","content":{"x":[]}},"""
            + """{"contentType":"application/vnd.microsoft.card.hero","content":{"title":"T","buttons":[{"title":"go","value":"go"}]}}]}""",
            Write(activity));
    }

    [Fact]
    public void Mentions_are_found_and_taken_out()
    {
        var activity = Read("""
            {"type":"message","text":"<at>KaBot</at> 跟进 恒瑞","recipient":{"id":"bot"},"entities":[
              {"type":"mention","mentioned":{"id":"bot","name":"KaBot"},"text":"<at>KaBot</at>"},{"type":"clientInfo","locale":"zh-CN"}]}
            """);
        Assert.True(activity.MentionsRecipient());
        Assert.Equal("跟进 恒瑞", activity.RemoveRecipientMention());
        Assert.Equal("zh-CN", activity.Entities[1].Properties["locale"]!.GetValue<string>());
    }

    [Fact]
    public void A_list_of_entities_writes_derived_ones_whole()
    {
        var activity = new Activity { Entities = [new Mention(new ChannelAccount("u"), "<at>u</at>")] };
        Assert.Contains("\"mentioned\":{\"id\":\"u\"}", Write(activity), StringComparison.Ordinal);
    }

    [Fact]
    public void A_conversation_update_in_web_chat_is_not_replied_to_by_id()
    {
        var update = new Activity { Type = "conversationUpdate", Id = "1", ChannelId = "webchat" };
        Assert.Null(update.GetConversationReference().ActivityId);
        update.ChannelId = "msteams";
        Assert.Equal("1", update.GetConversationReference().ActivityId);
    }

    [Fact]
    public void Channel_data_is_read_as_a_type_where_it_can_be()
    {
        var activity = Read("""{"channelData":{"tenant":{"id":"t-1"}}}""");
        Assert.Equal("t-1", activity.GetChannelData<Microsoft.Bot.Schema.Teams.TeamsChannelData>().Tenant.Id);
        activity.ChannelData = 5;
        Assert.False(activity.TryGetChannelData<ChannelAccount>(out _));
        Assert.Throws<InvalidCastException>(() => activity.GetChannelData<ChannelAccount>());
    }

    private static Activity Read(string json) => JsonSerializer.Deserialize<Activity>(json, SchemaJson.Options)!;

    private static string Write<T>(T value) => JsonSerializer.Serialize(value, SchemaJson.Options);
}
