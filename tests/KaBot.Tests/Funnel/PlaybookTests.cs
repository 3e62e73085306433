using KaBot.Funnel.Facts;
using KaBot.Funnel.Playbooks;
using KaBot.Funnel.Stages;

namespace KaBot.Tests.Funnel;

public sealed class PlaybookTests
{
    private static readonly Playbook Shipped = Deal.Playbook;

    /// <summary>Sales ops add a criterion with a fact and its question in YAML, and nothing else changes.</summary>
    [Fact]
    public void A_criterion_a_fact_and_a_question_are_added_in_YAML_alone()
    {
        var texts = new Dictionary<string, string>
        {
            ["facts.yaml"] = Deal.Texts["facts.yaml"] + """

                  - id: legal_review
                    kind: flag
                    name: {zh-CN: 法务审核, en-US: Legal review}
                    question: {zh-CN: 客户法务过了吗？, en-US: Has their legal team passed it?}

                """,
            ["stages.yaml"] = Deal.Texts["stages.yaml"]
                .Replace("criteria: [contract_signed, first_payment]", "criteria: [contract_signed, first_payment, legal_passed]")
                .Replace("  - {id: contract_signed,", "  - {id: legal_passed, facts: [legal_review], name: {zh-CN: 法务通过, en-US: Legal passed}}\n  - {id: contract_signed,"),
        };
        var reading = PlaybookReader.Read(texts);
        Assert.Empty(reading.Faults);
        var playbook = reading.Playbook!;

        var negotiating = Deal.Of("terms_open", playbook);
        var found = Qualifier.Qualify(playbook, negotiating, Deal.Now);
        Assert.Contains("legal_passed", found.Next!.Missing);
        Assert.Contains(Questions.Next(playbook, negotiating, found, Deal.Now, Deal.Now), ask => ask.FactId == "legal_review");
        Assert.Equal("客户法务过了吗？", playbook.Fact("legal_review")!.Question.In("zh-CN"));
        Assert.Equal("closing", Qualifier.Qualify(playbook, Deal.Of("terms_open legal_review", playbook), Deal.Now).Earned!.Id);
        Assert.NotEqual(Shipped.Version, playbook.Version);
    }

    [Fact]
    public void Every_text_is_there_in_both_languages()
    {
        var words = Shipped.Facts.SelectMany(fact => new[] { fact.Name, fact.Question }.Concat(fact.Choices.Select(choice => choice.Name)))
            .Concat(Shipped.Stages.SelectMany(stage => new[] { stage.Name, stage.Purpose })).Concat(Shipped.Criteria.Select(c => c.Name))
            .Concat(Shipped.Preconditions.Select(p => p.Name)).Concat(Shipped.Owners.Select(owner => owner.Name)).ToList();
        Assert.NotEmpty(words);
        Assert.All(words, text =>
        {
            Assert.Contains(text.In("zh-CN"), c => c is >= '\u4e00' and <= '\u9fff');
            Assert.DoesNotContain(text.In("en-US"), c => c is >= '\u3000' and <= '\u9fff' or >= '\uff00');
        });
    }

    [Fact]
    public void The_version_follows_the_text_but_not_the_line_endings()
    {
        Assert.StartsWith("2026.11+", Shipped.Version, StringComparison.Ordinal);
        Assert.Equal(Shipped.Version, Version(text => text.ReplaceLineEndings("\r\n")));
        Assert.NotEqual(Shipped.Version, Version(text => text + "# a remark\n"));
    }

    [Theory]
    [InlineData("evaluating", 14, false)]
    [InlineData("budget", 30, false)]
    [InlineData("talks_deadline", null, true)]
    [InlineData("go_live", null, true)]
    [InlineData("visit_appointed", null, false)]
    [InlineData("contract_signed", null, false)]
    public void Facts_age_as_the_domain_says(string fact, int? days, bool untilOwnDate) =>
        Assert.Equal(new ShelfLife(days, untilOwnDate), Shipped.Fact(fact)!.ShelfLife);

    [Fact]
    public void A_negotiation_has_its_four_preconditions() => Assert.Equal(
        ["key_person_known", "solution_confirmed", "dates_confirmed", "award_mode"], Shipped.Preconditions.Select(p => p.Id));

    private static string Version(Func<string, string> change) =>
        PlaybookReader.Read(Deal.Texts.ToDictionary(file => file.Key, file => change(file.Value))).Playbook!.Version;
}
