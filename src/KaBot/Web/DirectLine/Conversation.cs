using System.Text.Json.Nodes;

namespace KaBot.Web.DirectLine;

/// <summary>
/// What a conversation of the chat page has said lately, kept in memory for pages that reload or reconnect. Bounded: the oldest
/// activities leave first. The lasting record is the bot's, not this.
/// </summary>
/// <param name="life">Tells this run of the server from the one before a restart, so that neither ids nor watermarks of the two meet.</param>
internal sealed class Conversation(string id, string life)
{
    private const int MostActivities = 200;
    private const int MostCharacters = 1_000_000;

    private readonly Lock _lock = new();
    private readonly List<Entry> _log = [];
    private TaskCompletionSource _changed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private long _changes;
    private long _ids;
    private int _greeted;

    public string Id { get; } = id;

    /// <summary>Held while the bot is called: it hears one thing at a time, in the order of arrival.</summary>
    public SemaphoreSlim Turn { get; } = new(1, 1);

    /// <summary>Who talks here; null until a page has come.</summary>
    public DirectLineUser? User { get; set; }

    /// <summary>The language last talked in.</summary>
    public string? Locale { get; set; }

    /// <summary>An id for an activity of the bot: never used before, in this life of the server or an earlier one.</summary>
    public string NextId() => $"{Id}|{life}{Interlocked.Increment(ref _ids):0000000}";

    /// <summary>True once, for a conversation in which nothing was said yet.</summary>
    public bool Greet()
    {
        lock (_lock) return _log.Count == 0 && Interlocked.Exchange(ref _greeted, 1) == 0;
    }

    /// <summary>Adds an activity, or puts it in the place of the one with its id.</summary>
    public void Put(JsonObject activity)
    {
        var id = (string)activity["id"]!;
        var json = activity.ToJsonString();
        lock (_lock)
        {
            var entry = new Entry(id, json, ++_changes);
            var place = _log.FindIndex(other => other.Id == id);
            if (place < 0) _log.Add(entry);
            else _log[place] = entry;
            while (_log.Count > MostActivities || (_log.Count > 1 && _log.Sum(each => each.Json.Length) > MostCharacters)) _log.RemoveAt(0);
            Announce();
        }
    }

    public JsonObject? Find(string id)
    {
        lock (_lock) return _log.Find(entry => entry.Id == id) is { } entry ? JsonNode.Parse(entry.Json)!.AsObject() : null;
    }

    public void Remove(string id)
    {
        lock (_lock) _log.RemoveAll(entry => entry.Id == id);
    }

    /// <summary>What changed after a watermark. One that this process did not give (none, or from before a restart) gets all there is.</summary>
    public News Since(string? known)
    {
        var seen = known?.Split('.') is [var from, var number] && from == life && long.TryParse(number, out var change) ? change : 0;
        lock (_lock)
        {
            var news = _log.Where(entry => entry.Change > seen).Select(entry => entry.Json).ToList();
            var watermark = $"{life}.{_changes}";
            var json = $$"""{"activities":[{{string.Join(',', news)}}],"watermark":"{{watermark}}"}""";
            return new News(news.Count, json, watermark, _changed.Task);
        }
    }

    private void Announce()
    {
        _changed.SetResult();
        _changed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }

    private sealed record Entry(string Id, string Json, long Change);
}

/// <summary>What a page has not seen yet.</summary>
/// <param name="Json">An ActivitySet of Direct Line 3.0: <c>{activities, watermark}</c>.</param>
/// <param name="Changed">Completes with the next change.</param>
internal sealed record News(int Count, string Json, string Watermark, Task Changed);
