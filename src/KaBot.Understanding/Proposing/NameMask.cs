using System.Globalization;
using System.Text;
using KaBot.Understanding.Asking;
using KaBot.Understanding.Text;

namespace KaBot.Understanding.Proposing;

/// <summary>
/// Replaces names by numbers in double brackets, and puts them back as they were written. A customer is known by the short forms of its
/// name too (恒瑞), a person by each name of several. Of two names in one place the longer goes. Pure, for one message.
/// </summary>
public sealed class NameMask
{
    private const int ShortestName = 2, ShortestPart = 3;

    private readonly string[] _forms;
    private readonly List<(string Words, string Mark)> _hidden = [];

    /// <param name="accounts">Names of customers.</param>
    /// <param name="others">Names of deals and people.</param>
    public NameMask(IEnumerable<string> accounts, IEnumerable<string> others) =>
        _forms = [.. accounts.SelectMany(DealMentions.Ways).Concat(others.SelectMany(Parts)).Where(form => form.Length >= ShortestName)
            .Distinct(StringComparer.Ordinal).OrderByDescending(form => form.Length).ThenBy(form => form, StringComparer.Ordinal)];

    /// <summary>Nothing is hidden.</summary>
    public static NameMask None => new([], []);

    public string Hide(string text)
    {
        var (plain, hidden, from) = (Normalizer.Of(text), new StringBuilder(), 0);
        for (var at = 0; at < text.Length; at++)
        {
            if (Array.Find(_forms, form => Stands(plain, form, at)) is not { } found) continue;
            hidden.Append(text, from, at - from).Append(Mark(text, text.Substring(at, found.Length)));
            from = at + found.Length;
            at = from - 1;
        }
        return hidden.Append(text, from, text.Length - from).ToString();
    }

    public string Show(string text) => _hidden.Aggregate(text, (now, one) => now.Replace(one.Mark, one.Words, StringComparison.Ordinal));

    private string Mark(string text, string words)
    {
        if (_hidden.Find(one => one.Words == words) is { Mark: { } known }) return known;
        // A message that holds such a mark of its own keeps it.
        for (var number = _hidden.Count + 1; ; number++)
        {
            var mark = $"[[{number.ToString(CultureInfo.InvariantCulture)}]]";
            if (text.Contains(mark, StringComparison.Ordinal) || _hidden.Exists(one => one.Mark == mark)) continue;
            _hidden.Add((words, mark));
            return mark;
        }
    }

    private static bool Stands(string text, string form, int at) =>
        string.CompareOrdinal(text, at, form, 0, form.Length) == 0 && Chars.AtWordStart(text, at) && Chars.AtWordEnd(text, at + form.Length);

    private static IEnumerable<string> Parts(string name)
    {
        var plain = Normalizer.Of(name).Trim();
        return plain.Split(' ').Where(part => part.Length >= ShortestPart && char.IsAsciiLetter(part[0])).Prepend(plain);
    }
}
