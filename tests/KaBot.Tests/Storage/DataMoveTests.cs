using Dapper;
using KaBot.Funnel.Facts;
using KaBot.Storage;

namespace KaBot.Tests.Storage;

/// <summary>From SQLite to PostgreSQL: all of it, once, and never over other data.</summary>
public sealed class DataMoveTests : IAsyncLifetime
{
    private static readonly DateTimeOffset At = new(2026, 3, 5, 10, 0, 0, TimeSpan.FromHours(8));
    private TestDatabase _file = null!;
    private PostgresDatabase _server = null!;

    public async ValueTask InitializeAsync()
    {
        _server = new PostgresDatabase(await Postgres.NewDatabaseAsync());
        _file = await TestDatabase.NewAsync(DatabaseKind.Sqlite);
        var budget = new Fact("budget", new FactValue.Money(300000.55m, null, "CNY"), Certainty.Stated, At, new Evidence("预算“三十万” 😀", "p1", At, "a", EvidenceGrade.Rep));
        await _file.Store.CommitTurnAsync(new TurnCommit("c", "a", At, "{}", 0, "[]",
        [
            .. new[] { "p1", "P2", "张" }.Select(id => new Change.PersonSaved(new Person(id, "test", id, null, "zh-CN", null, At))),
            new Change.DealAdded("d1", "恒瑞", "仓储", "p1", At), new Change.DealAdded("d2", "恒瑞", "二期", "p1", At),
            new Change.SnapshotTaken(new Snapshot("s1", "d1", 0, "p1", At, "a", "v", "target", null, null, FactSheet.Of([budget]))),
            new Change.PriceFramed("d1", new(1_000_000.01m, null, 900_000m), At), new Change.Audited("p1", "checkin.saved", "d1", "", At),
        ]));
    }

    public async ValueTask DisposeAsync()
    {
        if (_file is not null) await _file.DisposeAsync();
        _server?.Dispose();
    }

    [Fact]
    public async Task All_rows_are_moved_and_a_second_run_finds_them_there()
    {
        var moved = Run();
        Assert.Equal(3, moved.Single(table => table.Name == "people").Rows);
        Assert.Equal(moved, Run());
        await using var writer = new Writer(_server);
        var store = new Store(_server, _file.Facts, writer);
        Assert.Equal((await _file.Store.DealsOfAsync("p1")).Select(deal => deal.Latest?.Facts), (await store.DealsOfAsync("p1")).Select(deal => deal.Latest?.Facts));
        Assert.Equal(await _file.Store.StartTurnAsync("c", "a"), await store.StartTurnAsync("c", "a"));
        await store.CommitTurnAsync(new TurnCommit("c", "b", At, "{}", 1, "[]", [new Change.DealAdded("d3", "恒瑞", "三期", "p1", At)]));
        Assert.Contains("holds other data already", Assert.Throws<DatabaseException>(Run).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_nul_character_that_a_file_holds_is_left_out_and_what_stands_behind_it_is_not()
    {
        using (var file = _file.Database.OpenToWrite())
            file.Execute("update people set name = cast(x'E5BCA000E6958F' as text) where id = 'p1'");
        var moved = Run();
        using var connection = _server.Open();
        Assert.Equal("张敏", connection.QuerySingle<string>("select name from people where id = 'p1'"));
        Assert.Equal(moved, Run());
    }

    [Fact]
    public void A_target_with_other_data_stays_as_it_is()
    {
        _server.Migrate();
        using var connection = _server.Open();
        connection.Execute("insert into people (id, channel_id, user_id, created_at) values ('x', 'test', 'x', '2026')");
        Assert.Contains("the table people has 1 rows", Assert.Throws<DatabaseException>(Run).Message, StringComparison.Ordinal);
        Assert.Equal((1, 0), connection.QuerySingle<(int, int)>("select (select count(*) from people)::int, (select count(*) from deals)::int"));
    }

    [Fact]
    public void A_row_changed_in_the_copy_is_seen()
    {
        Run();
        using var connection = _server.Open();
        connection.Execute("update deals set name = '仓储 ' where id = 'd1'");
        Assert.Contains("not as in the file", Assert.Throws<DatabaseException>(Run).Message, StringComparison.Ordinal);
    }

    private IReadOnlyList<MovedTable> Run() => DataMove.Run((SqliteDatabase)_file.Database, _server);
}
