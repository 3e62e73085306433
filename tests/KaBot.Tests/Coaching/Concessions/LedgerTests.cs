using System.Globalization;
using FsCheck.Xunit;
using KaBot.Funnel.Coaching.Concessions;
using KaBot.Tests.Funnel;

namespace KaBot.Tests.Coaching.Concessions;

public sealed class LedgerTests
{
    private static readonly PriceFrame Frame = new(1_000_000m, 900_000m, 820_000m);

    [Theory]
    [InlineData("9折", 900_000)]
    [InlineData("85折", 850_000)]
    [InlineData("8.5 折", 850_000)]
    [InlineData("九五折", 950_000)]
    [InlineData("九折", 900_000)]
    [InlineData("10%", 900_000)]
    [InlineData("12.5% off", 875_000)]
    [InlineData("降2万", 980_000)]
    [InlineData("便宜 5000 元", 995_000)]
    [InlineData("让您3万", 970_000)]
    [InlineData("-30k", 970_000)]
    [InlineData("take 50,000 off", 950_000)]
    [InlineData("95万", 950_000)]
    [InlineData("９２万", 920_000)]
    [InlineData("to 930k", 930_000)]
    [InlineData("三个点", 970_000)]
    [InlineData("降两万", 980_000)]
    [InlineData("3万", 970_000)]
    [InlineData("5k", 995_000)]
    [InlineData("再低一成", 900_000)]
    [InlineData("I could do 970k against 50% prepayment", 970_000)]
    [InlineData("预付提到五成，97万", 970_000)]
    [InlineData("97万，质保金10%", 970_000)]
    public void Words_amount_to_a_price(string words, int price) => Assert.Equal(price, DiscountText.Price(words, Frame.List));

    [Theory]
    [InlineData("两年合同")]
    [InlineData("培训2天")]
    [InlineData("0折")]
    [InlineData("降200万")]
    [InlineData("120万")]
    [InlineData("预付五成")]
    [InlineData("首付30%")]
    [InlineData("10% retention")]
    [InlineData("half upfront, 50% upfront")]
    [InlineData("")]
    public void Other_words_amount_to_none(string words) => Assert.Null(DiscountText.Price(words, Frame.List));

    [Theory]
    [InlineData("降2万", 930_000)]
    [InlineData("another 2%", 930_000)]
    [InlineData("2%", 930_000)]
    [InlineData("7%", 930_000)]
    [InlineData("9折", 900_000)]
    [InlineData("93万", 930_000)]
    public void A_cut_is_taken_off_the_price_that_stands(string words, int price) => Assert.Equal(price, DiscountText.Price(words, Frame.List, 950_000m));

    [Theory]
    [InlineData("降3万 换 首付四成", "降3万", "首付四成")]
    [InlineData("送一年维护，换首付五成", "送一年维护", "首付五成")]
    [InlineData("培训两天换参观案例", "培训两天", "参观案例")]
    [InlineData("5k off for 3-yr service deal", "5k off", "3-yr service deal")]
    [InlineData("training in exchange for a reference", "training", "a reference")]
    [InlineData("九五折但是合同本周签", "九五折", "合同本周签")]
    [InlineData("免费更换设备", "免费更换设备", null)]
    [InlineData("training for 20 users", "training for 20 users", null)]
    [InlineData("5% off for the first year", "5% off for the first year", null)]
    [InlineData("the list is 1000k but I could do 970k", "the list is 1000k but I could do 970k", null)]
    public void A_concession_told_with_its_return_is_a_trade(string words, string first, string? second) => Assert.Equal((first, second), TradeText.Split(words));

    [Fact]
    public void What_was_withdrawn_counts_no_more()
    {
        var ledger = Book("given 98万", "given 95万").With(new Concession("3", ConcessionKind.Withdrawn, "95万", null, null, Deal.Now, "2"));
        Assert.Equal((980_000m, 1), (ledger.Price, ledger.Moves.Length));
        Assert.Equal(3, ledger.Entries.Length);
    }

    /// <summary>折, % and amount lead to the same price to the cent, from any list price in cents.</summary>
    [Property(MaxTest = 1000)]
    public bool The_three_ways_of_saying_a_discount_agree(int cents, int hundredths)
    {
        var list = (Math.Abs((long)cents) + 1) / 100m;
        var tenths = Math.Abs(hundredths % 1000) / 100m;
        var price = new Discount.Tenths(tenths).PriceFrom(list);
        return new Discount.Percent(100 - tenths * 10).PriceFrom(list) == price
            && new Discount.Amount(list - price).PriceFrom(list) == price
            && Back(list, price) && decimal.Round(price, 2) == price && price >= 0 && price <= list;
    }

    private static bool Back(decimal list, decimal price)
    {
        var (tenths, percent, amount) = Discount.Of(list, price);
        return tenths.PriceFrom(list) == price && percent.PriceFrom(list) == price && amount.PriceFrom(list) == price;
    }

    [Fact]
    public void The_running_price_is_the_last_one_given()
    {
        var ledger = Book("asked 80万", "offered 95万", "given 95万", "got 两年合同", "offered 92万");
        Assert.Equal((950_000m, 920_000m, 800_000m), (ledger.Price, ledger.OnTable, ledger.TheirPrice));
        Assert.Equal((130_000m, 50_000m), (ledger.Room, ledger.OverTarget));
        Assert.Equal(["两年合同"], ledger.Terms.Select(term => term.What));
    }

    [Fact]
    public void Before_any_concession_the_list_price_stands() =>
        Assert.Equal((1_000_000m, 1_000_000m, null), (Ledger.Open(Frame).Price, Ledger.Open(Frame).OnTable, Ledger.Open(Frame).TheirPrice));

    [Theory]
    [InlineData("given 98万", "1:GiftWithoutReturn")]
    [InlineData("given 98万, got 两年合同", "")]
    [InlineData("got 预付五成, given 98万", "")]
    [InlineData("given 98万, given 培训两天, got 两年合同", "1:GiftWithoutReturn")]
    [InlineData("given 98万, given 培训两天, got 两年合同 for 1", "2:GiftWithoutReturn")]
    [InlineData("offered 89万", "1:BelowTarget")]
    [InlineData("offered 85万", "1:NearWalkAway")]
    [InlineData("offered 82万", "1:NearWalkAway")]
    [InlineData("offered 81.99万", "1:PastWalkAway")]
    [InlineData("offered 98万, offered 95万", "2:GrowingSteps")]
    [InlineData("offered 95万, offered 93万, offered 92.5万", "")]
    [InlineData("asked 70万", "")]
    public void What_is_wrong_with_a_move_is_pointed_out(string moves, string warnings) => Assert.Equal(
        warnings, string.Join(' ', LedgerWarning.On(Book(moves.Split(", "))).Select(warning => $"{warning.Move.Id}:{warning.Alarm}")));

    [Fact]
    public void Without_a_walk_away_only_gifts_are_watched()
    {
        var ledger = Ledger.Open(new PriceFrame(100m, null, null)).With(Move("1", "given 1"));
        Assert.Equal([LedgerAlarm.GiftWithoutReturn], LedgerWarning.On(ledger).Select(warning => warning.Alarm));
        Assert.Null(ledger.Room);
    }

    [Theory]
    [InlineData(100, 90, 80, true)]
    [InlineData(100, 80, 90, false)]
    [InlineData(100, 110, 80, false)]
    [InlineData(0, null, null, false)]
    [InlineData(100, null, null, true)]
    public void Walk_away_target_and_list_stand_in_order(int list, int? target, int? walkAway, bool sound) =>
        Assert.Equal(sound, new PriceFrame(list, target, walkAway).Sound);

    /// <summary>Every gift is one that was given; each thing got pays for at most one.</summary>
    [Property(MaxTest = 500)]
    public bool Gifts_are_what_was_given_less_what_was_got(bool[] moves)
    {
        var ledger = moves.Select((given, index) => Move($"{index + 1}", given ? "given 培训" : "got 案例")).Aggregate(Ledger.Open(Frame), (book, move) => book.With(move));
        var (given, got) = (moves.Count(given => given), moves.Count(given => !given));
        return ledger.Gifts.Length == Math.Max(0, given - got) && ledger.Gifts.All(gift => gift.Kind == ConcessionKind.Given);
    }

    private static Ledger Book(params string[] moves) => moves.Select((words, index) => Move($"{index + 1}", words))
        .Aggregate(Ledger.Open(Frame), (ledger, move) => ledger.With(move));

    private static Concession Move(string id, string words)
    {
        var parts = words.Split(' ');
        return new Concession(id, Enum.Parse<ConcessionKind>(parts[0], ignoreCase: true), parts[1], DiscountText.Price(parts[1], Frame.List), null, Deal.Now,
            parts is [_, _, "for", var answered] ? answered.ToString(CultureInfo.InvariantCulture) : null);
    }
}
