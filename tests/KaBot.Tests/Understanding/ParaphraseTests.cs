using System.Text.RegularExpressions;
using KaBot.Funnel.Facts;
using KaBot.Understanding;

namespace KaBot.Tests.Understanding;

/// <summary>
/// The many ways to say one fact, most of them in no labelled message. The floors are what was reached; raise them. What is missed is
/// printed, a line each.
/// </summary>
public sealed partial class ParaphraseTests(ITestOutputHelper output)
{
    private static readonly MessageReader Reader = PlaybookFolder.Open(PlaybookFolder.Shipped).Reader;
    private static readonly DateTimeOffset At = new(2026, 3, 5, 10, 0, 0, TimeSpan.FromHours(8));

    [Theory]
    [InlineData("zh", 0.77)]
    [InlineData("en", 0.84)]
    public void Most_ways_to_say_a_fact_are_understood(string language, double floor)
    {
        var ways = Ways().Where(way => way.Language == language).ToList();
        var missed = ways.Where(way => !IsRead(way)).ToList();
        foreach (var way in missed) output.WriteLine($"{way.Fact} {way.Value}: {way.Text}");
        Assert.True(1 - (double)missed.Count / ways.Count >= floor, $"{missed.Count} of {ways.Count} ways are not understood.");
    }

    private static bool IsRead((string Fact, string Value, string Text, string Language) way)
    {
        var readings = Reader.Read(new RepMessage(way.Text, way.Language, At));
        if (way.Fact == "nothing") return readings.Count == 0;
        return readings.FirstOrDefault(reading => reading.FactId == way.Fact) is { } found && Says(found.Value, way.Value);
    }

    private static bool Says(FactValue value, string expected) => (expected, value) switch
    {
        ("null", FactValue.Open) or ("y", FactValue.Flag { Value: true }) or ("n", FactValue.Flag { Value: false }) => true,
        ("[]", FactValue.List list) => list.Items.IsEmpty,
        (_, FactValue.Count count) => expected == (count.Increment ? $"+{count.Value}" : $"{count.Value}"),
        (_, FactValue.Choice choice) => choice.Id == expected,
        (_, FactValue.Choices choices) => choices.Ids.SequenceEqual([expected]),
        _ => false,
    };

    private static IEnumerable<(string Fact, string Value, string Text, string Language)> Ways() =>
        from line in File.ReadLines(Path.Combine(Repository.Root, "tests/KaBot.Tests/Understanding/corpus/paraphrases.txt"))
        where line.Length > 0 && line[0] != '#'
        let parts = line.Split(" | ", 2)
        let head = parts[0].Split(' ', 2)
        from way in parts[1].Split(" / ")
        select (head[0], head.ElementAtOrDefault(1) ?? "", way, Han().IsMatch(way) ? "zh" : "en");

    [GeneratedRegex(@"\p{IsCJKUnifiedIdeographs}")]
    private static partial Regex Han();
}
