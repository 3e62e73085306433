namespace KaBot.Understanding.Text;

/// <summary>A clause of the message: where it stands and which sentence it belongs to.</summary>
/// <param name="Turn">Counts sentences and, within them, contrasts (但, "but").</param>
internal readonly record struct Clause(int Start, int End, int Sentence, int Turn);

/// <summary>
/// Clauses and sentences of one message. Punctuation ends them, so do line ends, emoji and the words that turn the talk
/// (但, 不过, but, though). Used again for the next message of the thread.
/// </summary>
internal sealed class Layout
{
    private readonly List<Clause> _clauses = [];
    private int[] _clauseAt = new int[256];
    private int _turn;
    private int _contrast;

    public List<Clause> Clauses => _clauses;

    /// <param name="text">Normalised text.</param>
    /// <param name="breaks">Places of words that start a new clause, ascending.</param>
    /// <param name="contrasts">Those of them that turn against what was said before.</param>
    /// <param name="kept">Places where punctuation is part of a value (1.2, 30/60) and ends nothing: start → one past the end.</param>
    public void Read(ReadOnlySpan<char> text, ReadOnlySpan<Words.Hit> breaks, ReadOnlySpan<Words.Hit> contrasts, List<Values.Spotted> kept)
    {
        _clauses.Clear();
        if (_clauseAt.Length < text.Length + 1) _clauseAt = new int[Math.Max(text.Length + 1, _clauseAt.Length * 2)];
        var (start, sentence, nextBreak, value) = (0, 0, 0, 0);
        (_turn, _contrast) = (0, 0);
        for (var i = 0; i < text.Length; i++)
        {
            while (nextBreak < breaks.Length && breaks[nextBreak].Start < i) nextBreak++;
            if (nextBreak < breaks.Length && breaks[nextBreak].Start == i && i > start) Close(ref start, i, sentence);
            while (_contrast < contrasts.Length && contrasts[_contrast].Start < i) _contrast++;
            if (_contrast < contrasts.Length && contrasts[_contrast].Start == i) _turn++;
            while (value < kept.Count && kept[value].End <= i) value++;
            if (value < kept.Count && kept[value].Start <= i) continue;
            var ends = Ends(text, i);
            if (ends == 0) continue;
            Close(ref start, i + 1, sentence);
            if (ends == 2) sentence++;
            if (ends == 2) _turn++;
        }
        Close(ref start, text.Length, sentence);
        if (_clauses.Count == 0) _clauses.Add(new Clause(0, 0, 0, 0));
        Index();
    }

    /// <summary>Ends clauses at some more places, ascending, and sentences where it says so.</summary>
    public void Split(List<(int Place, bool Stop)> places)
    {
        var (whole, next, stops) = (_clauses.ToArray(), 0, 0);
        _clauses.Clear();
        foreach (var clause in whole)
        {
            var start = clause.Start;
            for (; next < places.Count && places[next].Place < clause.End; next++)
            {
                _clauses.Add(new Clause(start, places[next].Place, clause.Sentence + stops, clause.Turn + stops));
                stops += places[next].Stop ? 1 : 0;
                start = places[next].Place;
            }
            _clauses.Add(new Clause(start, clause.End, clause.Sentence + stops, clause.Turn + stops));
        }
        Index();
    }

    private void Index()
    {
        for (var clause = 0; clause < _clauses.Count; clause++)
            _clauseAt.AsSpan(_clauses[clause].Start, _clauses[clause].End - _clauses[clause].Start).Fill(clause);
        _clauseAt[_clauses[^1].End] = _clauses.Count - 1;
    }

    public int ClauseAt(int place) => _clauseAt[place];

    public int TurnAt(int place) => _clauses[_clauseAt[place]].Turn;

    public int SentenceAt(int place) => _clauses[_clauseAt[place]].Sentence;

    /// <summary>From the first to the last clause of a sentence.</summary>
    public (int Start, int End) Sentence(int place)
    {
        var (first, last) = (_clauseAt[place], _clauseAt[place]);
        var sentence = _clauses[first].Sentence;
        while (first > 0 && _clauses[first - 1].Sentence == sentence) first--;
        while (last + 1 < _clauses.Count && _clauses[last + 1].Sentence == sentence) last++;
        return (_clauses[first].Start, _clauses[last].End);
    }

    private void Close(ref int start, int end, int sentence)
    {
        if (end > start) _clauses.Add(new Clause(start, end, sentence, _turn));
        start = end;
    }

    // 0: no, 1: a clause ends here, 2: a sentence does.
    private static int Ends(ReadOnlySpan<char> text, int at) => text[at] switch
    {
        '。' or '！' or '？' or '!' or '?' or '\n' or '\r' or ';' or '；' or '|' => 2,
        >= '①' and <= '⑳' => 2,
        _ when char.IsLowSurrogate(text[at]) => 2,
        '.' => EndsSentence(text, at) ? 2 : at > 0 && text[at - 1] == '.' ? 1 : 0,
        '，' or ',' => 1,
        '—' or '…' or '(' or ')' or '（' or '）' or '【' or '】' or '~' => 1,
        ' ' => at > 0 && at + 1 < text.Length && Chars.IsHan(text[at - 1]) && Chars.IsHan(text[at + 1]) ? 1 : 0,
        '-' => at > 0 && at + 1 < text.Length && text[at - 1] == ' ' && text[at + 1] is ' ' or '-' ? 1 : 0,
        _ => 0,
    };

    // No end: 1.2, e.g., Mr. Cho, no. 2.
    private static bool EndsSentence(ReadOnlySpan<char> text, int at)
    {
        if (at + 1 < text.Length && !char.IsWhiteSpace(text[at + 1]) && text[at + 1] != '"') return Chars.IsHan(text[at + 1]);
        var start = at;
        while (start > 0 && Chars.IsWord(text[start - 1])) start--;
        var word = text[start..at];
        return word is not ("mr" or "mrs" or "ms" or "dr" or "prof" or "vs" or "approx" or "ca" or "st" or "inc" or "ltd" or "co" or "dept" or "no" or "e.g" or "i.e" or "g" or "etc")
            || word is "no" && (at + 2 >= text.Length || !char.IsAsciiDigit(text[at + 2]));
    }
}
