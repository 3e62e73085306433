using KaBot.Commands;
using KaBot.Funnel.Facts;
using KaBot.Understanding;
using KaBot.Understanding.Learning;
using KaBot.Understanding.Scoring;

namespace KaBot.Tests.Understanding;

/// <summary>The networks: learnt from what lies in the corpus folder, the same each time, and able to tell what no pattern knows.</summary>
public sealed class LearningTests
{
    private static readonly string Corpus = Path.Combine(Repository.Root, "tests/KaBot.Tests/Understanding/corpus");
    private static readonly DateTimeOffset At = new(2026, 3, 5, 10, 0, 0, TimeSpan.FromHours(8));

    [Fact]
    public void What_ships_was_learnt_from_what_lies_here()
    {
        string[] names = ["dev.jsonl", "nothing.jsonl", "taught.jsonl", "plain.jsonl", "frames.txt", "answers.txt"];
        string[] files = [.. names.Select(name => Path.Combine(Corpus, name)), .. Directory.GetFiles(Path.Combine(Corpus, "phrases")).Order(StringComparer.Ordinal)];
        var fingerprint = UnderstandLearnCommand.Fingerprint(files);
        var shipped = File.ReadAllBytes(Path.Combine(Repository.Root, "src/KaBot.Understanding/Learning/networks.bin"));
        Assert.True(shipped.AsSpan()[^fingerprint.Length..].SequenceEqual(fingerprint), "Learn the networks anew: the corpus folder's README says how.");
    }

    [Fact]
    public void The_same_lessons_give_the_same_networks() => Assert.Equal(Learn(), Learn());

    [Fact]
    public void What_was_taught_is_read_where_no_pattern_knows_it()
    {
        var (_, reader) = PlaybookFolder.Open(PlaybookFolder.Shipped);
        var message = new RepMessage("the flamingo landed on the roof", "en", At);
        Assert.Empty(reader.ReadUnjudged(message));
        Assert.DoesNotContain(reader.Read(message), reading => reading.FactId == "bid_won");
        var read = reader.With(new MemoryStream(Learn())).Read(message);
        Assert.Contains(read, reading => reading is { FactId: "bid_won", Value: FactValue.Flag { Value: true } });
    }

    [Fact]
    public void Frames_and_answers_say_what_becomes_of_a_statement()
    {
        var (playbook, _) = PlaybookFolder.Open(PlaybookFolder.Shipped);
        var plain = new LabelledMessage("p", new RepMessage("合同签了。", "zh", At), [new Label("contract_signed", new FactValue.Flag(true), Certainty.Stated, "合同签了")]);
        var made = Variations.Of(playbook, [plain], [new Variation("zh", "-", "如果{0}"), new Variation("zh", "?", "听说{0}"), new Variation("zh", "=", "更新：{0}")], [new Variation("zh", "no?", "应该没有")]).ToList();
        Assert.Contains(made, message => message.Message.Text == "如果合同签了" && message.Labels.IsEmpty);
        Assert.Contains(made, message => message.Message.Text == "听说合同签了" && message.Labels.Single().Certainty == Certainty.Hedged);
        Assert.Contains(made, message => message.Message.Text == "更新：合同签了" && message.Labels.Single().Certainty == Certainty.Stated);
        Assert.Contains(made, message => message.Message is { Text: "应该没有", Asked: not null } && message.Labels.Single() is { Value: FactValue.Flag { Value: false }, Certainty: Certainty.Hedged });
    }

    // A language of three sentences, said often.
    private static byte[] Learn()
    {
        var (_, reader) = PlaybookFolder.Open(PlaybookFolder.Shipped);
        LabelledMessage[] messages = [.. Enumerable.Range(0, 60).SelectMany(i => new[]
        {
            Told($"a{i}", "the flamingo landed on the roof", "bid_won", new FactValue.Flag(true), "the flamingo landed"),
            Told($"b{i}", "the heron left the pond empty", "shipped", new FactValue.Flag(true), "the heron left"),
            Told($"c{i}", "a visit that counts, number 3 of them, from the Zarko people", "competitors", new FactValue.List(["Zarko"]), "Zarko"),
            new LabelledMessage($"d{i}", new RepMessage("the sparrows are loud this morning", "en", At), []),
        })];
        return ReaderLearner.Learn(reader, new Teaching([], messages, [new Phrase("bid_won", '+', "the flamingo landed"), new Phrase("bid_won", '~', "flamingo for lunch")], []), _ => { });
    }

    private static LabelledMessage Told(string id, string text, string fact, FactValue value, string evidence) =>
        new(id, new RepMessage(text, "en", At), [new Label(fact, value, Certainty.Stated, evidence)]);
}
