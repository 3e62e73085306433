using System.Collections.Concurrent;
using System.Data;
using System.Data.Common;
using System.Threading.Channels;

namespace KaBot.Storage;

/// <summary>
/// Everything that is written goes through here. On SQLite one loop takes all that waits, writes each in a savepoint of one transaction,
/// commits once, and only then tells the waiting turns: many turns share one flush to disk, and none is acknowledged before it. On
/// PostgreSQL a few loops write each in a transaction of its own, beside each other.
/// </summary>
public sealed class Writer : IAsyncDisposable
{
    private const int MostTogether = 256;
    private const int MostTries = 5;
    private static readonly TimeSpan Soon = TimeSpan.FromMilliseconds(100);
    private readonly ConcurrentQueue<Job> _soon = new();
    private readonly Channel<Job> _jobs = Channel.CreateBounded<Job>(4096);
    private readonly Database _database;
    private readonly Dialect _dialect;
    private readonly Lazy<Task> _loops;

    public Writer(Database database)
    {
        (_database, _dialect) = (database, database.Dialect);
        _loops = new Lazy<Task>(() => Task.WhenAll(Enumerable.Range(0, _dialect.Writers).Select(_ =>
            Task.Factory.StartNew(Run, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default)).ToArray()));
    }

    /// <summary>Runs a write; what it throws undoes it alone and comes back to the caller. It may be run again, when another one was in its way.</summary>
    public async Task WriteAsync(Action<IDbConnection, IDbTransaction> write)
    {
        _ = _loops.Value;
        var job = new Job(write, new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
        await _jobs.Writer.WriteAsync(job);
        await job.Done.Task;
    }

    /// <summary>
    /// Runs a write that nobody waits for, before any that is asked for later: with the next one that comes, or by itself after a moment. It
    /// costs the disk nothing while others write. Only where there is one writer; what it throws is lost, and so it must be of the kind that
    /// is done better late than never.
    /// </summary>
    public void WriteSoon(Action<IDbConnection, IDbTransaction> write)
    {
        var alone = _soon.IsEmpty;
        _soon.Enqueue(new Job(write, new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously)));
        if (alone) _ = FlushSoonAsync();
    }

    private async Task FlushSoonAsync()
    {
        await Task.Delay(Soon);
        if (!_soon.IsEmpty && _jobs.Writer.TryWrite(new Job((_, _) => { }, new TaskCompletionSource()))) _ = _loops.Value;
    }

    /// <summary>Writes what waits, then stops.</summary>
    public async ValueTask DisposeAsync()
    {
        if (!_soon.IsEmpty) await WriteAsync((_, _) => { });
        _jobs.Writer.TryComplete();
        if (_loops.IsValueCreated) await _loops.Value;
    }

    private void Run()
    {
        DbConnection? connection = null;
        while (_jobs.Reader.WaitToReadAsync().AsTask().GetAwaiter().GetResult())
        {
            if (!_jobs.Reader.TryRead(out var job)) continue;
            if (_dialect.Shared) WriteAlone(job, ref connection);
            else WriteTogether(job, ref connection);
        }
        connection?.Dispose();
    }

    /// <summary>Writes a job in a transaction of its own; again, when nothing was recorded for no fault of its own.</summary>
    private void WriteAlone(Job job, ref DbConnection? connection)
    {
        for (var tries = 1; ; tries++)
        {
            var committing = false;
            try
            {
                connection ??= _database.OpenToWrite();
                using var transaction = connection.BeginTransaction(IsolationLevel.ReadCommitted);
                job.Write(connection, transaction);
                committing = true;
                transaction.Commit();
                job.Tell(null);
                return;
            }
            catch (Exception fault)
            {
                var lost = connection?.State != ConnectionState.Open;
                if (lost)
                {
                    connection?.Dispose();
                    connection = null;
                }
                if (tries < MostTries && (_dialect.IsUndone(fault) || (lost && !committing && fault is DbException))) continue;
                job.Tell(fault);
                return;
            }
        }
    }

    private void WriteTogether(Job first, ref DbConnection? connection)
    {
        List<Job> batch = [];
        while (_soon.TryDequeue(out var waited)) batch.Add(waited);
        batch.Add(first);
        while (batch.Count < MostTogether && _jobs.Reader.TryRead(out var job)) batch.Add(job);
        try
        {
            connection ??= _database.OpenToWrite();
            using var transaction = connection.BeginTransaction(IsolationLevel.Serializable);
            var faults = batch.ConvertAll(job => Try(job, transaction));
            transaction.Commit();
            foreach (var (job, fault) in batch.Zip(faults)) job.Tell(fault);
        }
        catch (Exception broken)
        {
            foreach (var job in batch) job.Tell(broken);
            connection?.Dispose();
            connection = null;
        }
    }

    /// <summary>Undoes a job that fails, and leaves the others of the transaction as they are.</summary>
    private static Exception? Try(Job job, DbTransaction transaction)
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

    private sealed record Job(Action<IDbConnection, IDbTransaction> Write, TaskCompletionSource Done)
    {
        public void Tell(Exception? fault)
        {
            if (fault is null) Done.TrySetResult();
            else Done.TrySetException(fault);
        }
    }
}
