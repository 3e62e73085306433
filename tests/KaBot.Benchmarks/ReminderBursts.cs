using System.Diagnostics;
using Dapper;
using KaBot.Cards.Elements;
using KaBot.Funnel.Facts;
using KaBot.Operations;
using KaBot.Reminders;
using KaBot.Reminders.Delivery;
using KaBot.Storage;
using KaBot.Tests.Storage;
using KaBot.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace KaBot.Benchmarks;

/// <summary>Everybody due in the same minute: how fast they are planned and in the outbox, and what a message costs; on SQLite or PostgreSQL.</summary>
internal sealed class ReminderBursts(bool onPostgres) : IBenchmark
{
    private const int Reps = 100_000;
    private const int Messages = 5_000;
    internal static readonly DateTimeOffset Nine = new(2026, 3, 5, 9, 0, 0, TimeSpan.FromHours(8));

    private readonly string _database = onPostgres ? "PostgreSQL" : "SQLite";

    public string Name => onPostgres ? "reminders-postgresql" : "reminders";

    public async Task<IReadOnlyList<Row>> RunAsync()
    {
        var folder = Directory.CreateTempSubdirectory("kabot-burst-");
        await using var server = onPostgres ? await PostgresServer.StartAsync() ?? throw new InvalidOperationException(PostgresServer.Missing) : null;
        try
        {
            var file = new SqliteDatabase(Path.Combine(folder.FullName, "kabot.db"));
            file.Migrate();
            Fill(file);
            List<Row> rows = [];
            string[] storage = [$"--Storage:Path={file.Path}"];
            if (server is not null)
            {
                var target = await server.NewDatabaseAsync();
                storage = ["--Storage:Provider=PostgreSQL", $"--Storage:ConnectionString={target}"];
                using var database = new PostgresDatabase(target);
                var moved = await TimeAsync(() => Task.FromResult(DataMove.Run(file, database)));
                rows.Add(new($"migrate-data: {Reps:N0} people, deals and snapshots each, verified", Row.Text($"{moved.TotalSeconds:0.0} s")));
            }
            var clock = new SetClock { Now = Nine.AddMinutes(-30) };
            await using var app = Server.Build(
                ["--Reminders:Enabled=false", "--Reminders:PerSecond=1000000", "--Logging:LogLevel:Default=None", .. storage],
                services => services.AddSingleton<TimeProvider>(clock));
            var sweep = app.Services.GetRequiredService<Sweep>();
            var planned = await TimeAsync(() => sweep.RunAsync(CancellationToken.None));
            clock.Now = Nine;
            var queuedRows = 0;
            var queued = await TimeAsync(async () => queuedRows = await sweep.RunAsync(CancellationToken.None));
            if (queuedRows != Reps) throw new InvalidOperationException($"{queuedRows} rows are in the outbox for {Reps} reps");
            var (seconds, cpu, sent) = await SendAsync(app, clock);
            return
            [
                .. rows,
                new($"{Reps:N0} reps planned for the first time ({_database})", Row.Text($"{planned.TotalSeconds:0.0} s")),
                new($"{Reps:N0} reps due in one minute, in the outbox ({_database})", Row.Text($"{queued.TotalSeconds:0.0} s"), Row.Text($"60 s ({60 / queued.TotalSeconds:0.0}×)")),
                new($"a reminder: written, claimed, sent and noted, without the network, CPU ({_database})", Row.Text($"{cpu / sent:0.00} ms"), Row.Text($"1 ms ({sent / cpu:0.0}×)")),
                new("… messages", Row.Text($"{sent / seconds:N0} /s"), Row.Text($"50 /s allowed ({sent / seconds / 50:N0}×)")),
            ];
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task<(double Seconds, double Cpu, int Sent)> SendAsync(WebApplication app, SetClock clock)
    {
        var courier = new Taking();
        var services = app.Services;
        var round = new DeliveryRound(services.GetRequiredService<Outbox>(), services.GetRequiredService<ReminderStore>(), services.GetRequiredService<SendRates>(), courier,
            services.GetServices<IMessageContent>(), services.GetRequiredService<ReminderOptions>(), services.GetRequiredService<Measures>(), clock, NullLogger<DeliveryRound>.Instance);
        // Until all is compiled that will be.
        while (courier.Taken < Messages)
        {
            clock.Now += TimeSpan.FromSeconds(2);
            await round.RunAsync(CancellationToken.None);
        }
        var (before, cpu, watch) = (courier.Taken, Environment.CpuUsage.TotalTime, Stopwatch.StartNew());
        while (courier.Taken < before + Messages)
        {
            clock.Now += TimeSpan.FromSeconds(2);
            await round.RunAsync(CancellationToken.None);
        }
        return (watch.Elapsed.TotalSeconds, (Environment.CpuUsage.TotalTime - cpu).TotalMilliseconds, courier.Taken - before);
    }

    private static async Task<TimeSpan> TimeAsync(Func<Task> run)
    {
        var watch = Stopwatch.StartNew();
        await run();
        return watch.Elapsed;
    }

    /// <summary>Reps with one deal each, whose facts are past their shelf life.</summary>
    internal static void Fill(Database database, int reps = Reps)
    {
        var at = Nine.AddDays(-60);
        var facts = FactsJson.Write(FactSheet.Of([new Fact("budget", new FactValue.Money(500_000, 500_000, "CNY"), Certainty.Stated, at)]));
        using var connection = database.OpenToWrite();
        using var transaction = connection.BeginTransaction();
        connection.Execute("insert into accounts (id, name, created_at) values ('a', 'Northwind', @at)", new { at }, transaction);
        foreach (var id in Enumerable.Range(0, reps).Select(rep => $"r{rep:000000}"))
        {
            var reference = $$"""{"channel":"msteams","service":"http://127.0.0.1:9/","conversation":"c{{id}}","tenant":"t","bot":"b","user":"u{{id}}","locale":"zh-CN","zone":"Asia/Shanghai"}""";
            connection.Execute("insert into people (id, channel_id, user_id, name, reference, created_at) values (@id, 'msteams', @id, @id, @reference, @at)", new { id, reference, at }, transaction);
            connection.Execute("insert into deals (id, account_id, name, owner_id, created_at) values (@id, 'a', 'Robots', @id, @at)", new { id, at }, transaction);
            connection.Execute("""
                insert into snapshots (id, deal_id, seq, taken_by, taken_at, activity_id, playbook_version, facts) values (@id, @id, 1, @id, @at, 'a', 'v', @facts)
                """, new { id, at, facts }, transaction);
        }
        transaction.Commit();
    }

    private sealed class Taking : ICourier
    {
        private int _taken;

        public int Taken => _taken;

        public Task<SendOutcome> SendAsync(string reference, Card card, CancellationToken cancellationToken)
        {
            card.Render();
            return Task.FromResult<SendOutcome>(new SendOutcome.Sent($"m{Interlocked.Increment(ref _taken)}"));
        }

        public Task<SendOutcome> UpdateAsync(string reference, string activityId, Card card, CancellationToken cancellationToken) =>
            Task.FromResult<SendOutcome>(new SendOutcome.Sent(activityId));
    }

    private sealed class SetClock : TimeProvider
    {
        public DateTimeOffset Now { get; set; }
        public override DateTimeOffset GetUtcNow() => Now.ToUniversalTime();
    }
}
