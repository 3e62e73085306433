using KaBot.Commands;
using KaBot.Understanding;
using KaBot.Understanding.Judging;

namespace KaBot.Tests.Understanding;

/// <summary>The judges behind the patterns: what they learn is what ships, and what is said plainly passes them.</summary>
public sealed class JudgingTests
{
    private static readonly string Folder = Path.Combine(Repository.Root, "tests/KaBot.Tests/Understanding/corpus");
    private static readonly string Shipped = Path.Combine(Repository.Root, "src/KaBot.Understanding/Judging");
    private static readonly DateTimeOffset At = new(2026, 3, 5, 10, 0, 0, TimeSpan.FromHours(8));
    private static readonly MessageReader Reader = PlaybookFolder.Open(PlaybookFolder.Shipped).Reader;

    [Fact]
    public void Trust_learnt_anew_is_what_ships() =>
        Assert.Equal(File.ReadAllBytes(Path.Combine(Shipped, "trust.bin")),
            Logistic.Learn(UnderstandLearnCommand.TrustSamples(Path.Combine(Folder, "judged.txt")), TrustJudge.Size));

    [Fact]
    public void Senses_learnt_anew_are_what_ships()
    {
        var (playbook, reader) = PlaybookFolder.Open(PlaybookFolder.Shipped);
        var messages = File.ReadLines(Path.Combine(Folder, "dev.jsonl")).Select(line => MessageLine.ReadLabelled(playbook, System.Text.Json.JsonDocument.Parse(line).RootElement));
        var phrases = Directory.GetFiles(Path.Combine(Folder, "phrases")).Order(StringComparer.Ordinal);
        Assert.Equal(File.ReadAllBytes(Path.Combine(Shipped, "senses.bin")), SenseLearner.Learn(SenseSamples.Of(reader, messages, phrases)));
    }

    [Theory]
    [InlineData("预算批了，老板点头给八十万", "budget+", "shipped+")]
    [InlineData("they signed the contract this morning", "contract_signed+", "budget+")]
    public void Senses_tell_what_a_clause_speaks_of(string text, string told, string other)
    {
        using var file = File.OpenRead(Path.Combine(Shipped, "senses.bin"));
        var senses = Senses.Read(file);
        var (likely, unlikely) = (SenseLearner.ScoreOf(senses, text, told), SenseLearner.ScoreOf(senses, text, other));
        Assert.True(likely > unlikely + 2, $"{likely} against {unlikely}");
    }

    [Fact]
    public void News_learnt_anew_is_what_ships()
    {
        string[] gold = [Path.Combine(Folder, "dev.jsonl"), Path.Combine(Folder, "plain.jsonl")];
        var samples = UnderstandLearnCommand.NewsSamples(PlaybookFolder.Open(PlaybookFolder.Shipped).Playbook, gold, Path.Combine(Folder, "nothing.txt"));
        Assert.Equal(File.ReadAllBytes(Path.Combine(Shipped, "news.bin")), Logistic.Learn(samples, NewsJudge.Size));
    }

    [Fact]
    public void Of_readings_that_it_did_not_learn_from_it_withholds_wrong_ones_far_sooner_than_right_ones()
    {
        var samples = UnderstandLearnCommand.TrustSamples(Path.Combine(Folder, "judged.txt"));
        var scores = Logistic.CrossValidate(samples, TrustJudge.Size);
        double Kept(bool right) => samples.Where((sample, i) => sample.Positive == right && TrustJudge.IsTrusted(scores[i])).Count() / (double)samples.Count(sample => sample.Positive == right);
        Assert.True(Kept(true) >= 0.92, $"right ones kept: {Kept(true):0.000}");
        Assert.True(Kept(false) <= 0.72, $"wrong ones kept: {Kept(false):0.000}");
    }

    [Fact]
    public void What_is_said_plainly_is_hardly_ever_withheld()
    {
        var playbook = PlaybookFolder.Open(PlaybookFolder.Shipped).Playbook;
        var missed = (from line in File.ReadLines(Path.Combine(Folder, "plain.jsonl"))
                      let message = MessageLine.ReadLabelled(playbook, System.Text.Json.JsonDocument.Parse(line).RootElement)
                      let found = Reader.ReadUnjudged(message.Message).Select(pair => pair.Reading.FactId)
                      let kept = Reader.Read(message.Message).Select(reading => reading.FactId)
                      where message.Labels.Any(label => found.Contains(label.FactId) && !kept.Contains(label.FactId))
                      select message.Message.Text).ToList();
        Assert.True(missed.Count <= 3, string.Join('\n', missed));
    }

    [Theory]
    [InlineData("昨天第二次拜访了他们CIO，预算大概50万，三月底上线，竞品用友，还嫌贵", 5)]
    [InlineData("拜访了两次，客户明确提了需求，说我们太贵，成交金额100万", 4)]
    [InlineData("We visited them twice, they stated their needs, they say we are too expensive. The deal is worth 1 million.", 4)]
    public void A_report_of_plain_clauses_passes_whole(string text, int facts) =>
        Assert.Equal(facts, Reader.Read(new RepMessage(text, text[0] < 128 ? "en" : "zh", At)).Count);

    [Theory]
    [InlineData("下周准备去拜访，到时候再看预算的事")]
    [InlineData("怎么跟客户谈合同付款方式比较好")]
    [InlineData("ok thanks, talk tomorrow")]
    public void What_tells_nothing_gives_nothing(string text) =>
        Assert.Empty(Reader.Read(new RepMessage(text, text[0] < 128 ? "en" : "zh", At)));
}
