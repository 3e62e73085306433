using FsCheck.Xunit;
using KaBot.Funnel.Coaching.Care;
using KaBot.Funnel.Facts;
using KaBot.Tests.Funnel;

namespace KaBot.Tests.Coaching.Care;

public sealed class CarePlanTests
{
    private static readonly CareBook Book = Situations.Knowledge.Coaching.Care;
    private static readonly DateOnly Signed = new(2026, 3, 5);

    [Fact]
    public void The_first_weeks_bring_training_and_relations() => Assert.Equal(
        ["03-12 train_new_staff", "03-19 visit_key_person", "03-19 greet_secretary", "03-26 visit_store_head"],
        CarePlan.Between(Book, _ => Signed, Signed, Signed.AddDays(25)).Select(item => $"{item.Due:MM-dd} {item.Care.Id}"));

    [Fact]
    public void The_monthly_figures_come_every_month() => Assert.Equal(
        ["2026-04-06", "2026-05-04", "2026-06-04", "2026-07-06"], // 30 days on is Saturday, 4 April; a month later is a Monday
        CarePlan.Between(Book, _ => Signed, Signed, new DateOnly(2026, 7, 31)).Where(item => item.Care.Id == "monthly_figures")
            .Select(item => item.Due.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture)));

    [Property(MaxTest = 200)]
    public bool A_plan_is_the_same_however_it_is_cut(byte days, byte at)
    {
        var (end, cut) = (Signed.AddDays(days * 3), Signed.AddDays(Math.Min(at, days) * 3));
        var whole = CarePlan.Between(Book, _ => Signed, Signed, end);
        var parts = CarePlan.Between(Book, _ => Signed, Signed, cut).Concat(CarePlan.Between(Book, _ => Signed, cut.AddDays(1), end));
        return whole.Select(item => item.Key).Order().SequenceEqual(parts.Select(item => item.Key).Order())
            && whole.All(item => item.Due.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday));
    }

    [Fact]
    public void Care_begins_when_the_contract_is_signed_for_sure()
    {
        Assert.Equal(DateOnly.FromDateTime(Deal.Now.DateTime), Begins("contract_signed", "visit_key_person"));
        Assert.Null(Begins("contract_signed=no", "visit_key_person"));
        Assert.Null(Begins("?contract_signed", "visit_key_person"));
        Assert.Null(Begins("", "visit_key_person"));
    }

    [Fact]
    public void Nobody_is_trained_on_what_is_not_there_yet()
    {
        Assert.Null(Begins("contract_signed first_payment", "train_new_staff"));
        Assert.Null(Begins("contract_signed shipped=no", "monthly_figures"));
        Assert.NotNull(Begins("contract_signed shipped", "train_new_staff"));
    }

    private static DateOnly? Begins(string known, string care) => CarePlan.Begins(Deal.Of(known))(Book.Care.Single(one => one.Id == care));

    [Theory]
    [InlineData(EvidenceGrade.Rep, true)]
    [InlineData(EvidenceGrade.Customer, false)]
    [InlineData(EvidenceGrade.Document, false)]
    public void A_repeat_order_needs_more_than_our_own_word(EvidenceGrade grade, bool open)
    {
        var order = Deal.Yes(Deal.Playbook.Fact("repeat_order")!) with { Evidence = new Evidence("又下了一单", "rep", Deal.Now, null, grade) };
        Assert.Equal(open, RepeatGate.Open(Book, FactSheet.Of([order])).Any());
        Assert.Empty(RepeatGate.Open(Book, FactSheet.Empty));
    }
}
