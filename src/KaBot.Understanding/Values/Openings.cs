namespace KaBot.Understanding.Values;

/// <summary>By which two letters certain words begin: where none of them does, nothing needs to be looked at more closely.</summary>
internal sealed class Openings
{
    private const int Ascii = 128;

    private readonly bool[] _pairs = new bool[Ascii * Ascii];

    /// <param name="words">In lower case; only those of Latin letters count.</param>
    public Openings(params IEnumerable<string> words)
    {
        foreach (var word in words)
            if (word.Length > 1 && word[0] < Ascii && word[1] < Ascii) _pairs[word[0] * Ascii + word[1]] = true;
    }

    /// <summary>Whether one of the words may begin at a place: any may where its second letter is written nowhere else, as in märz.</summary>
    public bool May(ReadOnlySpan<char> text, int at) => at + 1 < text.Length && text[at] < Ascii && (text[at + 1] >= Ascii || _pairs[text[at] * Ascii + text[at + 1]]);
}
