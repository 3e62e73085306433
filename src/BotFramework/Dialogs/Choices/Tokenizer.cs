namespace Microsoft.Bot.Builder.Dialogs.Choices;

/// <summary>Splits a text into words.</summary>
public delegate List<Token> TokenizerFunction(string text, string locale = null);

/// <summary>A word of a text: first and last place, as written, and in lower case.</summary>
public class Token
{
    public int Start { get; set; }

    public int End { get; set; }

    public string Text { get; set; }

    public string Normalized { get; set; }
}

/// <summary>Words end at spaces and punctuation; a character beyond the basic plane, such as an emoji, is a word of its own.</summary>
public class Tokenizer
{
    // Blocks of controls, punctuation, symbols and combining marks.
    private static readonly (int From, int To)[] Breaks =
    [
        (0x0000, 0x002F), (0x003A, 0x0040), (0x005B, 0x0060), (0x007B, 0x00BF), (0x02B9, 0x036F), (0x2000, 0x2BFF), (0x2E00, 0x2E7F),
    ];

    public static TokenizerFunction DefaultTokenizer => DefaultTokenizerImpl;

    public static List<Token> DefaultTokenizerImpl(string text, string locale = null)
    {
        var tokens = new List<Token>();
        var start = -1;
        var place = 0;
        foreach (var rune in (text ?? "").EnumerateRunes())
        {
            var breaks = Array.Exists(Breaks, block => rune.Value >= block.From && rune.Value <= block.To);
            if (breaks || !rune.IsBmp)
            {
                Close(place);
                if (!breaks) Add(place, place + rune.Utf16SequenceLength);
            }
            else if (start < 0)
            {
                start = place;
            }
            place += rune.Utf16SequenceLength;
        }
        Close(place);
        return tokens;

        void Close(int end)
        {
            if (start >= 0) Add(start, end);
            start = -1;
        }

        void Add(int from, int end)
        {
            var word = text[from..end];
            tokens.Add(new Token { Start = from, End = end - 1, Text = word, Normalized = word.ToLowerInvariant() });
        }
    }
}
