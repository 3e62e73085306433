using KaBot.Funnel.Facts;
using KaBot.Understanding.Assertions;
using KaBot.Understanding.Data;

namespace KaBot.Understanding.Learning;

/// <summary>What the patterns found, as the networks see it: they may trust it, or learn where it is not so. Used again for the next message of the thread.</summary>
internal sealed class FoundFeatures
{
    private const uint Begins = 1, GoesOn = 2, Ends = 3;

    private readonly List<uint> _tags = [];

    /// <summary>Adds what a pattern found in some part of the message.</summary>
    /// <param name="asked">Index of the fact that was asked about, or -1: then what only answers a question is left out.</param>
    public static void Add(Workspace work, UnderstandingData data, int start, int end, int asked, Features features)
    {
        foreach (var candidate in work.Candidates)
        {
            if (candidate.Start < start || candidate.Start >= end || candidate.Denied || asked < 0 && candidate.Rank == Asserter.Answer) continue;
            features.Add(Trait.Found, data.FactHash[candidate.Fact], ValueSort.Of(candidate.Value));
            if (candidate.Chain is { } chain) features.Add(Trait.FoundBy, chain.Hash, (uint)candidate.Grounds.Flips);
        }
    }

    /// <summary>Finds the tokens of names and texts.</summary>
    public void Read(Workspace work, UnderstandingData data)
    {
        _tags.Clear();
        foreach (var candidate in work.Candidates)
            if (candidate.Value is FactValue.List list)
                foreach (var name in list.Items) Mark(work, name, candidate, data.FactHash[candidate.Fact]);
            else if (candidate.Value is FactValue.Text text) Mark(work, text.Value, candidate, data.FactHash[candidate.Fact]);
    }

    private void Mark(Workspace work, string words, in Candidate candidate, uint fact)
    {
        var start = work.Message.Text.AsSpan(candidate.Start).IndexOf(words, StringComparison.Ordinal);
        if (start < 0 || words.Length == 0) return;
        start += candidate.Start;
        for (var token = _tags.Count; token < work.Tokens.Count; token++) _tags.Add(0);
        var end = start + words.Length;
        for (var token = work.Tokens.FirstFrom(start); token < work.Tokens.Count && work.Tokens[token].Start < end; token++)
            _tags[token] = Fnv.Mix(fact, work.Tokens[token].Start == start ? Begins : work.Tokens[token].End == end ? Ends : GoesOn);
    }

    /// <summary>Adds what a token is of.</summary>
    public void Add(int token, uint turn, Features features)
    {
        if (token >= 0 && token < _tags.Count && _tags[token] != 0) features.Add(Trait.FoundWord, turn, _tags[token]);
    }
}
