using KaBot.Funnel.Coaching.People;

namespace KaBot.Tests.Coaching.People;

public sealed class PeopleMapTests
{
    private static readonly PeopleBook Book = Situations.Knowledge.Coaching.People;

    /// <summary>A contact in shorthand: name, roles joined by plus, side, influence, rung.</summary>
    [Theory]
    [InlineData("", "no_payer no_sponsor no_decider no_user")]
    [InlineData("周总 key_person+payer ForUs 3 trusted; 李工 user Neutral 1 familiar; 王主任 sponsor ForUs 2 approved", "")]
    [InlineData("周总 key_person+payer+sponsor+user ForUs 3 trusted", "single_threaded")]
    [InlineData("周总 decision_maker+payer+sponsor ForUs 3 trusted; 李工 user Neutral 1 met", "single_threaded")]
    [InlineData("周总 decision_maker+payer Against 3 familiar; 李工 user+sponsor ForUs 2 trusted", "strong_opponent")]
    [InlineData("周总 decision_maker+payer ForUs 3 familiar; 李工 user+sponsor Against 2 familiar", "")]
    [InlineData("李工 user ForUs 1 familiar; 陈工 technical_head Neutral 2 familiar", "no_payer no_sponsor no_decider")]
    public void Who_is_missing_is_told(string people, string gaps) =>
        Assert.Equal(gaps, string.Join(' ', PeopleMap.Of(Book, Read(people)).Missing.Select(gap => gap.Id)));

    [Fact]
    public void The_next_rung_comes_after_theirs_and_none_after_the_highest()
    {
        Assert.Equal(["met", "familiar", "approved", "trusted", "friend", "partner"], Book.Rungs.Select(rung => rung.Id));
        var map = PeopleMap.Of(Book, Read("甲 user ForUs 1 met; 乙 user ForUs 1 partner"));
        Assert.Equal(["familiar", null], map.People.OrderBy(standing => standing.Contact.Name == "乙").Select(standing => standing.Next?.Id));
    }

    [Theory]
    [InlineData("甲 user ForUs 1 met; 乙 payer Neutral 3 met", "乙")]
    [InlineData("甲 payer ForUs 3 trusted; 乙 sponsor Neutral 3 trusted", "乙")]
    [InlineData("甲 payer ForUs 3 trusted; 乙 sponsor ForUs 3 met", "乙")]
    [InlineData("甲 payer ForUs 3 partner; 乙 user Neutral 1 met", "乙")]
    public void The_weightiest_who_can_still_be_won_comes_first(string people, string first) =>
        Assert.Equal(first, PeopleMap.Of(Book, Read(people)).First!.Contact.Name);

    [Fact]
    public void With_nobody_known_there_is_nobody_to_lift() => Assert.Null(PeopleMap.Of(Book, []).First);

    private static IEnumerable<Contact> Read(string people) =>
        people.Split("; ", StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split(' ')).Select(parts => new Contact(
            parts[0], parts[0], null, [.. parts[1].Split('+')], Enum.Parse<Side>(parts[2]), parts[3][0] - '0', parts[4]));
}
