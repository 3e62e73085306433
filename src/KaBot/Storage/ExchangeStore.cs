using Dapper;

namespace KaBot.Storage;

/// <summary>Everything that is exported, and the one write of an import.</summary>
public sealed class ExchangeStore(Database database, FactsJson facts, Writer writer)
{
    public IReadOnlyList<Person> People()
    {
        using var connection = database.Open();
        return [.. connection.Query<PersonRow>("select * from people order by id").Select(row => row.ToPerson())];
    }

    /// <summary>Every deal, without its snapshots.</summary>
    public IReadOnlyList<Deal> Deals()
    {
        using var connection = database.Open();
        return [.. connection.Query<DealRow>("""
            select d.id, d.account_id, a.name as account, d.name, d.owner_id, d.created_at from deals d join accounts a on a.id = d.account_id order by d.id
            """).Select(row => row.ToDeal(facts))];
    }

    /// <summary>Every snapshot, each deal's in order.</summary>
    public IReadOnlyList<Snapshot> Snapshots()
    {
        using var connection = database.Open();
        return [.. connection.Query<SnapshotRow>("""
            select id as snapshot_id, deal_id, seq, taken_by, taken_at, activity_id, playbook_version, earned, solid, claimed, facts from snapshots order by deal_id, seq
            """).Select(row => row.ToSnapshot(facts))];
    }

    public IReadOnlyList<QuizAttempt> Attempts()
    {
        using var connection = database.Open();
        return QuizStore.All(connection);
    }

    /// <summary>The sales targets that are set, as what set them.</summary>
    public IReadOnlyList<Change.TargetSet> Targets()
    {
        using var connection = database.Open();
        return TargetStore.All(connection);
    }

    /// <summary>Who is on a board, as what made them so.</summary>
    public IReadOnlyList<Change.BoardJoined> Board()
    {
        using var connection = database.Open();
        return [.. connection.Query<(string Id, DateTimeOffset At)>("select person_id, joined_at from quiz_board order by person_id")
            .Select(row => new Change.BoardJoined(row.Id, Joined: true, row.At))];
    }

    /// <summary>Writes an import: all of it, or nothing.</summary>
    public Task WriteAsync(IReadOnlyList<Change> changes) => writer.WriteAsync((connection, transaction) =>
    {
        foreach (var change in changes) TurnWriter.Write(connection, transaction, change, database.Dialect);
    });
}
