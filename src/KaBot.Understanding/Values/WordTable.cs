using System.Collections.Frozen;

namespace KaBot.Understanding.Values;

/// <summary>Words that stand for something, by their first letter: they are many, and at most places none of them begins.</summary>
/// <param name="words">None empty; of those with the same first letter each keeps its turn.</param>
internal sealed class WordTable<T>(params IEnumerable<(string Word, T Meaning)> words)
{
    private readonly FrozenDictionary<char, (string Word, T Meaning)[]> _words = words.GroupBy(word => word.Word[0]).ToFrozenDictionary(group => group.Key, group => group.ToArray());

    /// <summary>Those that may begin at a place, for their first letter stands there.</summary>
    public ReadOnlySpan<(string Word, T Meaning)> At(ReadOnlySpan<char> text, int at) => at < text.Length && _words.TryGetValue(text[at], out var some) ? some : default;
}
