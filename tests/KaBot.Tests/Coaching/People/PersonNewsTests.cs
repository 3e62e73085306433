using KaBot.Funnel.Coaching.People;
using KaBot.Funnel.Facts;
using KaBot.Tests.Funnel;

namespace KaBot.Tests.Coaching.People;

public sealed class PersonNewsTests
{
    private static readonly PeopleBook Book = Situations.Knowledge.Coaching.People;

    [Theory]
    [InlineData("物流总监陈总", "陈总", "物流总监")]
    [InlineData("信息中心廖主任", "廖主任", "信息中心")]
    [InlineData("信息科老王", "老王", "信息科")]
    [InlineData("生产副总赵建国", "赵建国", "生产副总")]
    [InlineData("陈总", "陈总", null)]
    [InlineData("生产副总", "生产副总", null)]
    [InlineData("Sarah Quill, head of aftersales", "Sarah Quill", "head of aftersales")]
    [InlineData("Maria Lopez from finance", "Maria Lopez", "finance")]
    [InlineData("Rosa Imran", "Rosa Imran", null)]
    public void A_person_is_parted_into_name_and_post(string words, string name, string? title) => Assert.Equal((name, title), PersonName.Split(words));

    [Theory]
    [InlineData("财务陈总嫌贵，陈总是反对我们的", "陈总", "财务", Side.Against, "")]
    [InlineData("信息科老王是我们这边的人", "老王", "信息科", Side.ForUs, "")]
    [InlineData("陈总是项目负责人，人挺支持我们", "陈总", null, Side.ForUs, "sponsor")]
    [InlineData("李主任不支持我们", "李主任", null, Side.Against, "")]
    [InlineData("Anna Reid, the CFO, is against us", "Anna Reid", "CFO", Side.Against, "")]
    [InlineData("Mr Chan is on our side", "Mr Chan", null, Side.ForUs, "")]
    public void Who_is_said_to_be_for_us_or_against_us_is_heard(string text, string name, string? title, Side side, string roles)
    {
        var heard = PersonNews.Read(Book, text)!;
        Assert.Equal((name, title, side, roles), (heard.Name, heard.Title, heard.Side, string.Join(',', heard.Roles)));
    }

    [Theory]
    [InlineData("谁支持我们")]
    [InlineData("陈总支持我们吗")]
    [InlineData("他们支持我们的方案")]
    [InlineData("They are against us")]
    [InlineData("陈总下周出差")]
    public void Other_words_speak_of_nobodys_side(string text) => Assert.Null(PersonNews.Read(Book, text));

    [Fact]
    public void The_map_tells_what_the_facts_do_not_and_the_facts_whom_the_map_lacks()
    {
        var facts = FactSheet.Of([new Fact("sponsor", new FactValue.Text("物流总监陈总"), Certainty.Stated, Deal.Now)]);
        var named = MapFacts.Named(Book, facts);
        Assert.Equal([("陈总", "物流总监")], MapFacts.Lacking(named, []).Select(person => (person.Name, person.Title)));
        Contact[] map = [new("1", "陈总", null, ["sponsor"], Side.ForUs, 2, "met"), new("2", "周总", "副总经理", ["decision_maker"], Side.Neutral, 3, "met")];
        Assert.Empty(MapFacts.Lacking(named, map));
        var seen = MapFacts.Seen(Deal.Playbook, Book, facts, map, Deal.Now);
        Assert.Equal(new FactValue.Text("物流总监陈总"), seen["sponsor"]!.Value);
        Assert.Equal([new FactValue.Flag(true), new FactValue.Flag(true)], new[] { "key_person_known", "contact_made" }.Select(id => seen[id]!.Value));
        Assert.Equal("周总", Assert.Single(MapFacts.Who(Book, "key_person_known", map)).Name);
        Assert.Empty(MapFacts.Seen(Deal.Playbook, Book, FactSheet.Empty, [], Deal.Now).All);
    }

    [Fact]
    public void Whom_a_fact_names_is_not_missing() =>
        Assert.DoesNotContain(PeopleMap.Of(Book, [], [new PersonNews("陈总", null, ["sponsor"], Side.Neutral)]).Missing, gap => gap.Id == "no_sponsor");
}
