using System.Collections.Immutable;
using FsCheck.Xunit;
using KaBot.Funnel.Coaching.People;

namespace KaBot.Tests.Coaching.People;

public sealed class OrganisationTreeTests
{
    private static readonly PeopleBook Book = Situations.Knowledge.Coaching.People;

    /// <summary>Name above: "甲 乙&gt;甲" has 乙 under 甲; the tree is written with those below in brackets.</summary>
    [Theory]
    [InlineData("甲 乙>甲 丙>甲 丁>乙", "甲(乙(丁) 丙)")]
    [InlineData("甲 乙", "甲 乙")]
    [InlineData("甲>乙 乙>甲", "甲(乙)")]
    [InlineData("甲>甲 乙>甲", "甲(乙)")]
    [InlineData("甲>gone 乙>甲", "甲(乙)")]
    [InlineData("", "")]
    public void Everybody_stands_under_the_one_they_report_to(string people, string tree) => Assert.Equal(tree, Write(Tree(people)));

    [Theory]
    [InlineData("甲", 1)]
    [InlineData("甲 乙>甲", 1)]
    [InlineData("甲 乙>甲 丙>甲 丁>丙 戊>丙", 3)]
    public void A_branch_is_as_wide_as_its_widest_level(string people, int width) => Assert.Equal(width, Assert.Single(Tree(people)).Width);

    /// <summary>Whoever is said to report to whom, rings and strangers included.</summary>
    [Property(MaxTest = 300)]
    public bool Everybody_is_drawn_exactly_once(byte[] above)
    {
        var contacts = above.Take(20).Select((who, index) => Person($"{index}", $"{who % 23}"));
        var map = PeopleMap.Of(Book, contacts);
        return Ids(OrganisationTree.Of(map.People)).Order().SequenceEqual(map.People.Select(person => person.Contact.Id).Order());
    }

    private static IEnumerable<string> Ids(IEnumerable<Branch> branches) => branches.SelectMany(branch => Ids(branch.Below).Append(branch.Person.Contact.Id));

    private static ImmutableArray<Branch> Tree(string people) => OrganisationTree.Of(PeopleMap.Of(Book,
        people.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(text => Person(text.Split('>')[0], text.Split('>').ElementAtOrDefault(1)))).People);

    private static Contact Person(string id, string? above) => new(id, id, null, [], Side.Neutral, id is "甲" ? 3 : id is "乙" ? 2 : 1, "met", above);

    private static string Write(IEnumerable<Branch> branches) => string.Join(' ', branches.Select(branch =>
        branch.Person.Contact.Id + (branch.Below.IsEmpty ? "" : $"({Write(branch.Below)})")));
}
