using KaBot.Commands;
using KaBot.Funnel.Facts;
using KaBot.Understanding;
using KaBot.Understanding.Assertions;
using KaBot.Understanding.Learning;

namespace KaBot.Tests.Understanding;

/// <summary>What is believed of what patterns and networks find: plain words are, and what tells nothing is not.</summary>
public sealed class JudgingTests
{
    private static readonly string Folder = Path.Combine(Repository.Root, "tests/KaBot.Tests/Understanding/corpus");
    private static readonly DateTimeOffset At = new(2026, 3, 5, 10, 0, 0, TimeSpan.FromHours(8));
    private static readonly MessageReader Reader = PlaybookFolder.Open(PlaybookFolder.Shipped).Reader;

    [Fact]
    public void What_is_said_plainly_is_hardly_ever_withheld()
    {
        var playbook = PlaybookFolder.Open(PlaybookFolder.Shipped).Playbook;
        var missed = (from line in File.ReadLines(Path.Combine(Folder, "plain.jsonl"))
                      let message = MessageLine.ReadLabelled(playbook, System.Text.Json.JsonDocument.Parse(line).RootElement)
                      let found = Reader.ReadUnjudged(message.Message).Select(reading => reading.FactId)
                      let kept = Reader.Read(message.Message).Select(reading => reading.FactId)
                      where message.Labels.Any(label => found.Contains(label.FactId) && !kept.Contains(label.FactId))
                      select message.Message.Text).ToList();
        Assert.True(missed.Count <= 8, $"{missed.Count}\n{string.Join('\n', missed)}");
    }

    [Theory]
    [InlineData("昨天第二次拜访了他们CIO，预算大概50万，三月底上线，竞品用友，还嫌贵", 5)]
    [InlineData("拜访了两次，客户明确提了需求，说我们太贵，成交金额100万", 4)]
    [InlineData("We visited them twice, they stated their needs, they say we are too expensive. The deal is worth 1 million.", 4)]
    public void A_report_of_plain_clauses_passes_whole(string text, int facts) =>
        Assert.Equal(facts, Reader.Read(new RepMessage(text, text[0] < 128 ? "en" : "zh", At)).Count);

    // No pattern knows these ways to say it: the networks do.
    [Theory]
    [InlineData("the lawyers mailed back our draft all red", "our_contract")]
    [InlineData("钱打过来了，今早财务查到的", "first_payment")]
    [InlineData("it's us or Crestline, they sit down with each in turn", "award_mode")]
    public void What_no_pattern_knows_may_be_told_all_the_same(string text, string fact) =>
        Assert.Contains(fact, Reader.Read(new RepMessage(text, text[0] < 128 ? "en" : "zh", At)).Select(reading => reading.FactId));

    // Whatever the networks make of some of its letters: a name that the playbook knows is read whole.
    [Fact]
    public void A_known_name_is_read_whole()
    {
        var message = new RepMessage("昨天第二次拜访了他们CIO，预算大概50万，三月底上线，竞品用友，还嫌贵", "zh", At, "material_accepted");
        Assert.Equal(new FactValue.List(["用友"]), Reader.Read(message).Single(reading => reading.FactId == "competitors").Value);
    }

    [Theory]
    [InlineData("Rivals are Agrivolt, Feldmann and a small outfit called T3.", "Agrivolt", "Feldmann", "T3")]
    [InlineData("竞争对手有华立、东成和宏远三家", "华立", "东成", "宏远")]
    public void Each_name_of_several_is_read(string text, params string[] names) =>
        Assert.Equal(new FactValue.List([.. names]), Assert.Single(Reader.Read(new RepMessage(text, text[0] < 128 ? "en" : "zh", At)), reading => reading.FactId == "competitors").Value);

    // Of two names with such odds of being right: both together are likelier than not to be all there is, or nothing is read.
    [Theory]
    [InlineData(3, 2, "海川", "迪朴")]
    [InlineData(3, -3, "海川")]
    [InlineData(3, 0.2)]
    public void Several_names_are_believed_as_a_whole(float first, float second, params string[] expected)
    {
        var (data, networks) = (Reader.Data, Networks.Shipped!);
        var belief = new Belief(data, networks, new Claims(data, networks), new ReplyReader(data, new Asserter(data)));
        var work = Reader.Judge(new RepMessage("竞争对手有海川、迪朴", "zh", At))!;
        var rivals = data.Facts.Select(fact => fact.Id).ToList().IndexOf("competitors");
        work.Claims.RemoveAll(claim => claim.Fact == rivals && claim.Value is not FactValue.List { Items: ["海川"] or ["迪朴"] });
        foreach (var claim in work.Claims.Where(claim => claim.Fact == rivals)) (claim.Rule, claim.Right) = (null, claim.Value is FactValue.List { Items: ["海川"] } ? first : second);
        Assert.Equal(expected, (belief.Names(work, rivals)?.Value as FactValue.List)?.Items ?? []);
    }

    // What stays unlikely without being judged would not have been believed either.
    [Fact]
    public void Nothing_that_is_not_judged_would_have_been_believed()
    {
        var (verdicts, playbook, unjudged) = (Networks.Shipped!.Verdicts, PlaybookFolder.Load(PlaybookFolder.Shipped), 0);
        var scores = new float[verdicts.Labels.Count];
        foreach (var line in File.ReadLines(Path.Combine(Repository.Root, "tests/KaBot.Tests/Understanding/corpus/dev.jsonl")))
        {
            if (Reader.Judge(MessageLine.ReadLabelled(playbook, System.Text.Json.JsonDocument.Parse(line).RootElement).Message) is not { } work) continue;
            foreach (var claim in work.Claims.Where(claim => claim.Right == Claims.Unlikely))
            {
                Reader.Show(work, claim);
                verdicts.Score(work.Features.Places, scores);
                Assert.True(scores[verdicts.Label(Verdict.Right)] < 0, $"{line} {claim}");
                unjudged++;
            }
        }
        Assert.True(unjudged > 1000, $"{unjudged} claims");
    }

    [Fact]
    public void A_pattern_that_found_several_names_stands_behind_them() =>
        Assert.NotNull(Reader.Read(new RepMessage("竞品是用友和金蝶", "zh", At)).Single(reading => reading.FactId == "competitors").Pattern);

    [Fact]
    public void A_word_that_nobody_has_seen_is_no_yes() =>
        Assert.Empty(Reader.Read(new RepMessage("Banana", "en", At, "material_accepted")));

    // Where it ends no pattern says either.
    [Theory]
    [InlineData("客户说核心就一条，别让门店断货", "别让门店断货")]
    [InlineData("she kept coming back to it, fewer returns from the shops", "fewer returns from the shops")]
    public void A_need_that_no_pattern_knows_is_read_to_the_end_of_its_clause(string text, string need)
    {
        var message = new RepMessage(text, text[0] < 128 ? "en" : "zh", At);
        Assert.DoesNotContain("core_needs", Reader.ReadUnjudged(message).Select(reading => reading.FactId));
        Assert.Equal(need, Assert.Single(Reader.Read(message), reading => reading.FactId == "core_needs").Evidence);
    }

    [Theory]
    [InlineData("下周准备去拜访，到时候再看预算的事")]
    [InlineData("怎么跟客户谈合同付款方式比较好")]
    [InlineData("ok thanks, talk tomorrow")]
    public void What_tells_nothing_gives_nothing(string text) =>
        Assert.Empty(Reader.Read(new RepMessage(text, text[0] < 128 ? "en" : "zh", At)));
}
