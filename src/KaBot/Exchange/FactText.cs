using System.Globalization;
using KaBot.Funnel.Facts;
using KaBot.Funnel.Playbooks;

namespace KaBot.Exchange;

/// <summary>
/// A fact's value in one cell, for people and back again: <c>yes</c>, <c>3</c>, <c>1 more</c>, <c>2026-03-31</c>, <c>500000 CNY</c>,
/// <c>300000..500000 CNY</c>, <c>..500000 CNY</c>, words, <c>a; b</c>, a choice's id, <c>none</c> for an empty list, <c>open</c> for
/// known to be undecided. A backslash keeps words from being read as one of these.
/// </summary>
public static class FactText
{
    private const string Open = "open", None = "none", More = " more";

    public static string Write(FactValue value) => value switch
    {
        FactValue.Open => Open,
        FactValue.Flag flag => flag.Value ? "yes" : "no",
        FactValue.Count count => count.Value.ToString(CultureInfo.InvariantCulture) + (count.Increment ? More : ""),
        FactValue.Date date => date.Value.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        FactValue.Money { Low: { } low, High: { } high } money when low == high => $"{Digits(low)} {money.Currency}",
        FactValue.Money money => $"{Digits(money.Low)}..{Digits(money.High)} {money.Currency}",
        FactValue.Text { Value: Open or ['\\', ..] } text => "\\" + text.Value,
        FactValue.Text text => text.Value,
        FactValue.List { Items.IsEmpty: true } => None,
        FactValue.List { Items: [None] } => "\\" + None,
        FactValue.List list => string.Join("; ", list.Items.Select(item => item.Replace("\\", "\\\\", StringComparison.Ordinal).Replace(";", "\\;", StringComparison.Ordinal))),
        FactValue.Choice choice => choice.Id,
        FactValue.Choices choices => string.Join("; ", choices.Ids),
        _ => throw new InvalidOperationException($"No text for {value}."),
    };

    /// <summary>Throws <see cref="FormatException"/> that says what the cell should hold.</summary>
    public static FactValue Read(FactDefinition fact, string cell)
    {
        if (cell == Open && fact.Kind is not (FactKind.Flag or FactKind.Count or FactKind.List or FactKind.Choices)) return FactValue.Open.Value;
        return fact.Kind switch
        {
            FactKind.Flag => new FactValue.Flag(cell.ToLowerInvariant() switch { "yes" or "true" or "1" => true, "no" or "false" or "0" => false, _ => throw Bad("yes or no") }),
            FactKind.Count => Count(cell),
            FactKind.Date => DateOnly.TryParseExact(cell, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? new FactValue.Date(date) : throw Bad("a date such as 2026-03-31, or open"),
            FactKind.Money => Money(cell),
            FactKind.Text => new FactValue.Text(cell is ['\\', .. var words] ? words : cell),
            FactKind.List => cell == None ? new FactValue.List([]) : new FactValue.List([.. Items(cell)]),
            FactKind.Choice => new FactValue.Choice(Choice(fact, cell)),
            FactKind.Choices => new FactValue.Choices([.. cell.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(id => Choice(fact, id))]),
            _ => throw Bad("a value"),
        };
    }

    private static FactValue.Count Count(string cell)
    {
        var more = cell.EndsWith(More, StringComparison.Ordinal);
        return int.TryParse(more ? cell[..^More.Length] : cell, NumberStyles.None, CultureInfo.InvariantCulture, out var count) && (count > 0 || !more)
            ? new FactValue.Count(count, more) : throw Bad("a whole number such as 3, or 1 more");
    }

    private static FactValue.Money Money(string cell)
    {
        const string expected = "an amount such as 500000 CNY, 300000..500000 CNY, ..500000 CNY or 300000.. CNY, or open";
        var space = cell.LastIndexOf(' ');
        var (amount, currency) = space > 0 ? (cell[..space].Trim(), cell[(space + 1)..]) : (cell, "CNY");
        if (currency.Length != 3 || !currency.All(char.IsAsciiLetterUpper)) throw Bad(expected);
        var parts = amount.Split("..");
        var (low, high) = parts switch { [var one] => (Part(one), Part(one)), [var from, var to] => (Part(from), Part(to)), _ => throw Bad(expected) };
        return low is null && high is null || low > high ? throw Bad(expected) : new FactValue.Money(low, high, currency);

        static decimal? Part(string text) => text.Length == 0 ? null
            : decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) ? number : throw Bad(expected);
    }

    private static string Choice(FactDefinition fact, string id) => fact.Choice(id)?.Id ?? throw Bad("one of " + string.Join(", ", fact.Choices.Select(choice => choice.Id)));

    private static IEnumerable<string> Items(string cell)
    {
        var item = new System.Text.StringBuilder();
        for (var i = 0; i < cell.Length; i++)
        {
            if (cell[i] == '\\' && i + 1 < cell.Length) item.Append(cell[++i]);
            else if (cell[i] == ';')
            {
                if (item.ToString().Trim() is { Length: > 0 } one) yield return one;
                item.Clear();
            }
            else item.Append(cell[i]);
        }
        if (item.ToString().Trim() is { Length: > 0 } last) yield return last;
    }

    private static string Digits(decimal? amount) => amount?.ToString("0.############", CultureInfo.InvariantCulture) ?? "";

    private static FormatException Bad(string expected) => new($"should hold {expected}");
}
