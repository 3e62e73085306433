using KaBot.Understanding.Words;

namespace KaBot.Understanding.Learning;

/// <summary>Which word classes of the playbook occur where in a message. Used again for the next message of the thread.</summary>
internal sealed class WordClasses
{
    private readonly List<List<uint>> _ofClause = [];
    private readonly List<List<uint>> _ofToken = [];
    private readonly List<(Hit Hit, uint Class)> _hits = [];
    private readonly List<bool> _heardOf = [];
    private bool _byToken;

    /// <param name="classes">By symbol: the hash of the class, or 0.</param>
    public void Read(Workspace work, uint[] classes)
    {
        Clear(_ofClause, work.Layout.Clauses.Count);
        _hits.Clear();
        _byToken = false;
        foreach (var symbol in work.Hits.Present)
        {
            if (classes[symbol] is not (> 0 and var name)) continue;
            foreach (ref readonly var hit in work.Hits.Of(symbol))
            {
                _hits.Add((hit, name));
                var list = _ofClause[work.Layout.ClauseAt(hit.Start)];
                // Hits come by symbol and place: the same class of the same clause follows itself.
                if (list.Count == 0 || list[^1] != name) list.Add(name);
            }
        }
    }

    public List<uint> OfClause(int clause) => _ofClause[clause];

    public List<uint> OfToken(Workspace work, int token)
    {
        if (!_byToken) ByToken(work);
        return _ofToken[token];
    }

    private void ByToken(Workspace work)
    {
        _byToken = true;
        Clear(_ofToken, work.Tokens.Count);
        _heardOf.Clear();
        for (var token = 0; token < work.Tokens.Count; token++) _heardOf.Add(false);
        foreach (var (start, end) in work.Hits.Words)
            if (end - start > 1)
                for (var token = work.Tokens.FirstFrom(start); token < work.Tokens.Count && work.Tokens[token].End <= end; token++) _heardOf[token] = true;
        foreach (var (hit, name) in _hits)
            for (var token = work.Tokens.FirstFrom(hit.Start); token < work.Tokens.Count && work.Tokens[token].End <= hit.End; token++)
                if (_ofToken[token] is var list && (list.Count == 0 || list[^1] != name)) list.Add(name);
    }

    public bool IsHeardOf(Workspace work, int token)
    {
        if (!_byToken) ByToken(work);
        return _heardOf[token];
    }

    private static void Clear(List<List<uint>> lists, int count)
    {
        for (var i = 0; i < Math.Min(count, lists.Count); i++) lists[i].Clear();
        while (lists.Count < count) lists.Add([]);
    }
}
