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
    public void Words_amount_to_a_price(string words, int price) => Assert.Equal(price, DiscountText.Price(words, Frame.List));

    [Theory]
    [InlineData("两年合同")]
    [InlineData("培训2天")]
    [InlineData("0折")]
    [InlineData("降200万")]
    [InlineData("120万")]
    [InlineData("")]
    public void Other_words_amount_to_none(string words) => Assert.Null(DiscountText.Price(words, Frame.List));

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
    [InlineData("given 98万, given 培训两天, got 两年合同", "2:GiftWithoutReturn")]
    [InlineData("given 98万, given 培训两天, got 两年合同 for 2", "1:GiftWithoutReturn")]
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
