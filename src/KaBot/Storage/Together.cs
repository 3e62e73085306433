namespace KaBot.Storage;

/// <summary>
/// Writes of one kind that wait are written together, as many as there are; nobody waits for more to come. When a joint write fails, each
/// is tried alone, so that a bad one spoils no other.
/// </summary>
/// <param name="write">Writes them; returns what each of them comes to, in their order.</param>
internal sealed class Together<T, TResult>(Func<IReadOnlyList<T>, Task<IReadOnlyList<TResult>>> write)
{
    private readonly Lock _lock = new();
    private List<(T Item, TaskCompletionSource<TResult> Done)> _waiting = [];
    private bool _running;

    public Task<TResult> WriteAsync(T item)
    {
        var done = new TaskCompletionSource<TResult>(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (_lock)
        {
            _waiting.Add((item, done));
            if (_running) return done.Task;
            _running = true;
        }
        _ = Task.Run(RunAsync);
        return done.Task;
    }

    private async Task RunAsync()
    {
        while (true)
        {
            List<(T Item, TaskCompletionSource<TResult> Done)> batch;
            lock (_lock)
            {
                (batch, _waiting) = (_waiting, []);
                _running = batch.Count > 0;
            }
            if (batch.Count == 0) return;
            if (batch.Count > 1 && await TryAsync(batch)) continue;
            foreach (var one in batch) await AloneAsync(one);
        }
    }

    private async Task<bool> TryAsync(List<(T Item, TaskCompletionSource<TResult> Done)> batch)
    {
        try
        {
            var results = await write(batch.ConvertAll(one => one.Item));
            foreach (var (one, result) in batch.Zip(results)) one.Done.SetResult(result);
            return true;
        }
        catch (Exception)
        {
            // Told by whichever of them fails alone.
            return false;
        }
    }

    private async Task AloneAsync((T Item, TaskCompletionSource<TResult> Done) one)
    {
        try
        {
            one.Done.SetResult((await write([one.Item]))[0]);
        }
        catch (Exception fault)
        {
            one.Done.SetException(fault);
        }
    }
}
