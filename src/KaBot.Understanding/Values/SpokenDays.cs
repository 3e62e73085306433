namespace KaBot.Understanding.Values;

/// <summary>Ordinals in words, as days are dictated: first, twelfth, twenty-second.</summary>
internal static class SpokenDays
{
    private static readonly string[] Units = ["first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth"];

    private static readonly string[] Teens = ["tenth", "eleventh", "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth", "eighteenth", "nineteenth"];

    /// <summary>Every such ordinal up to the thirty-first, with its number; longer ones first.</summary>
    public static IReadOnlyList<(string Words, int Number)> All { get; } =
    [
        .. Of("twenty", 20, Units), .. Of("thirty", 30, Units[..1]), ("twentieth", 20), ("thirtieth", 30),
        .. Teens.Select((word, index) => (word, index + 10)), .. Units.Select((word, index) => (word, index + 1)),
    ];

    private static readonly Dictionary<string, int> Numbers = All.ToDictionary(pair => pair.Words, pair => pair.Number, StringComparer.Ordinal);

    /// <summary>The number of an ordinal in words; null for any other words.</summary>
    public static int? Number(string words) => Numbers.TryGetValue(words, out var number) ? number : null;

    private static IEnumerable<(string Words, int Number)> Of(string ten, int number, string[] units) =>
        units.SelectMany((unit, index) => new[] { ($"{ten} {unit}", number + index + 1), ($"{ten}-{unit}", number + index + 1) });
}
