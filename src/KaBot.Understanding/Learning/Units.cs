using System.Runtime.InteropServices;
using KaBot.Understanding.Text;

namespace KaBot.Understanding.Learning;

/// <summary>What is said without a pause within: a Chinese character, a word, a figure.</summary>
/// <param name="Hash">Of a word its stem, of a figure that it is one.</param>
internal readonly record struct Unit(int Start, int End, uint Hash);

/// <summary>The units of a text; marks and spaces are none. Used again for the next text of the thread.</summary>
internal sealed class Units
{
    private const int Stem = 7;

    private readonly List<Unit> _units = [];

    public ReadOnlySpan<Unit> All => CollectionsMarshal.AsSpan(_units);

    /// <param name="text">Normalised.</param>
    public void Read(ReadOnlySpan<char> text)
    {
        _units.Clear();
        for (var i = 0; i < text.Length;)
        {
            var (start, hash) = (i, Fnv.Basis);
            if (Chars.IsHan(text[i])) hash = Fnv.Mix(hash, text[i++]);
            else if (char.IsAsciiDigit(text[i]))
            {
                while (i < text.Length && (char.IsAsciiDigit(text[i]) || text[i] is '.' or ',' && i + 1 < text.Length && char.IsAsciiDigit(text[i + 1]))) i++;
                hash = Fnv.Mix(hash, '#');
            }
            else if (char.IsLetter(text[i]))
                for (; i < text.Length && (char.IsLetter(text[i]) && !Chars.IsHan(text[i]) || text[i] == '\''); i++) hash = i - start < Stem ? Fnv.Mix(hash, text[i]) : hash;
            else
            {
                i++;
                continue;
            }
            _units.Add(new Unit(start, i, hash));
        }
    }
}
