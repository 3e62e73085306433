using KaBot.Commands;
using KaBot.Funnel.Facts;
using KaBot.Understanding.Learning;
using KaBot.Understanding.Values;

namespace KaBot.Tests.Understanding;

/// <summary>
/// Whether the grammars find the values that labels give, whatever fact they are then taken to belong to: what they do not find nobody reads.
/// </summary>
public sealed class ValueCoverageTests(ITestOutputHelper output)
{
    [Theory]
    [InlineData("zh", FactKind.Date, 0.993)]
    [InlineData("en", FactKind.Date, 0.986)]
    [InlineData("zh", FactKind.Money, 0.982)]
    [InlineData("en", FactKind.Money, 0.958)]
    public void Dates_and_sums_that_people_name_are_found(string language, FactKind kind, double least)
    {
        var (playbook, reader) = PlaybookFolder.Open(PlaybookFolder.Shipped);
        var facts = reader.Data.Facts.Where(fact => fact.Kind == kind).Select(fact => fact.Id).ToHashSet();
        var (found, all) = (0, 0);
        foreach (var line in new[] { "taught.jsonl", "dev.jsonl" }.SelectMany(file => File.ReadLines(Path.Combine(Repository.Root, "tests/KaBot.Tests/Understanding/corpus", file))))
        {
            if (!facts.Any(fact => line.Contains($"\"{fact}\": {{", StringComparison.Ordinal))) continue;
            var message = MessageLine.ReadLabelled(playbook, System.Text.Json.JsonDocument.Parse(line).RootElement);
            FactValue[] values = [.. message.Labels.Where(label => facts.Contains(label.FactId) && label.Value is not FactValue.Open).Select(label => label.Value)];
            if (message.Message.Language != language || values.Length == 0 || reader.Prepare(message.Message, Networks.Shipped!.Common) is not { } work) continue;
            var spotted = work.Values.Select(value => ValueOf.Loosely(kind, work, value)).OfType<FactValue>().ToHashSet();
            (found, all) = (found + values.Count(spotted.Contains), all + values.Length);
        }
        output.WriteLine($"{found} of {all}");
        Assert.True(found >= least * all, $"{found} of {all}");
    }
}
