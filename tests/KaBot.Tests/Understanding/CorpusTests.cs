using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using KaBot.Commands;
using KaBot.Understanding.Scoring;

namespace KaBot.Tests.Understanding;

/// <summary>
/// The labelled messages, measured as `understand score` does. corpus/floors.json holds what was reached, less what one message more
/// or less may move; raise it as the reading gets better. Nobody reads the lines of locked.jsonl: its figures tell how well all this
/// carries over to what the same people write, and those of apart.jsonl, how well to what others do.
/// </summary>
public sealed class CorpusTests(ITestOutputHelper output)
{
    // Each set is read once, whatever parts of it are looked at.
    private static readonly Dictionary<string, Lazy<Scorer>> Scored = new()
    {
        ["dev"] = new(() => Score(Labelled("dev"))),
        ["locked"] = new(() => Score(Labelled("locked"))),
        ["apart"] = new(() => Score(Labelled("apart"))),
        ["apart, while something else is asked"] = new(() => Score(Retold.WhileElseIsAsked(LikeTheExamples))),
        ["apart, while that is asked"] = new(() => Score(Retold.WhileItIsAsked(LikeTheExamples))),
        ["apart, without marks"] = new(() => Score(Retold.WithoutMarks(LikeTheExamples))),
    };

    private static readonly string Folder = Path.Combine(Repository.Root, "tests", "KaBot.Tests", "Understanding", "corpus");

    // The locked messages by who wrote them: those in the mix of the first examples; all that were there before writer 20; those of writers
    // 20 to 23, as oblique as people can be; those of writers from 30, as plain as the first examples, with more that tells nothing; those of
    // writers from 40, mostly short replies and pairs of which one tells a fact and the other, in nearly the same words, does not; those of writers
    // from 50, in the usual words of an ordinary day; those from 54, two in five of which use these words and tell nothing of this deal; those from
    // 62 and those from 70, in the manner of the first examples, which they were shown; those of writers 112 to 116, in everyday words, mostly while a
    // question is open, half of which they do not answer. Of those apart, four kept to that manner and mix alone:
    // what they wrote is read, too, as it would be written while another question is open or one of what it tells, and as it would be dictated; the last two wrote a working week
    // of a dozen reps.
    [Theory]
    [InlineData("dev", "dev", "")]
    [InlineData("locked", "locked, first mix", "^[a-z][0-9]+$")]
    [InlineData("locked", "locked, before writer 20", "^(?!..([2-9][0-9]|11[2-6])-)")]
    [InlineData("locked", "locked, writers from 20", "^..2[0-9]-")]
    [InlineData("locked", "locked, writers from 30", "^..3[0-9]-")]
    [InlineData("locked", "locked, writers from 40", "^..4[0-9]-")]
    [InlineData("locked", "locked, writers from 50", "^..5[0-3]-")]
    [InlineData("locked", "locked, writers from 54", "^..(5[4-9]|6[01])-")]
    [InlineData("locked", "locked, writers from 62", "^..6[2-9]-")]
    [InlineData("locked", "locked, writers from 70", "^..[7-9][0-9]-")]
    [InlineData("locked", "locked, beside an open question", "^..11[2-6]-")]
    [InlineData("apart", "apart", "^..(9|10)")]
    [InlineData("apart", "apart, in the plainest words", "^..100-")]
    [InlineData("apart", "apart, in the manner and mix of the examples", "^..11[01]-")]
    [InlineData("apart", "apart, weeks of work", "^..117-")]
    [InlineData("apart, while something else is asked", "apart, while something else is asked", "")]
    [InlineData("apart, while that is asked", "apart, while that is asked", "")]
    [InlineData("apart, without marks", "apart, without marks", "")]
    public void Figures_stay_above_their_floors(string set, string part, string ids)
    {
        var scorer = Scored[set].Value;
        using var table = new StringWriter();
        ScoreTable.Write(table, scorer);
        output.WriteLine(table.ToString());

        using var floors = JsonDocument.Parse(File.ReadAllText(Path.Combine(Folder, "floors.json")));
        foreach (var language in floors.RootElement.GetProperty(part).EnumerateObject())
        {
            bool IsOf(LabelledMessage message) => message.Message.Language == language.Name && Regex.IsMatch(message.Id, ids);
            var tally = scorer.Of(IsOf);
            var replies = scorer.Of(message => IsOf(message) && message.Kind == MessageKind.ShortReply);
            AtLeast(language, "f1", tally.F1);
            AtLeast(language, "right_facts", new Share(tally.Readings - tally.WrongFacts, tally.Readings));
            if (language.Value.TryGetProperty("replies", out _)) AtLeast(language, "replies", replies.F1);
            if (language.Value.TryGetProperty("silent", out _)) AtLeast(language, "silent", scorer.Silent(IsOf));
        }

        void AtLeast(JsonProperty language, string figure, Share share)
        {
            var floor = language.Value.GetProperty(figure).GetDouble();
            Assert.True(share.Value >= floor, string.Create(CultureInfo.InvariantCulture, $"{part} {language.Name} {figure}: {share.Value:0.000}, floor {floor:0.000}"));
        }
    }

    private static IEnumerable<LabelledMessage> LikeTheExamples => Labelled("apart").Where(message => message.Id[2..5] is "110" or "111");

    private static IEnumerable<LabelledMessage> Labelled(string set)
    {
        var playbook = PlaybookFolder.Load(PlaybookFolder.Shipped);
        foreach (var line in File.ReadLines(Path.Combine(Folder, set + ".jsonl")))
        {
            using var json = JsonDocument.Parse(line);
            yield return MessageLine.ReadLabelled(playbook, json.RootElement);
        }
    }

    private static Scorer Score(IEnumerable<LabelledMessage> messages)
    {
        var scorer = new Scorer();
        foreach (var message in messages) scorer.Add(message, Read.Reader.Read(message.Message));
        return scorer;
    }

    [Fact]
    public void Those_apart_wrote_nothing_that_was_learnt_from()
    {
        static IEnumerable<string> Writers(string set) => File.ReadLines(Path.Combine(Folder, set + ".jsonl")).Select(line =>
        {
            using var json = JsonDocument.Parse(line);
            return json.RootElement.GetProperty("id").GetString()!.Split('-')[0];
        });
        var apart = Writers("apart").ToHashSet(StringComparer.Ordinal);
        Assert.Equal(30, apart.Count);
        Assert.DoesNotContain(new[] { "dev", "taught", "nothing", "plain" }.SelectMany(Writers), apart.Contains);
    }

    [Fact]
    public void The_split_follows_the_hash_of_the_id()
    {
        foreach (var set in new[] { "dev", "taught", "locked" })
            foreach (var line in File.ReadLines(Path.Combine(Folder, set + ".jsonl")))
            {
                using var json = JsonDocument.Parse(line);
                var first = System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(json.RootElement.GetProperty("id").GetString()!))[0];
                Assert.Equal(set == "locked", first % 3 == 0);
            }
    }

    [Fact]
    public void Evidence_is_a_substring_and_nothing_is_read_twice()
    {
        var playbook = PlaybookFolder.Load(PlaybookFolder.Shipped);
        foreach (var line in File.ReadLines(Path.Combine(Folder, "dev.jsonl")))
        {
            using var json = JsonDocument.Parse(line);
            var message = MessageLine.ReadLabelled(playbook, json.RootElement).Message;
            var readings = Read.Reader.Read(message);
            Assert.Equal(readings.Count, readings.Select(reading => reading.FactId).Distinct().Count());
            Assert.All(readings, reading => Assert.Equal(reading.Evidence, message.Text.Substring(reading.Start, reading.Evidence.Length)));
        }
    }
}
