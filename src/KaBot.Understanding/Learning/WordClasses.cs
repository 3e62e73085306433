using System.Runtime.CompilerServices;
using KaBot.Understanding.Data;

namespace KaBot.Understanding.Learning;

/// <summary>Which word classes of the playbook occur where in a message. Used again for the next message of the thread.</summary>
internal sealed class WordClasses
{
    private readonly List<List<uint>> _ofClause = [];
    private readonly List<List<uint>> _ofToken = [];
    private readonly List<bool> _heardOf = [];
    // By symbol: the clause it was last seen in, of all that were ever read here.
    private int[] _seen = [];
    private int _clauses = 1;
    // By symbol: up to which token it was found, of all tokens that were ever read here.
    private int[] _reached = [];
    private int _tokens = 1;
    private UnderstandingData _data = null!;
    private bool _byToken;

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Read(Workspace work, UnderstandingData data)
    {
        var names = data.ClassHash;
        Clear(_ofClause, work.Layout.Clauses.Count);
        (_data, _byToken) = (data, false);
        if (_seen.Length < names.Length || Math.Max(_clauses, _tokens) > int.MaxValue / 2) (_seen, _clauses, _reached, _tokens) = (new int[names.Length], 1, new int[names.Length], 1);
        var seen = _seen;
        foreach (ref readonly var word in work.Hits.Words)
        {
            if (word.Meaning.Classes == 0) continue;
            var clause = work.Layout.ClauseAt(word.Start);
            var (classes, turn) = (_ofClause[clause], _clauses + clause);
            foreach (var symbol in data.Lexicon.ClassesOf(word.Meaning))
                if (seen[symbol] != turn)
                {
                    seen[symbol] = turn;
                    classes.Add(names[symbol]);
                }
        }
        _clauses += work.Layout.Clauses.Count;
    }

    public List<uint> OfClause(int clause) => _ofClause[clause];

    public List<uint> OfToken(Workspace work, int token)
    {
        if (!_byToken) ByToken(work);
        return _ofToken[token];
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void ByToken(Workspace work)
    {
        _byToken = true;
        Clear(_ofToken, work.Tokens.Count);
        _heardOf.Clear();
        for (var token = 0; token < work.Tokens.Count; token++) _heardOf.Add(false);
        var (reached, names) = (_reached, _data.ClassHash);
        foreach (ref readonly var word in work.Hits.Words)
        {
            if (word.End - word.Start < 2 && word.Meaning.Classes == 0) continue;
            for (var token = work.Tokens.FirstFrom(word.Start); token < work.Tokens.Count && work.Tokens[token].End <= word.End; token++)
            {
                if (word.End - word.Start > 1) _heardOf[token] = true;
                var (classes, turn) = (_ofToken[token], _tokens + token);
                foreach (var symbol in _data.Lexicon.ClassesOf(word.Meaning))
                {
                    // Words come from left to right: a token that an earlier word of the class reached has it already.
                    if (reached[symbol] >= turn) continue;
                    reached[symbol] = turn;
                    classes.Add(names[symbol]);
                }
            }
        }
        _tokens += work.Tokens.Count;
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
