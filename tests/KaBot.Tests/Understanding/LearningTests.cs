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

    [Fact]
    public void What_a_far_off_sentence_takes_back_is_not_read()
    {
        var (_, reader) = PlaybookFolder.Open(PlaybookFolder.Shipped);
        var taught = reader.With(new MemoryStream(Learn()));
        Assert.DoesNotContain(taught.Read(new RepMessage(Dream, "en", At)), reading => reading.FactId == "bid_won");
        Assert.Contains(taught.Read(new RepMessage(Dream.Replace("dream", "garden", StringComparison.Ordinal), "en", At)), reading => reading.FactId == "bid_won");
    }

    [Fact]
    public void What_stands_far_apart_is_read_together()
    {
        var (_, reader) = PlaybookFolder.Open(PlaybookFolder.Shipped);
        var taught = reader.With(new MemoryStream(Learn()));
        foreach (var bird in new[] { "crane", "stork" })
            foreach (var colour in new[] { "red", "blue" })
                Assert.Equal((bird, colour) is ("crane", "red") or ("stork", "blue"), taught.Read(new RepMessage(Bird(bird, colour), "en", At)).Any(reading => reading.FactId == "repeat_order"));
    }

    [Fact]
    public void A_renamed_message_says_the_same_of_others()
    {
        LabelledMessage[] messages =
        [
            new("a", new RepMessage("对手有海川、迪朴两家，海川便宜，要的是对账快", "zh", At),
                [new Label("competitors", new FactValue.List(["海川", "迪朴"]), Certainty.Stated, "有海川、迪朴两家"), new Label("core_needs", new FactValue.Text("对账快"), Certainty.Stated, "对账快")]),
            new("b", new RepMessage("竞品是南风机电，牵头的是廖主任", "zh", At),
                [new Label("competitors", new FactValue.List(["南风机电"]), Certainty.Hedged, "竞品是南风机电"), new Label("sponsor", new FactValue.Text("廖主任"), Certainty.Stated, "牵头的是廖主任")]),
            new("c", new RepMessage("预算50万", "zh", At), [new Label("budget", new FactValue.Money(500000, 500000, "CNY"), Certainty.Stated, "预算50万")]),
            .. Enumerable.Range(0, 20).Select(i => new LabelledMessage($"d{i}", new RepMessage($"竞品是甲乙{(char)('子' + i)}厂", "zh", At), [new Label("competitors", new FactValue.List([$"甲乙{(char)('子' + i)}厂"]), Certainty.Stated, "竞品")])),
        ];
        var renaming = new Renaming(messages, new HashSet<string> { "sponsor" });
        Assert.Null(renaming.Of(messages[2], 0));
        var renamed = renaming.Of(messages[0], 0)!;
        Assert.Equivalent(renamed, renaming.Of(messages[0], 0));
        Assert.NotEqual(renamed.Message.Text, renaming.Of(messages[0], 1)!.Message.Text);
        var names = Assert.IsType<FactValue.List>(renamed.Labels[0].Value).Items;
        Assert.Equal($"对手有{names[0]}、{names[1]}两家，{names[0]}便宜，要的是对账快", renamed.Message.Text);
        Assert.Equal($"有{names[0]}、{names[1]}两家", renamed.Labels[0].Evidence);
        Assert.DoesNotContain("海川", renamed.Message.Text, StringComparison.Ordinal);
    }

    // A flamingo that only lands in a dream, as the last sentence has it.
    private const string Dream = "the flamingo landed on the roof. the tea was green. the cups were blue. the spoons were missing. all of it in the dream of my aunt";

    // Which bird and which colour it is counts only together, and they stand far apart.
    private static string Bird(string bird, string colour) => $"a {bird} by the old river at noon in the rain was {colour}";

    // A language of a few sentences, said often.
    private static byte[] Learn()
    {
        var (_, reader) = PlaybookFolder.Open(PlaybookFolder.Shipped);
        LabelledMessage[] messages = [.. Enumerable.Range(0, 60).SelectMany(i => new[]
        {
            Told($"a{i}", "the flamingo landed on the roof", "bid_won", new FactValue.Flag(true), "the flamingo landed"),
            Told($"b{i}", "the heron left the pond empty", "shipped", new FactValue.Flag(true), "the heron left"),
            Told($"c{i}", "a visit that counts, number 3 of them, from the Zarko people", "competitors", new FactValue.List(["Zarko"]), "Zarko"),
            new LabelledMessage($"e{i}", new RepMessage(Dream, "en", At), []),
            Told($"f{i}", Dream.Replace("dream", "garden", StringComparison.Ordinal), "bid_won", new FactValue.Flag(true), "the flamingo landed"),
            Told($"g{i}", Bird("crane", "red"), "repeat_order", new FactValue.Flag(true), "crane"),
            Told($"h{i}", Bird("stork", "blue"), "repeat_order", new FactValue.Flag(true), "stork"),
            new LabelledMessage($"i{i}", new RepMessage(Bird("crane", "blue"), "en", At), []),
            new LabelledMessage($"j{i}", new RepMessage(Bird("stork", "red"), "en", At), []),
            new LabelledMessage($"d{i}", new RepMessage("the sparrows are loud this morning", "en", At), []),
        })];
        return ReaderLearner.Learn(reader, new Teaching([], messages, [new Phrase("bid_won", '+', "the flamingo landed"), new Phrase("bid_won", '~', "flamingo for lunch")]), _ => { });
    }

    private static LabelledMessage Told(string id, string text, string fact, FactValue value, string evidence) =>
        new(id, new RepMessage(text, "en", At), [new Label(fact, value, Certainty.Stated, evidence)]);
}
