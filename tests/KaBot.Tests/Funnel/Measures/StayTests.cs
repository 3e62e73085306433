using KaBot.Funnel.Measures;

namespace KaBot.Tests.Funnel.Measures;

public sealed class StayTests
{
    [Theory]
    [InlineData("0:target", "target 0-")]
    [InlineData("0:none 4:target", "target 4-")]
    [InlineData("0:target 5:target 9:intent", "target 0-9 on, intent 9-")]
    // Past two stages at once: both convert, neither took any time.
    [InlineData("0:target 10:recognition", "target 0-10 on, intent 10-10 on jumped, initiation 10-10 on jumped, recognition 10-")]
    // First heard of high up: what came before is not known to have been passed.
    [InlineData("0:negotiation", "negotiation 0-")]
    [InlineData("0:target 10:lost", "target 0-10 ended")]
    [InlineData("0:intent 10:stalled 30:initiation", "intent 0-10 ended, initiation 30-")]
    [InlineData("0:closing 10:won", "closing 0-10 on")]
    // Saved again after it ended: it has left once.
    [InlineData("0:negotiation 10:lost 11:lost 12:lost", "negotiation 0-10 ended")]
    [InlineData("0:intent 10:stalled 20:lost 30:won", "intent 0-30 on")]
    [InlineData("0:intent 10:lost 20:intent 30:lost", "intent 0-10 ended, intent 20-30 ended")]
    // Taken back: it never was there, and was in the lower stage all along.
    [InlineData("0:target 10:negotiation 20:target 40:intent", "target 0-40 on, intent 40-")]
    [InlineData("0:intent 10:negotiation 20:target", "target 20-")]
    [InlineData("0:target 10:none", "")]
    public void A_way_is_told_in_stays(string way, string told) =>
        Assert.Equal(told, string.Join(", ", Stay.Of(Tracks.Playbook, Tracks.Of(way)).Select(Tell)));

    private static string Tell(Stay stay)
    {
        var name = Tracks.Playbook.Stages[stay.Rank].Id;
        var left = stay.Left is { } at ? $"{(at - Tracks.Day(0)).TotalDays}{(stay.Onward ? " on" : " ended")}" : "";
        return $"{name} {(stay.Since - Tracks.Day(0)).TotalDays}-{left}{(stay.Jumped ? " jumped" : "")}";
    }
}
