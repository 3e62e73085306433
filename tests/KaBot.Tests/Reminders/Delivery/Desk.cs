using Dapper;
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
using Microsoft.Extensions.Time.Testing;
using Known = KaBot.Tests.Funnel.Deal;

namespace KaBot.Tests.Reminders.Delivery;

/// <summary>KaBot with a database of its own, a clock that stands still until it is moved, and a simulated Teams.</summary>
internal sealed class Desk : IAsyncDisposable
{
    private readonly DirectoryInfo _folder;
    private readonly WebApplication _app;

    private Desk(DirectoryInfo folder, FakeTimeProvider clock, TeamsFake teams, string[] settings)
    {
        (_folder, Clock, Teams) = (folder, clock, teams);
        _app = Server.Build(["--Reminders:Enabled=false", "--Logging:LogLevel:Default=None", .. settings],
            services => services.AddSingleton<TimeProvider>(clock));
    }

    public FakeTimeProvider Clock { get; }
    public TeamsFake Teams { get; }
    public T Get<T>() where T : notnull => _app.Services.GetRequiredService<T>();

    /// <summary>At a local moment in Shanghai, on SQLite.</summary>
    public static Task<Desk> OpenAsync(string at, params string[] settings) => OpenAsync(DatabaseKind.Sqlite, at, settings);

    public static async Task<Desk> OpenAsync(DatabaseKind kind, string at, params string[] settings)
    {
        var folder = Directory.CreateTempSubdirectory("kabot-reminders-");
        string[] storage = kind == DatabaseKind.PostgreSql
            ? ["--Storage:Provider=PostgreSQL", $"--Storage:ConnectionString={await Postgres.NewDatabaseAsync()}"]
            : [$"--Storage:Path={Path.Combine(folder.FullName, "kabot.db")}"];
        var clock = new FakeTimeProvider(Shanghai(at));
        return new Desk(folder, clock, await TeamsFake.StartAsync(clock), [.. storage, .. settings]);
    }

    public static DateTimeOffset Shanghai(string at) => DateTimeOffset.Parse(at + "+08:00", System.Globalization.CultureInfo.InvariantCulture);

    public void Go(string at) => Clock.SetUtcNow(Shanghai(at));

    /// <summary>A rep who can be written to, with a deal whose facts are long out of date.</summary>
    public async Task RepAsync(string id, string known = "contact_made ~budget", string? language = "zh-CN")
    {
        var now = Clock.GetUtcNow();
        var person = new Person(id, "msteams", "user-" + id, id, language, Reference(id), now);
        List<Change> changes = [new Change.PersonSaved(person)];
        if (known.Length > 0)
        {
            changes.Add(new Change.DealAdded("deal-" + id, "恒瑞医药 " + id, "仓储系统升级", id, now.AddDays(-400)));
            changes.Add(Taken(id, Known.Of(known), now.AddDays(-60)));
        }
        await CommitAsync([.. changes]);
    }

    public string Reference(string id) =>
        $$"""{"channel":"msteams","service":"{{Teams.Url}}","conversation":"chat-{{id}}","tenant":"t1","bot":"28:kabot","user":"user-{{id}}","locale":"zh-CN","zone":"Asia/Shanghai"}""";

    public static Change Taken(string id, FactSheet facts, DateTimeOffset at) => new Change.SnapshotTaken(new Snapshot(
        Ids.New(at), "deal-" + id, 0, id, at, "a", Known.Playbook.Version, "target", null, null, facts));

    public Task CommitAsync(params Change[] changes) => Get<Store>().CommitTurnAsync(new TurnCommit(
        Guid.NewGuid().ToString(), "a", Clock.GetUtcNow(), "{}", 0, "{}", changes));

    public Task<int> SweepAsync() => Get<Sweep>().RunAsync(TestContext.Current.CancellationToken);

    /// <summary>A minute as the running bot spends it: a sweep, then rounds until nothing waits.</summary>
    public async Task MinuteAsync()
    {
        await SweepAsync();
        await RoundsAsync(Get<DeliveryRound>());
    }

    /// <summary>Rounds of a node until it finds nothing more to do now; the clock moves on as fast as sends wait for it.</summary>
    public async Task RoundsAsync(DeliveryRound node)
    {
        for (var more = true; more;)
        {
            var round = node.RunAsync(TestContext.Current.CancellationToken);
            while (await Task.WhenAny(round, Task.Delay(1, TestContext.Current.CancellationToken)) != round) Clock.Advance(TimeSpan.FromMilliseconds(5));
            more = await round;
        }
    }

    /// <summary>A second node on the same database.</summary>
    public DeliveryRound Node(ICourier? courier = null, Outbox? outbox = null) => new(outbox ?? Outbox(), Get<ReminderStore>(), Get<SendRates>(), courier ?? Get<ICourier>(),
        _app.Services.GetServices<IMessageContent>(), Get<ReminderOptions>(), Get<Measures>(), Clock, NullLogger<DeliveryRound>.Instance);

    public Outbox Outbox() => new(Get<Database>(), Get<Writer>(), Get<SendRates>(), Get<ReminderOptions>(), Clock);

    /// <summary>The rows, e.g. "r1 2026-03-05 sent".</summary>
    public IEnumerable<string> Rows()
    {
        using var connection = Get<Database>().Open();
        return [.. connection.Query<(string Person, string Day, string State)>("select person_id, day, state from reminders order by day, person_id")
            .Select(row => $"{row.Person} {row.Day} {row.State}")];
    }

    public T Ask<T>(string sql) => List<T>(sql).Single();

    public IReadOnlyList<T> List<T>(string sql)
    {
        using var connection = Get<Database>().Open();
        return connection.Query<T>(sql).AsList();
    }

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        await Teams.DisposeAsync();
        _folder.Delete(recursive: true);
    }
}
