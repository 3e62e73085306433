using KaBot.Funnel.Facts;
using KaBot.Understanding;

namespace KaBot.Tests.Understanding;

/// <summary>Reads words on a Thursday morning, 5 March 2026, in China.</summary>
internal static class Read
{
    public static readonly MessageReader Reader = PlaybookFolder.Open(PlaybookFolder.Shipped).Reader;
    public static readonly DateTimeOffset Now = new(2026, 3, 5, 10, 0, 0, TimeSpan.FromHours(8));

    public static IReadOnlyList<Reading> All(string text, string? asked = null, DateTimeOffset? at = null) =>
        Reader.Read(new RepMessage(text, text.Any(c => c > '\u2fff') ? "zh" : "en", at ?? Now, asked));

    public static Reading? Of(string fact, string text, string? asked = null, DateTimeOffset? at = null) =>
        All(text, asked, at).FirstOrDefault(reading => reading.FactId == fact);

    /// <summary>What the patterns find, believed or not.</summary>
    public static Reading? Found(string fact, string text) =>
        Reader.ReadUnjudged(new RepMessage(text, text.Any(c => c > '\u2fff') ? "zh" : "en", Now)).FirstOrDefault(reading => reading.FactId == fact);

    /// <summary>A value in short: <c>true</c>, <c>2026-03-31</c>, <c>500000..600000 CNY</c>, <c>null</c>, <c>+1</c>; "?" behind a hedged one.</summary>
    public static string Short(Reading? reading) => reading is null ? "-" : Short(reading.Value) + (reading.Certainty == Certainty.Hedged ? "?" : "");

    private static string Short(FactValue value) => value switch
    {
        FactValue.Money money when money.Low == money.High => FormattableString.Invariant($"{money.Low:0.##} {money.Currency}"),
        FactValue.Money money => FormattableString.Invariant($"{money.Low:0.##}..{money.High:0.##} {money.Currency}"),
        FactValue.Count { Increment: true } more => $"+{more.Value}",
        _ => FactValueJson.Write(value)?.ToJsonString(new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }).Trim('"') ?? "null",
    };
}
