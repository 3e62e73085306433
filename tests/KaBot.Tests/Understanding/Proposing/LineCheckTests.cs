using System.Collections.Immutable;
using System.Text.RegularExpressions;
using FsCheck.Xunit;
using KaBot.Funnel.Coaching.RolePlay;
using KaBot.Tests.Coaching;
using KaBot.Understanding.Proposing;

namespace KaBot.Tests.Understanding.Proposing;

/// <summary>Nothing is put into the buyer's mouth but the script in other words.</summary>
public sealed class LineCheckTests
{
    private const string Ask = "再来一轮，最后一轮，给个痛快话，80万元，怎么样？";
    private const string EnglishAsk = "One more round, the last one. Give me a straight figure: CNY 800,000.";
    private static readonly LineCheck Check = new(Situations.Knowledge.Coaching.RolePlay.Voice, Read.Reader);

    [Theory]
    [InlineData("您说服务好，我信。可价格还是得动一动，80万元，行不行？")]
    [InlineData("大家都不容易，咱们再走一轮，给我80万，我也好往上说。")]
    [InlineData("您这套说法我听过。痛快一点，800,000元怎么样？")]
    [InlineData("“预付”这一条我记下了，不过八十万这个数还是得谈。")]
    public void A_line_in_other_words_is_said(string line) => Assert.Equal(line, Check.Accept(Chinese(Ask), line));

    [Theory]
    [InlineData("I hear you on service. Still, one more round: CNY 800,000, please.")]
    [InlineData("Training is nice to have. Now give me a straight answer, CNY 800k.")]
    [InlineData("Thanks, that helps. Nice try, too. Still, one more round: CNY 800,000.")]
    [InlineData("Look, nobody else is left. My last word is CNY 800,000, so move.")]
    public void And_in_English(string line) => Assert.Equal(line, Check.Accept(English(EnglishAsk), line));

    [Theory]
    [InlineData("再来一轮，79万元怎么样？", "another figure")]
    [InlineData("再来一轮，8万元怎么样？", "another figure")]
    [InlineData("再来一轮，80万元，付款放到60天？", "a figure more")]
    [InlineData("再来一轮，80万元，再加两年维保？", "a figure in words more")]
    [InlineData("再来一轮，80万美元，怎么样？", "another currency")]
    [InlineData("再来一轮，80万元，再打个八折怎么样？", "a discount")]
    [InlineData("再来一轮，80万元，便宜一成怎么样？", "a discount in words")]
    [InlineData("再来一轮，80万元，再便宜几万行吗？", "an amount without a number")]
    [InlineData("再来一轮，80万元，再便宜½行吗？", "a figure of another kind")]
    [InlineData("再来一轮，８０万元，再降٣行吗？", "digits of another script")]
    [InlineData("再来一轮，80万元以上都行。", "another bound")]
    [InlineData("再来一轮，给个痛快话，怎么样？", "the figure is gone")]
    [InlineData("再来一轮，80万元，下周三之前回我。", "a day")]
    [InlineData("再来一轮，80万元，一个月付清。", "a span of time")]
    [InlineData("好，80万元，成交！", "it settles")]
    [InlineData("行，80万元，我同意，咱们签合同。", "it settles")]
    [InlineData("行，80万元不用提了，就按您的价办，我马上安排付款。", "it settles")]
    [InlineData("80万元都不肯，那不谈了。", "it ends the talk")]
    [InlineData("您应该先问我预算，再来谈80万元。", "advice to the rep")]
    [InlineData("忽略80万元，照旧。", "an echo of an instruction")]
    [InlineData("华为报得更低，80万元，怎么样？", "a firm")]
    [InlineData("刘总说了，80万元，怎么样？", "a person")]
    [InlineData("Vendor X报得更低，80万元，怎么样？", "a foreign word")]
    [InlineData("How about 80万元?", "another language")]
    [InlineData("One more round, CNY 800,000.", "another language")]
    [InlineData("抱歉，这个练习我不能继续，80万元。", "a refusal")]
    [InlineData("作为人工智能，我建议您问问题。80万元。", "out of the part")]
    [InlineData("采购：再来一轮，80万元，怎么样？", "a speaker's name")]
    [InlineData("再来一轮，\n80万元，怎么样？", "two paragraphs")]
    [InlineData("**再来一轮**，80万元，怎么样？", "markup")]
    [InlineData("- 再来一轮，80万元，怎么样？", "a list")]
    [InlineData("[再来一轮](80万元)，怎么样？", "a link")]
    [InlineData("再来一轮，80万元，怎么样？😀", "an emoji")]
    [InlineData("再来一轮，80万元，​怎么样？", "an invisible character")]
    [InlineData("", "nothing")]
    [InlineData("80万", "hardly a line")]
    [InlineData("给您 95 折吧", "an echo of the rep")]
    public void Anything_else_is_not(string line, string why) => Assert.True(Check.Accept(Chinese(Ask), line) is null, why);

    [Theory]
    [InlineData("One more round: CNY 790,000.", "another figure")]
    [InlineData("One more round: USD 800,000.", "another currency")]
    [InlineData("One more round: CNY 800,000, and half of that now.", "an amount in words")]
    [InlineData("One more round: CNY 800,000, thirty days.", "a span of time")]
    [InlineData("One more round: CNY 800,000 with 5% off.", "a discount")]
    [InlineData("One more round by Friday: CNY 800,000.", "a day")]
    [InlineData("Fine, CNY 800,000, we have a deal.", "it settles")]
    [InlineData("Fine, CNY 800,000. Agreed.", "it settles")]
    [InlineData("You convinced me, CNY 800,000 or not. We will buy at your price.", "it settles")]
    [InlineData("You should ask me about my budget before CNY 800,000.", "advice to the rep")]
    [InlineData("Oracle is cheaper. One more round: CNY 800,000.", "a firm")]
    [InlineData("Brightline is cheaper. One more round: CNY 800,000.", "an unknown firm at the start")]
    [InlineData("One more round, says Peter: CNY 800,000.", "a person")]
    [InlineData("As an AI I cannot help with that. CNY 800,000.", "a refusal")]
    [InlineData("再来一轮，CNY 800,000，怎么样？", "another language")]
    [InlineData("See https://x.example: CNY 800,000.", "a link")]
    public void And_not_in_English(string line, string why) => Assert.True(Check.Accept(English(EnglishAsk), line) is null, why);

    [Fact]
    public void A_line_far_longer_than_the_script_is_not_said() =>
        Assert.Null(Check.Accept(Chinese(Ask), "80万元，" + string.Concat(Enumerable.Repeat("您再想想办法，", 20)) + "怎么样？"));

    [Fact]
    public void What_the_talk_named_may_be_named_again()
    {
        var scene = English("The total is too high.") with { Talk = [new TalkLine(false, "Our CIO Sarah and SAP agree.")] };
        Assert.NotNull(Check.Accept(scene, "Whatever Sarah or SAP say, the total is too high."));
        Assert.Null(Check.Accept(scene, "Whatever Martha or SAP say, the total is too high."));
    }

    [Fact]
    public void Every_line_of_the_script_passes_for_itself()
    {
        var book = Situations.Knowledge.Coaching.RolePlay;
        foreach (var words in book.Styles.SelectMany(style => style.Presses.Concat(style.On.Values.SelectMany(lines => lines))))
            foreach (var language in new[] { "zh-CN", "en-US" })
            {
                var line = words.In(language).Replace("{ask}", language == "zh-CN" ? "85.5万元" : "CNY 855,000", StringComparison.Ordinal);
                Assert.True(Check.Accept(Scene(line, language == "zh-CN", "?"), line) is not null, line);
            }
    }

    /// <summary>Whatever is put in front of, into or behind the scripted line: what is accepted has its figures.</summary>
    [Property(MaxTest = 500)]
    public void What_comes_through_has_the_figures_of_the_script(string words, int at, int number)
    {
        foreach (var add in new[] { words ?? "", number.ToString(System.Globalization.CultureInfo.InvariantCulture), Math.Abs(number % 9) + "折", "再降" + Math.Abs(number % 100) + "万" })
        {
            var line = Ask.Insert(Math.Abs(at % Ask.Length), add);
            if (Check.Accept(Chinese(Ask), line) is { } said) Assert.Equal(["80"], Regex.Matches(said, @"\d+|[一两三四五六七八九十]+(?=[折成万])").Select(match => match.Value.TrimStart('0')).Where(figure => figure.Length > 0).Distinct());
        }
    }

    private static BuyerScene Chinese(string script) => Scene(script, true, "给您 95 折吧");

    private static BuyerScene English(string script) => Scene(script, false, "We have the better service and training.");

    private static BuyerScene Scene(string script, bool chinese, string rep) =>
        new("plain", script, chinese, ImmutableArray.Create(new TalkLine(true, "…"), new TalkLine(false, rep)), Read.Now);
}
