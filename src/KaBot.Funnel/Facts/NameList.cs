using System.Collections.Immutable;
using System.Text;

namespace KaBot.Funnel.Facts;

/// <summary>Names told one after another: in the order told, each once, however it is spelt.</summary>
public static class NameList
{
    public static ImmutableArray<string> Join(IEnumerable<string> known, IEnumerable<string> told) => [.. known.Concat(told).DistinctBy(Key)];

    public static ImmutableArray<string> Without(IEnumerable<string> known, IEnumerable<string> gone)
    {
        var keys = gone.Select(Key).ToHashSet(StringComparer.Ordinal);
        return [.. known.Where(name => !keys.Contains(Key(name)))];
    }

    // SAP, sap and Ｓ·Ａ·Ｐ are one firm.
    private static string Key(string name) =>
        string.Concat(name.Normalize(NormalizationForm.FormKC).Where(char.IsLetterOrDigit).Select(char.ToLowerInvariant)) is { Length: > 0 } key ? key : name;
}
