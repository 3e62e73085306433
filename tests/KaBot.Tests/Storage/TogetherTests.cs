using KaBot.Storage;

namespace KaBot.Tests.Storage;

/// <summary>Writes that wait for one another are made together, and each gets its own result.</summary>
public sealed class TogetherTests
{
    [Fact]
    public async Task What_waits_is_written_together()
    {
        var (gate, batches) = (new TaskCompletionSource(), new List<int>());
        var together = new Together<int, int>(async items =>
        {
            batches.Add(items.Count);
            if (batches.Count == 1) await gate.Task;
            return [.. items.Select(item => item * 10)];
        });
        var first = together.WriteAsync(0);
        while (batches.Count == 0) await Task.Yield();
        var others = Enumerable.Range(1, 20).Select(together.WriteAsync).ToList();
        gate.SetResult();
        Assert.Equal(0, await first);
        Assert.Equal(Enumerable.Range(1, 20).Select(item => item * 10), await Task.WhenAll(others));
        Assert.Equal([1, 20], batches);
    }

    [Fact]
    public async Task A_bad_one_spoils_no_other()
    {
        var together = new Together<int, int>(items => items.Contains(3) ? throw new InvalidOperationException() : Task.FromResult<IReadOnlyList<int>>([.. items]));
        var results = Enumerable.Range(0, 6).Select(together.WriteAsync).ToList();
        await Assert.ThrowsAsync<InvalidOperationException>(() => results[3]);
        results.RemoveAt(3);
        var written = await Task.WhenAll(results);
        Assert.Equal([0, 1, 2, 4, 5], written);
    }
}
