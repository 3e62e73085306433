using KaBot.Understanding;
using KaBot.Understanding.Learning;

namespace KaBot.Tests.Understanding;

/// <summary>What is dictated has no marks: pauses are found where people would set one.</summary>
public sealed class PauseTests
{
    [Theory]
    [InlineData("今天第三次去了他们厂里见的是生产副总刘建国他们现在排产全靠手工想上MES预算一百二十万另外金蝶也在跟", "visits=3 budget=1200000 CNY competitors=[\"金蝶\"]")]
    [InlineData("合同双方昨天都签了首付款也到账了货下个月发价格是九十八万没再变过", "contract_signed=true first_payment=true")]
    [InlineData("the contract is signed by both sides the first payment arrived this morning and the goods went out the same day", "contract_signed=true first_payment=true shipped=true")]
    public void One_breath_is_read_as_if_it_had_marks(string text, string expected)
    {
        var read = Read.All(text).ToDictionary(reading => reading.FactId, Read.Short);
        foreach (var fact in expected.Split(' ').Aggregate(new List<string>(), (all, part) => { if (part.Contains('=')) all.Add(part); else all[^1] += " " + part; return all; }))
            Assert.Equal(fact, $"{fact.Split('=')[0]}={read.GetValueOrDefault(fact.Split('=')[0], "-")}");
    }

    [Theory]
    [InlineData("今天第三次去了他们厂里，见的是生产副总刘建国，预算一百二十万")]
    [InlineData("we visited them for the second time yesterday, and the budget is about 300k")]
    [InlineData("预算80万")]
    public void Who_sets_marks_is_taken_at_them(string text)
    {
        var (with, without) = (Clauses(Read.Reader, text), Clauses(Read.Reader.With(new Pauses(NetworkLearner.Learn([new Example([], ["none"], [], [])], new Lessons(Hidden: 32)))), text));
        Assert.Equal(without, with);
    }

    private static List<int> Clauses(MessageReader reader, string text) =>
        [.. reader.Prepare(new RepMessage(text, "zh", Read.Now), Networks.Shipped!.Common)!.Layout.Clauses.Select(clause => clause.Start)];

    [Fact]
    public void No_pause_falls_into_a_value()
    {
        const string Text = "今天第三次去了他们厂里见的是生产副总刘建国想上MES预算一百二十万到一百五十万另外明年三月底之前上线金蝶也在跟";
        var work = Read.Reader.Prepare(new RepMessage(Text, "zh", Read.Now), Networks.Shipped!.Common)!;
        Assert.True(work.Layout.Clauses.Count > 1);
        Assert.All(work.Values, value => Assert.Equal(work.Layout.ClauseAt(value.Start), work.Layout.ClauseAt(value.End - 1)));
    }

    [Fact]
    public void A_pause_is_learnt_from_marks()
    {
        string[] texts = [.. Enumerable.Range(0, 200).Select(i => $"预算{i}万，对手是用友。合同已经发了，{i}号回签")];
        var pauses = new Pauses(PauseLearner.Learn(texts));
        var reader = Read.Reader.With(pauses);
        const string Dictated = "预算60万对手是用友合同已经发了7号回签";
        Assert.Equal(["预算60万", "对手是用友", "合同已经发了", "7号回签"],
            reader.Prepare(new RepMessage(Dictated, "zh", Read.Now), Networks.Shipped!.Common)!.Layout.Clauses.Select(clause => Dictated[clause.Start..clause.End]));
    }
}
