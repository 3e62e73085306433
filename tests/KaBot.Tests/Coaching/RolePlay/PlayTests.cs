using FsCheck.Xunit;
using KaBot.Funnel.Coaching;
using KaBot.Funnel.Coaching.Concessions;
using KaBot.Funnel.Coaching.RolePlay;
using KaBot.Funnel.Facts;
using KaBot.Tests.Funnel;

namespace KaBot.Tests.Coaching.RolePlay;

public sealed class PlayTests
{
    private static readonly RolePlayBook Book = Situations.Knowledge.Coaching.RolePlay;
    private static readonly Ledger Ledger = Ledger.Open(new PriceFrame(1_000_000m, 900_000m, 820_000m));

    [Theory]
    [InlineData("repeated_cuts", "cutter")]
    [InlineData("knows_our_hand", "insider")]
    [InlineData("many_levels", "ladder")]
    [InlineData("tests_authority", "prober")]
    [InlineData("lower_is_better", "price_only")]
    [InlineData(null, "plain")]
    public void The_buyer_plays_as_the_deals_buyer_does(string? move, string style) => Assert.Equal(style, Begin(move).Play.Style.Id);

    [Fact]
    public void The_buyer_starts_from_what_was_asked_last_and_else_a_fifth_below_the_list()
    {
        var asked = Ledger.With(new Concession("1", ConcessionKind.Asked, "85万", 850_000m, null, Deal.Now));
        Assert.Equal(850_000m, Play.Begin(Book, Situation(null), asked).Reply.Ask);
        Assert.Equal(800_000m, Begin(null).Reply.Ask);
        Assert.Null(Play.Begin(Book, Situation(null), null).Reply.Ask);
    }

    [Theory]
    [InlineData("您最在意的是什么？", Cue.Asks)]
    [InlineData("如果您签两年，我可以申请 95 折", Cue.Trades, Cue.Gives)]
    [InlineData("给您 95 折", Cue.Gives)]
    [InlineData("我送您两场培训", Cue.Gives)]
    [InlineData("这是我们的底价了", Cue.Reveals)]
    [InlineData("您这么说不对", Cue.Argues)]
    [InlineData("我总结一下", Cue.SumsUp)]
    [InlineData("What matters most to you?", Cue.Asks)]
    [InlineData("If you sign for two years, I take 5% off", Cue.Trades, Cue.Gives)]
    [InlineData("This is the lowest we can go", Cue.Reveals)]
    [InlineData("To sum up, we start in May", Cue.SumsUp)]
    [InlineData("I could do 970k against 50% prepayment", Cue.Trades, Cue.Gives)]
    [InlineData("预付五成")]
    [InlineData("行嘛九五折但是合同本周签", Cue.Trades, Cue.Gives)]
    [InlineData("退一步 您最担心的到底是啥", Cue.Asks)]
    [InlineData("别提价格了咱先说说你们插单的事", Cue.Asks)]
    [InlineData("嗯，我明白")]
    [InlineData("I see somewhat")]
    public void A_line_shows_what_it_does(string text, params Cue[] does) =>
        Assert.Equal(does.Order(), RepLine.Read(Book, text, 1_000_000m, 1_000_000m).Does.Order());

    [Fact]
    public void A_bad_talk_is_told_line_by_line()
    {
        var play = Talk(null, "给您 95 折吧", "您这么说不对，我们服务好", "再低就到底价了", "那就 81 万");
        Assert.Equal(
            ["1 gave_without_getting", "2 argued", "3 revealed_limit", "4 gave_without_getting", "4 passed_walk_away", "4 growing_steps", "4 no_question", "4 no_summary"],
            Feedback.On(Book, play).Select(fault => $"{fault.LineNumber} {fault.Fault.Id}"));
    }

    [Fact]
    public void A_good_talk_ends_in_agreement_without_a_fault()
    {
        var play = Talk("lower_is_better", "您最担心的是什么？", "如果预付提到五成，我可以做到 97 万", "要是再签两年，可以到 95 万", "我总结一下：95 万，预付五成，两年");
        Assert.True(play.Over);
        Assert.Empty(Feedback.On(Book, play));
    }

    [Fact]
    public void To_take_the_first_figure_is_a_fault()
    {
        var play = Talk(null, "行，80 万");
        Assert.True(play.Over);
        Assert.Contains(Feedback.On(Book, play), fault => fault.Fault.Id == "took_first_ask");
    }

    [Fact]
    public void A_payment_term_is_no_discount_and_their_figure_asked_about_no_offer()
    {
        var play = Talk(null, "What's behind that 800k?", "If you pay half upfront I can do 980k", "I could do 970k against 50% prepayment");
        Assert.Equal([null, 980_000m, 970_000m], play.Lines.Select(line => line.Price));
        Assert.Equal(["no_summary"], Feedback.On(Book, play).Select(fault => fault.Fault.Id));
        Assert.False(Talk(null, "80万做不到，97万行").Over);
    }

    [Fact]
    public void A_question_is_answered_as_one_and_no_sentence_comes_twice_in_a_row()
    {
        foreach (var move in Deal.Playbook.Fact("buyer_moves")!.Choices.Select(choice => choice.Id).Append(null))
        {
            var (play, _) = Begin(move);
            foreach (var line in new[] { "嗯", "嗯", "嗯", "行嘛九五折", "退一步 您最担心的到底是啥", "咱先说说你们插单的事", "那最怕什么" }) (play, _) = play.Next(Book, line);
            Assert.All(play.Said.Zip(play.Said.Skip(1)), pair => Assert.NotEqual(pair.First, pair.Second));
            Assert.Equal(play.Style.On[Cue.Asks], play.Said.TakeLast(3));
        }
    }

    [Fact]
    public void The_buyer_moves_only_for_something_in_return()
    {
        Assert.Equal(800_000m, Talk(null, "给您 95 折").Ask);
        Assert.Equal(850_000m, Talk(null, "如果预付五成，给您 95 折").Ask);
        Assert.Equal(800_000m, Talk(null, "如果预付五成，95 折，这是底价").Ask);
    }

    [Fact]
    public void The_buyer_does_not_say_the_same_twice_while_there_is_more_to_say()
    {
        foreach (var move in Deal.Playbook.Fact("buyer_moves")!.Choices.Select(choice => choice.Id).Append(null))
        {
            var (play, reply) = Begin(move);
            var said = new List<string> { reply.Say.In("zh-CN") };
            foreach (var line in new[] { "您最在意的是什么？", "这个数是怎么来的？", "谁最后点头？", "嗯", "我理一下", "送您一场培训" })
            {
                (play, reply) = play.Next(Book, line);
                said.Add(reply.Say.In("zh-CN"));
            }
            Assert.Equal(said.Distinct(), said);
        }
    }

    [Fact]
    public void What_went_well_is_told_with_its_first_line()
    {
        var play = Talk("tests_authority", "好", "您最担心什么？", "如果预付五成，可以做到 95 折", "还有什么顾虑？", "我总结一下：95 折，预付五成");
        Assert.Equal(["2 asked", "3 traded", "5 summed_up"], Feedback.Praise(Book, play).Select(praise => $"{praise.LineNumber} {praise.Strength.Id}"));
    }

    [Theory]
    [InlineData("如果签两年，98 万|如果预付五成，93 万", "2")]
    [InlineData("如果签两年，95 万|如果预付五成，93 万", "")]
    [InlineData("如果签两年，93 万", "")]
    public void Steps_that_grow_are_pointed_out(string lines, string at) => Assert.Equal(at, string.Join(' ',
        Feedback.On(Book, Talk(null, lines.Split('|'))).Where(fault => fault.Fault.Id == "growing_steps").Select(fault => fault.LineNumber)));

    [Fact]
    public void A_talk_not_begun_has_no_faults() => Assert.Empty(Feedback.On(Book, Begin(null).Play));

    /// <summary>Whatever is said, a play ends, each answer has words, and each fault names a line that was said.</summary>
    [Property(MaxTest = 300)]
    public bool Whatever_is_said_the_play_comes_to_an_end(string?[] lines, byte move)
    {
        var choices = Deal.Playbook.Fact("buyer_moves")!.Choices;
        var play = Begin(choices[move % choices.Length].Id).Play;
        for (var said = 0; !play.Over; said++)
        {
            if (said > Play.MostLines) return false;
            (play, var reply) = play.Next(Book, lines.Length > 0 ? lines[said % lines.Length] ?? "" : "");
            if (reply.Say.In("zh-CN").Length == 0) return false;
        }
        return Feedback.On(Book, play).All(fault => fault.LineNumber >= 1 && fault.LineNumber <= play.Lines.Length);
    }

    private static Play Talk(string? move, params string[] lines) =>
        lines.Aggregate(Begin(move).Play, (play, line) => play.Over ? play : play.Next(Book, line).Play);

    private static (Play Play, BuyerLine Reply) Begin(string? move) => Play.Begin(Book, Situation(move), Ledger);

    private static Situation Situation(string? move) => KaBot.Funnel.Coaching.Situation.Of(Deal.Playbook,
        move is null ? FactSheet.Empty : FactSheet.Of([new Fact("buyer_moves", new FactValue.Choices([move]), Certainty.Stated, Deal.Now)]), Deal.Now);
}
