using KaBot.Funnel.Coaching;
using KaBot.Funnel.Coaching.Needs;
using KaBot.Tests.Funnel;

namespace KaBot.Tests.Coaching.Needs;

public sealed class QuestionScriptTests
{
    private static readonly NeedsBook Book = Situations.Knowledge.Coaching.Needs;

    [Theory]
    [InlineData(null)]
    [InlineData("technical_head")]
    [InlineData("user")]
    [InlineData("payer")]
    [InlineData("project_owner")]
    public void For_anyone_the_four_kinds_come_in_order_each_with_a_question(string? role)
    {
        var script = Script("", role);
        Assert.Equal(["situation", "problem", "implication", "payoff"], script.Parts.Select(part => part.Kind.Id));
        Assert.All(script.Parts, part => Assert.InRange(part.Questions.Length, 1, 2));
    }

    [Fact]
    public void A_person_is_asked_what_that_person_looks_at()
    {
        Assert.All(Script("", "payer").Parts, part => Assert.Contains("payer", part.Questions[0].Roles));
        Assert.DoesNotContain(Script("", "payer").Parts.SelectMany(part => part.Questions), question => question.Roles.Contains("user"));
        Assert.All(Script("", null).Parts.SelectMany(part => part.Questions), question => Assert.Empty(question.Roles));
    }

    [Fact]
    public void What_is_known_is_spoken_of()
    {
        Assert.Contains("worst_known", Ids("core_needs"));
        Assert.DoesNotContain("worst_known", Ids(""));
        Assert.DoesNotContain("worst_known", Ids("?core_needs"));
    }

    [Fact]
    public void A_question_that_tells_a_fact_we_lack_comes_before_one_that_does_not() =>
        Assert.Equal("sum_up", Script("", null).Parts[^1].Questions[0].Id);

    [Theory]
    [InlineData("", "sum_up")]
    [InlineData("core_needs", "sum_up_need")]
    [InlineData("core_needs ~go_live", null)]
    [InlineData("core_needs go_live", "sum_up_known")]
    [InlineData("core_needs ?go_live", "sum_up_need")]
    public void Only_what_is_known_is_summed_up_and_no_sentence_has_general_words_in_the_place_of_a_need(string known, string? question)
    {
        Assert.Equal(question, Ids(known).FirstOrDefault(id => id.StartsWith("sum_up", StringComparison.Ordinal)));
        var wording = Advice.For(Situations.Knowledge.Coaching, Situation.Of(Deal.Playbook, Deal.Of(known), Deal.Now)).Wording;
        foreach (var role in Book.Roles.Select(role => role.Id).Append(null))
            Assert.All(Script(known, role).Parts.SelectMany(part => part.Questions), asked =>
                Assert.DoesNotContain('{', KaBot.Language.Spoken.Of(Situations.Texts("zh-CN"), wording, asked.Ask)));
    }

    [Fact]
    public void A_customer_who_is_comparing_is_steered_in_five_steps()
    {
        Assert.Equal(["agree", "confirm_concept", "imply", "reshape", "confirm"], Script("evaluating", null).Steering.Select(step => step.Id));
        Assert.Empty(Script("", null).Steering);
    }

    private static IEnumerable<string> Ids(string known) => Script(known, null).Parts.SelectMany(part => part.Questions).Select(question => question.Id);

    private static QuestionScript Script(string known, string? role) =>
        QuestionScript.For(Book, Situation.Of(Deal.Playbook, Deal.Of(known), Deal.Now), role);
}
