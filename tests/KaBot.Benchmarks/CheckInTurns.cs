using System.Globalization;
using System.Text.Json.Nodes;
using KaBot.Cards;

namespace KaBot.Benchmarks;

/// <summary>
/// Turns of check-ins over HTTP, at eight connections: words and commands, each read, decided, recorded on disk and answered to a
/// connector. Held against five times what the real SDK does with a bare waterfall and no database.
/// </summary>
internal sealed class CheckInTurns : IBenchmark
{
    private const int Connections = 8;
    private static readonly string[] Round = ["跟进 恒瑞", "是", "没有", "不知道", "拜访过两次", "跳过", "保存"];

    public string Name => "checkin";

    public async Task<IReadOnlyList<Row>> RunAsync()
    {
        await using var connector = await Connector.StartAsync();
        using var server = await ServerProcess.KaBot().ReadyAsync();
        var direct = await Load.RunAsync(server.Messages, server.Process, Connections, 700, 2100, (conversation, turn) => Turn(connector.Address, conversation, turn, replies: false));
        using var second = await ServerProcess.KaBot().ReadyAsync();
        var inline = await Load.RunAsync(second.Messages, second.Process, Connections, 700, 2100, (conversation, turn) => Turn(connector.Address, conversation, turn, replies: true));
        return [.. Rows("replies sent to the connector", direct), .. Rows("replies in the response", inline)];
    }

    private static JsonObject Turn(Uri connector, int conversation, int turn, bool replies)
    {
        var activity = turn == 0
            ? Load.Tap(connector, conversation, turn, Verbs.CreateDeal, new JsonObject { ["account"] = $"恒瑞{conversation}", ["name"] = "仓储系统" })
            : Load.Message(connector, conversation, turn, Round[turn % Round.Length]);
        if (replies && turn > 0) activity["deliveryMode"] = "expectReplies";
        return activity;
    }

    private static IEnumerable<Row> Rows(string how, LoadResult result) =>
    [
        new($"check-in turns with their database write, 8 connections, {how}", string.Create(CultureInfo.InvariantCulture, $"{result.PerSecond:N0} turns/s"),
            string.Create(CultureInfo.InvariantCulture, $"6,500 (5 × the SDK's bare waterfall): {result.PerSecond / 6500:0.00} ×")),
        new("… p50 and p99", string.Create(CultureInfo.InvariantCulture, $"{result.P50Ms:0.00} ms, {result.P99Ms:0.00} ms")),
        new("… CPU per turn", string.Create(CultureInfo.InvariantCulture, $"{result.CpuMsPerTurn:0.00} ms"),
            string.Create(CultureInfo.InvariantCulture, $"1.5 ms for the SDK's bare waterfall: {result.CpuMsPerTurn / 1.5:0.00} ×")),
    ];
}
