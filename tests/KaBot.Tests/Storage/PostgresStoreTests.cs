using Dapper;
using KaBot.Storage;

namespace KaBot.Tests.Storage;

/// <summary>The store on PostgreSQL.</summary>
public sealed class PostgresStoreTests() : StoreContract(DatabaseKind.PostgreSql)
{
    private PostgresDatabase Database => (PostgresDatabase)Test.Database;

    [Fact]
    public async Task Many_nodes_may_migrate_a_new_database_at_once()
    {
        var connectionString = await Postgres.NewDatabaseAsync();
        Parallel.For(0, 6, _ =>
        {
            using var database = new PostgresDatabase(connectionString);
            database.Migrate();
        });
        using var migrated = new PostgresDatabase(connectionString);
        await using var connection = migrated.Open();
        Assert.Equal(Migrations.PostgreSql.Names.Count(), connection.ExecuteScalar<int>("select count(*) from schemaversions"));
        Assert.Equal(0, connection.ExecuteScalar<int>("select count(*) from information_schema.tables where table_schema = 'public'"));
    }

    [Fact]
    public void A_database_of_a_newer_program_is_refused()
    {
        using (var connection = Database.Open())
            connection.Execute("insert into schemaversions (scriptname, applied) values ('KaBot.Storage.Migrations.PostgreSQL.9999_later.sql', now())");
        Assert.Contains("newer KaBot", Fault(Database.ConnectionString), StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_wrong_with_a_server_is_said_in_plain_words()
    {
        var good = Database.ConnectionString;
        Assert.Contains("does not let KaBot in", Fault(good.Replace("=secret", "=wrong", StringComparison.Ordinal)), StringComparison.Ordinal);
        Assert.Contains("There is no database nowhere on 127.0.0.1", Fault(new Npgsql.NpgsqlConnectionStringBuilder(good) { Database = "nowhere" }.ToString()), StringComparison.Ordinal);
        Assert.Contains("does not answer", Fault("Host=127.0.0.1;Port=9;Username=kabot;Password=hidden;Timeout=5"), StringComparison.Ordinal);
        Assert.DoesNotContain("hidden", Fault("Host=127.0.0.1;Port=9;Username=kabot;Password=hidden;Timeout=5"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_writer_goes_on_when_the_server_has_cut_its_connections()
    {
        await Test.Store.CommitTurnAsync(new TurnCommit("c", "a1", DateTimeOffset.UnixEpoch, "s", 0, "r", []));
        await using (var connection = Database.Open())
            await connection.ExecuteAsync("select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()");
        for (var turn = 1; turn <= 20; turn++)
            await Test.Store.CommitTurnAsync(new TurnCommit("c", $"b{turn}", DateTimeOffset.UnixEpoch, "s", turn, "r", []));
    }

    [Fact]
    public async Task Both_databases_have_the_same_tables_and_columns()
    {
        await using var sqlite = await TestDatabase.NewAsync(DatabaseKind.Sqlite);
        Assert.Empty(Migrations.Sqlite.Names.Except(Migrations.PostgreSql.Names));
        using var file = sqlite.Database.Open();
        using var server = Database.Open();
        var ours = file.Query<string>("""
            select t.name || '.' || c.name || case when c.type = 'INTEGER' then ' number' else ' text' end from sqlite_master t, pragma_table_info(t.name) c
            where t.type = 'table' and t.name <> 'SchemaVersions' and t.name not like 'sqlite_%'
            """).Order(StringComparer.Ordinal);
        var theirs = server.Query<string>("""
            select table_name || '.' || column_name || case data_type when 'bigint' then ' number' else ' ' || data_type end from information_schema.columns
            where table_schema = 'kabot' and table_name not in ('schemaversions', 'turn_queue')
            """).Order(StringComparer.Ordinal);
        Assert.Equal(ours, theirs);
    }

    private static string Fault(string connectionString) => Assert.Throws<DatabaseException>(() =>
    {
        using var database = new PostgresDatabase(connectionString);
        database.Migrate();
    }).Message;
}
