using System.Globalization;

namespace KaBot.Model;

/// <summary>Replaces names by numbers in double brackets, and puts them back.</summary>
internal sealed class NameMask
{
    private const int Shortest = 2;
    private readonly IReadOnlyList<(string Name, string Mark)> _names;

    public NameMask(IEnumerable<string> names) => _names = [.. names.Select(name => name.Trim()).Where(name => name.Length >= Shortest)
        .Distinct(StringComparer.Ordinal).OrderByDescending(name => name.Length).Select((name, index) => (name, $"[[{(index + 1).ToString(CultureInfo.InvariantCulture)}]]"))];

    public string Hide(string text) => _names.Aggregate(text, (now, one) => now.Replace(one.Name, one.Mark, StringComparison.OrdinalIgnoreCase));

    public string Show(string text) => _names.Aggregate(text, (now, one) => now.Replace(one.Mark, one.Name, StringComparison.Ordinal));
}
