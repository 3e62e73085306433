using KaBot.Funnel.Facts;

namespace KaBot.Understanding.Scoring;

/// <summary>
/// Whether a reading's value is the label's. Flags, counts, dates, money and choices must be equal; lists and lists of choices hold the
/// same items in any order and case. A text agrees when one contains the other and is at least half as long, spaces and case aside:
/// where it starts and ends is a matter of taste.
/// </summary>
public static class Agreement
{
    public static bool Of(FactValue read, FactValue label) => (read, label) switch
    {
        (FactValue.Text a, FactValue.Text b) => Texts(Plain(a.Value), Plain(b.Value)),
        (FactValue.List a, FactValue.List b) => a.Items.Select(Plain).ToHashSet(StringComparer.Ordinal).SetEquals(b.Items.Select(Plain)),
        (FactValue.Choices a, FactValue.Choices b) => a.Ids.ToHashSet(StringComparer.Ordinal).SetEquals(b.Ids),
        _ => Equals(read, label),
    };

    private static bool Texts(string a, string b)
    {
        var (shorter, longer) = a.Length <= b.Length ? (a, b) : (b, a);
        return shorter.Length * 2 >= longer.Length && longer.Contains(shorter, StringComparison.Ordinal);
    }

    private static string Plain(string text) => string.Concat(Text.Normalizer.Of(text).Where(char.IsLetterOrDigit));
}
