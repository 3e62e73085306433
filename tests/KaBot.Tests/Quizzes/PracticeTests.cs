using System.Text.RegularExpressions;
using KaBot.Funnel.Coaching;
using KaBot.Funnel.Facts;
using KaBot.Funnel.Playbooks;
using KaBot.Funnel.Quizzes;
using KaBot.Funnel.Stages;
using KaBot.Tests.Funnel;
using Fact = KaBot.Funnel.Facts.Fact;

namespace KaBot.Tests.Quizzes;

/// <summary>Practice items: one right answer among those shown, wrong ones wrong by the rules, and sentences that read as written.</summary>
public sealed partial class PracticeTests(ITestOutputHelper log)
{
    private const int Each = 12;
    private static readonly Playbook Playbook = Deal.Playbook;
    private static readonly CoachingGuide Coaching = CoachingReader.Read(Playbook, Deal.Texts).Guide!;
    private static readonly Practice Practice = new(Playbook, Coaching, RandomDeals.Guide.Practice);

    // As in the chat, each skill begins with another number.
    private static readonly List<PracticeItem> Items =
        [.. Practice.Skills.SelectMany((skill, place) => Enumerable.Range(0, Each).Select(number => Practice.Make(skill, number * 10_007 + place))).OfType<PracticeItem>()];

    [Fact]
    public void There_are_at_least_two_hundred_situations_in_each_language()
    {
        foreach (var kind in Items.GroupBy(item => item.Kind))
            log.WriteLine($"{kind.Key}: {kind.Count()} items of {kind.Select(item => item.Skill).Distinct().Count()} skills, e.g. {Read(kind.Skip(kind.Count() / 2).First())}");
        foreach (var language in Words.Languages)
            Assert.True(Items.Select(item => item.Situation.In(language)).Distinct().Count() >= 200, language);
        Assert.Equal(Practice.Skills.Length * Each, Items.Count);
        Assert.Equal(Enum.GetValues<PracticeKind>(), Items.Select(item => item.Kind).Distinct().Order());
    }

    [Fact]
    public void Situations_differ_in_what_they_tell_and_not_only_in_words()
    {
        // Neither the customer nor the wording counts here: only which facts hold, and what is asked of them.
        var told = Items.Select(item => $"{item.Skill} {string.Join(' ', item.Facts.All.Select(fact => $"{fact.Id}={IsYes(fact.Value)}"))}").Distinct().Count();
        log.WriteLine($"{told} of {Items.Count} items tell something of their own");
        Assert.True(told >= 200, $"only {told}");
    }

    [Fact]
    public void No_sentence_comes_twice_in_a_situation_and_none_is_the_favourite_of_all() =>
        Assert.All(Words.Languages, language =>
        {
            var sentences = Items.Select(item => SentenceEnd().Split(item.Situation.In(language)).Where(sentence => sentence.Length > 0).ToList()).ToList();
            Assert.All(sentences, situation => Assert.Equal(situation.Distinct(), situation));
            var often = sentences.SelectMany(situation => situation).GroupBy(sentence => sentence).MaxBy(sentence => sentence.Count())!;
            Assert.True(often.Count() <= Items.Count / 5, $"{often.Key}: {often.Count()} of {Items.Count}");
        });

    [Fact]
    public void One_answer_is_right_among_those_shown_and_the_others_are_wrong_by_the_rules()
    {
        Assert.All(Items, item =>
        {
            Assert.Equal(4, item.Options.Select(option => option.Id).Distinct().Count());
            Assert.Equal([item.Right], item.Options.Select(option => option.Id).Where(id => IsRight(item, id)));
            foreach (var language in Words.Languages) Assert.Equal(4, item.Options.Select(option => option.Name.In(language)).Distinct().Count());
        });
    }

    [Fact]
    public void What_the_sentences_tell_is_what_is_judged()
    {
        Assert.All(Items.Where(item => item.Kind != PracticeKind.Tactic), item =>
        {
            var told = item.Facts.All.Where(fact => fact.Id != "org_size").ToList();
            foreach (var language in Words.Languages)
                Assert.All(told, fact =>
                {
                    var clue = RandomDeals.Guide.Practice.Clues[fact.Id];
                    var sentences = (IsYes(fact.Value) ? clue.Holds : clue.Fails).ByLanguage[language];
                    Assert.Contains(sentences, sentence => item.Situation.In(language).Contains(sentence, StringComparison.Ordinal));
                });
        });
    }

    [Fact]
    public void Sentences_are_whole_in_both_languages()
    {
        Assert.All(Items.SelectMany(item => new[] { item.Situation, item.Question, item.Explanation }), words =>
        {
            var (chinese, english) = (words.In("zh-CN"), words.In("en-US"));
            Assert.DoesNotMatch(BadChinese(), chinese);
            Assert.DoesNotMatch(BadEnglish(), english);
            Assert.Matches("[。？]$", chinese);
            Assert.Matches("[.?]$", english);
        });
    }

    [Fact]
    public void The_explanation_names_the_rule()
    {
        Assert.All(Items, item =>
        {
            foreach (var language in Words.Languages)
            {
                Assert.Contains(item.Options.First(option => option.Id == item.Right).Name.In(language), item.Explanation.In(language), StringComparison.Ordinal);
                foreach (var criterion in item.Criteria)
                    Assert.Contains(Playbook.Criterion(criterion).Name.In(language), item.Explanation.In(language), StringComparison.Ordinal);
            }
        });
    }

    [Fact]
    public void The_same_skill_and_number_give_the_same_item_and_another_number_another_situation()
    {
        var (one, same, other) = (Practice.Make("stage:intent", 5)!, Practice.Make("stage:intent", 5)!, Practice.Make("stage:intent", 6)!);
        Assert.Equal(one.Situation.In("zh-CN"), same.Situation.In("zh-CN"));
        Assert.Equal(one.Options.Select(option => option.Id), same.Options.Select(option => option.Id));
        Assert.NotEqual(one.Situation.In("zh-CN"), other.Situation.In("zh-CN"));
        Assert.Null(Practice.Make("stage:gone", 1));
    }

    [Theory]
    [InlineData("contact_made material_accepted visits sponsor=open bid_won=no", "negotiation", "target")]
    [InlineData("price_objection their_contract=no contract_signed=no", "closing", "negotiation")]
    [InlineData("project_team decision_process core_needs org_size=sme", "recognition", "initiation")]
    [InlineData("contact_made", "target", "none")]
    public void A_deal_of_ones_own_is_told_without_names(string known, string claimed, string right)
    {
        var sheet = Deal.Of(known);
        sheet = sheet.With(new Fact("competitors", new FactValue.List(["远帆软件"]), Certainty.Stated, Deal.Now));
        var item = Practice.FromDeal("s1", sheet, claimed, 3)!;
        Assert.Equal(("own:s1", right), (item.Skill, item.Right));
        Assert.Contains(item.Options, option => option.Id == claimed);
        Assert.Contains(Playbook.Stage(claimed)!.Name.In("zh-CN"), item.Situation.In("zh-CN"), StringComparison.Ordinal);
        Assert.DoesNotContain("远帆", item.Situation.In("zh-CN"), StringComparison.Ordinal);
        Assert.Null(Practice.FromDeal("s2", FactSheet.Empty, claimed, 3));
    }

    private static bool IsRight(PracticeItem item, string option)
    {
        var at = DateTimeOffset.UnixEpoch;
        if (item.Kind == PracticeKind.Stage) return option == (Qualifier.Qualify(Playbook, item.Facts, at).Earned?.Id ?? "none");
        if (item.Kind == PracticeKind.Tactic)
        {
            var advice = Advice.For(Coaching, Situation.Of(Playbook, item.Facts, at)).Tactics;
            return option == advice.Best[0].Definition.Id && advice.Best.Skip(1).All(tactic => tactic.Score < advice.Best[0].Score || item.Options.All(shown => shown.Id != tactic.Definition.Id));
        }
        var stage = Playbook.Stage(item.Skill.Split(':')[1])!;
        var more = Playbook.Criterion(option).Facts.Aggregate(item.Facts, (facts, id) => facts.With(Deal.Yes(Playbook.Fact(id)!)));
        return !Holds(stage, item.Facts) && Holds(stage, more);
    }

    private static bool Holds(StageDefinition stage, FactSheet facts)
    {
        var (requirement, found) = (Qualifier.Requirement(stage, facts), Qualifier.Qualify(Playbook, facts, DateTimeOffset.UnixEpoch));
        return requirement.Of.Count(found.Counts) >= requirement.AtLeast;
    }

    private static bool IsYes(FactValue value) =>
        value is not (FactValue.Open or FactValue.Flag { Value: false } or FactValue.Count { Value: 0 } or FactValue.List { Items.IsEmpty: true });

    private static string Read(PracticeItem item) =>
        string.Join(Environment.NewLine, Words.Languages.Select(language => $"{Environment.NewLine}{item.Situation.In(language)}{Environment.NewLine}{item.Question.In(language)}{Environment.NewLine}"
            + string.Join(" | ", item.Options.Select(option => (option.Id == item.Right ? "* " : "") + option.Name.In(language))) + Environment.NewLine + item.Explanation.In(language)));

    [GeneratedRegex(@"(?<=[。？！])|(?<=[.?!]) ")]
    private static partial Regex SentenceEnd();

    // Doubled marks, half-width marks between Han characters, gaps left open, a space where none belongs.
    [GeneratedRegex(@"[。，；？：]{2}|\p{IsCJKUnifiedIdeographs}[,;?!]|[{}]|\s")]
    private static partial Regex BadChinese();

    // Doubled spaces or marks, a small letter at the start of a sentence, no space after a mark, a doubled word, a wrong article, gaps left open.
    [GeneratedRegex(@"  |[.,;:?]{2}|(?:^|[.?] )[a-z]|[.,;:?][A-Za-z]|\b(\w+) \1\b|\b[Aa] [aeio]|\b[Aa]n [^aeiouhAEIOUH]|[{}]|\p{IsCJKUnifiedIdeographs}")]
    private static partial Regex BadEnglish();
}
