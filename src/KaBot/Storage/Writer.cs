using System.Data;
using System.Threading.Channels;
using Microsoft.Data.Sqlite;

namespace KaBot.Storage;

/// <summary>
/// The one writer: takes all that waits, writes each in a savepoint of one transaction, commits once, and only then tells the
/// waiting turns. So many turns share one flush to disk, and none is acknowledged before it.
/// </summary>
public sealed class Writer : IAsyncDisposable
{
    private const int MostAtOnce = 256;
    private readonly Channel<Job> _jobs = Channel.CreateBounded<Job>(new BoundedChannelOptions(4096) { SingleReader = true });
    private readonly Database _database;
    private readonly Lazy<Task> _loop;

    public Writer(Database database)
    {
        _database = database;
        _loop = new Lazy<Task>(() => Task.Factory.StartNew(Run, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default));
    }

    /// <summary>Runs a write; what it throws undoes it alone and comes back to the caller.</summary>
    public async Task WriteAsync(Action<IDbConnection, IDbTransaction> write)
    {
        _ = _loop.Value;
        var job = new Job(write, new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
        await _jobs.Writer.WriteAsync(job);
        await job.Done.Task;
    }

    /// <summary>Writes what waits, then stops.</summary>
    public async ValueTask DisposeAsync()
    {
        _jobs.Writer.TryComplete();
        if (_loop.IsValueCreated) await _loop.Value;
    }

    private void Run()
    {
        var batch = new List<Job>();
        var connection = default(SqliteConnection);
        while (_jobs.Reader.WaitToReadAsync().AsTask().GetAwaiter().GetResult())
        {
            batch.Clear();
            while (batch.Count < MostAtOnce && _jobs.Reader.TryRead(out var job)) batch.Add(job);
            try
            {
                Write(connection ??= _database.OpenToWrite(), batch);
            }
            catch (Exception broken)
            {
                foreach (var job in batch) job.Done.TrySetException(broken);
                connection?.Dispose();
                connection = null;
            }
        }
        connection?.Dispose();
    }

    private static void Write(SqliteConnection connection, List<Job> batch)
    {
        using var transaction = connection.BeginTransaction(IsolationLevel.Serializable);
        var faults = batch.ConvertAll(job => Try(job, transaction));
        transaction.Commit();
        for (var i = 0; i < batch.Count; i++)
        {
            if (faults[i] is { } fault) batch[i].Done.SetException(fault);
            else batch[i].Done.SetResult();
        }
    }

    private static Exception? Try(Job job, SqliteTransaction transaction)
    {
        transaction.Save("turn");
        try
        {
            job.Write(transaction.Connection!, transaction);
            transaction.Release("turn");
            return null;
        }
        catch (Exception fault)
        {
            transaction.Rollback("turn");
            return fault;
        }
    }

    private sealed record Job(Action<IDbConnection, IDbTransaction> Write, TaskCompletionSource Done);
}
