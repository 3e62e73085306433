using KaBot.Funnel.Facts;

namespace KaBot.Tests.Understanding;

/// <summary>How people say yes, no and perhaps when they are asked about a flag; and bare values when they are asked for one.</summary>
public sealed class AnswerWordsTests
{
    // Asked for these, "pending" and 没定 answer the other way round.
    private static readonly string[] Reversed = ["terms_open", "price_objection"];

    private static readonly string[] Flags =
        [.. PlaybookFolder.Open(PlaybookFolder.Shipped).Playbook.Facts.Where(fact => fact.Kind == FactKind.Flag && !Reversed.Contains(fact.Id)).Select(fact => fact.Id)];

    [Theory]
    [InlineData("true", "是 是的 对 嗯 嗯嗯 有 有的 有了 没错 当然 确实 肯定的 好了 搞定 搞定啦 已经 早就有了 ok √ 必须有 没问题 100% 妥了 有，昨天的事 嗯，有")]
    [InlineData("true?", "应该有 可能有 估计有 大概率有 好像有 听说有了 据说是 算是吧 差不多了")]
    [InlineData("false", "没 没有 没呢 还没 还没有 不 不是 否 暂无 没影 哪有 没动静 还早 没戏 还差点 没有没有 压根没有 × 没，客户说的")]
    [InlineData("false?", "应该没有 估计没有 可能还没 好像没有 恐怕没有 据说没有")]
    public void Said_in_Chinese(string expected, string words) => Say(expected, words.Split(' '));

    [Theory]
    [InlineData("true", "yes|yep|yup|sure|absolutely|done|it is|they have|we did|already|as of yesterday|since Monday|ok|finally yes|100%|uh-huh|you bet|yes, this morning")]
    [InlineData("true?", "I think so|probably|I'd say yes|should be|most likely|pretty sure yes|it seems so|apparently|so I'm told|as far as I know, yes|kind of, yes")]
    [InlineData("false", "no|nope|not yet|not really|nothing yet|never|they have not|we haven't|far from it|hardly|still waiting|almost, but no|no, still waiting|afraid not")]
    [InlineData("false?", "I don't think so|don't think so|probably not|I doubt it|unlikely|not that I know of|as far as I know, no|not to my knowledge")]
    public void Said_in_English(string expected, string words) => Say(expected, words.Split('|'));

    [Theory]
    [InlineData("visits", "not a single one", "0")]
    [InlineData("visits", "half a dozen", "6")]
    [InlineData("visits", "a couple", "2")]
    [InlineData("visits", "haven't been yet", "0")]
    [InlineData("visits", "我算算，年前一次，昨天一次，两次", "2")]
    [InlineData("go_live", "6.1", "2026-06-01")]
    [InlineData("go_live", "no later than 15 September", "2026-09-15")]
    [InlineData("go_live", "清明后，4月9号上线", "2026-04-09")]
    [InlineData("majority_for_us", "6 out of 10", "true")]
    [InlineData("majority_for_us", "half, 4 of 8", "false")]
    [InlineData("majority_for_us", "7个里5个", "true")]
    [InlineData("majority_for_us", "五个里就两个", "false")]
    [InlineData("majority_for_us", "七个评委里只有三个", "false")]
    [InlineData("majority_for_us", "九个人里挺我们的不到三个", "false")]
    [InlineData("majority_for_us", "三票对六票，我们六", "true")]
    [InlineData("majority_for_us", "对半", "false")]
    [InlineData("majority_for_us", "3 against 5", "false")]
    [InlineData("budget", "was 90k pounds, now 70k", "70000 GBP")]
    [InlineData("visit_appointed", "Tuesday got cancelled", "-")]
    [InlineData("talks_deadline", "they gave us until the 28th", "2026-03-28")]
    [InlineData("budget", "1.5个亿", "150000000 CNY")]
    [InlineData("budget", "保底六十万", "600000.. CNY")]
    [InlineData("budget", "百八十万", "1000000 CNY?")]
    [InlineData("budget", "几百万", "-")]
    [InlineData("budget", "好几十万", "-")]
    [InlineData("budget", "38 万 5", "385000 CNY")]
    [InlineData("sponsor", "Anna, their COO", "Anna, their COO")]
    [InlineData("sponsor", "it's Maria Lopez from finance", "Maria Lopez from finance")]
    [InlineData("sponsor", "还是老陈，设备部长", "老陈，设备部长")]
    [InlineData("core_needs", "不能停线", "不能停线")]
    [InlineData("core_needs", "no downtime", "no downtime")]
    [InlineData("core_needs", "no", "null")]
    [InlineData("award_mode", "four of us", "open")]
    [InlineData("award_mode", "they kept two", "two_suppliers")]
    [InlineData("outcome", "被海川抢了", "lost")]
    [InlineData("outcome", "postponed", "stalled")]
    public void A_bare_value_is_the_answer(string asked, string text, string expected) => Assert.Equal(expected, Read.Short(Read.Of(asked, text, asked)));

    // What is a yes by itself leads nowhere in front of something else; a guess or a plan is none either. What is "still with legal", or waited for
    // in vain, is said not to be so: the labelled messages take such answers for a no.
    [Theory]
    [InlineData("as of now nothing", "false")]
    [InlineData("as of today still with legal", "false")]
    [InlineData("since they never answered, we wait", "false")]
    [InlineData("it is with legal", "-")]
    [InlineData("should be next week", "-")]
    [InlineData("apparently with legal", "-")]
    [InlineData("必须有章才算", "-")]
    [InlineData("100%要等到月底", "-")]
    [InlineData("没问题，下周签", "-")]
    public void More_words_make_it_no_yes(string text, string expected) => Assert.Equal(expected, Read.Short(Read.Of("contract_signed", text, "contract_signed")));

    [Theory]
    [InlineData("nothing specific")]
    [InlineData("没细说")]
    [InlineData("不是")]
    public void A_need_that_nobody_told_is_none(string text) => Assert.Equal("null", Read.Short(Read.Of("core_needs", text, "core_needs")));

    private static void Say(string expected, IEnumerable<string> words)
    {
        var others = words.SelectMany(text => Flags.Select(fact => (Text: text, Fact: fact, Read: Read.Short(Read.Of(fact, text, fact))))).Where(said => said.Read != expected);
        Assert.Empty(others.Select(said => $"{said.Fact}: {said.Text} → {said.Read}"));
    }
}
