using KaBot.Chat;
using KaBot.Storage;
using KaBot.Tests.Transcripts;
using Microsoft.Bot.Schema;
using Microsoft.Extensions.DependencyInjection;

namespace KaBot.Tests.Chat;

public sealed class LocalTimeTests
{
    private static readonly DateTimeOffset Evening = new(2026, 3, 4, 18, 30, 0, TimeSpan.Zero);

    [Fact]
    public async Task A_message_is_of_the_zone_it_names_or_else_of_the_reps_and_its_day_is_the_reps_day()
    {
        await using var talk = new Talk();
        var time = talk.Services.GetRequiredService<LocalTime>();
        Assert.Equal("2026-03-05 02:30 +08:00", await Of(new Activity { Timestamp = Evening }, null));
        Assert.Equal("2026-03-04 19:30 +01:00", await Of(new Activity { Timestamp = Evening, LocalTimezone = "Europe/Berlin" }, null));
        Assert.Equal("2026-03-04 19:30 +01:00", await Of(new Activity { LocalTimestamp = Evening, LocalTimezone = "Europe/Berlin" }, null));
        Assert.Equal("2026-03-04 13:30 -05:00", await Of(new Activity { Timestamp = Evening, LocalTimestamp = Evening.ToOffset(TimeSpan.FromHours(-5)) }, null));

        await talk.PlayAsync("zh-CN", "张敏", "提醒 时区 Asia/Tokyo");
        var person = await talk.Services.GetRequiredService<Store>().FindPersonAsync("terminal", "张敏");
        Assert.Equal("2026-03-05 03:30 +09:00", await Of(new Activity { Timestamp = Evening }, person!.Id));

        async Task<string> Of(Activity activity, string? person) => $"{await time.OfAsync(activity, person):yyyy-MM-dd HH:mm zzz}";
    }
}
