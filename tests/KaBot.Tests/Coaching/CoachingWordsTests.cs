using KaBot.Funnel.Coaching;
using KaBot.Funnel.Playbooks;
using KaBot.Language;

namespace KaBot.Tests.Coaching;

/// <summary>The coach's words are whole in every language, and its sentences are filled with the deal's own names and figures.</summary>
public sealed class CoachingWordsTests
{
    private static readonly Knowledge Knowledge = Situations.Knowledge;

    [Fact]
    public void Every_text_is_there_in_both_languages()
    {
        var words = Everything(Knowledge.Coaching, []).ToList();
        Assert.True(words.Count > 200);
        Assert.All(words, text =>
        {
            Assert.Contains(text.In("zh-CN"), c => c is >= '\u4e00' and <= '\u9fff');
            Assert.DoesNotContain(text.In("en-US"), c => c is >= '\u3000' and <= '\u9fff' or >= '\uff00');
        });
    }

    /// <summary>All words anywhere in a value of the Funnel's types.</summary>
    internal static IEnumerable<Words> Everything(object? value, HashSet<object> seen)
    {
        if (value is null || value is string || !seen.Add(value)) return [];
        if (value is Words words) return [words];
        if (value is System.Collections.IEnumerable items) return items.Cast<object?>().SelectMany(item => Everything(item, seen)).ToList();
        return value.GetType().Namespace!.StartsWith("KaBot.Funnel.Coaching", StringComparison.Ordinal)
            ? value.GetType().GetProperties().Where(property => property.GetIndexParameters().Length == 0)
                .SelectMany(property => Everything(property.GetValue(value), seen)).ToList()
            : [];
    }

    [Fact]
    public void Every_criterion_precondition_symptom_and_move_has_its_advice()
    {
        var (playbook, guide) = (Knowledge.Playbook, Knowledge.Coaching);
        var own = guide.Actions.Actions.Where(action => !action.Id.StartsWith("otherwise_", StringComparison.Ordinal)).Select(action => action.For.Id).ToHashSet();
        Assert.DoesNotContain(playbook.Criteria, criterion => !own.Contains(criterion.Id));
        Assert.DoesNotContain(playbook.Preconditions, precondition => !own.Contains(precondition.Id));
        var signals = guide.Tactics.Tactics.SelectMany(tactic => tactic.Rules).Where(rule => rule.Points > 0)
            .SelectMany(rule => rule.When).SelectMany(condition => condition.Signals).ToHashSet();
        Assert.DoesNotContain(playbook.Fact("symptoms")!.Choices.Concat(playbook.Fact("buyer_moves")!.Choices), choice => !signals.Contains(choice.Id));
    }

    [Theory]
    [InlineData("zh-CN", "您要2026-09-01上线")]
    [InlineData("en-US", "You want to be live on")]
    public void A_script_names_the_deals_own_dates_and_none_that_is_only_hedged(string language, string said)
    {
        var texts = Situations.Texts(language);
        Assert.Contains(said, Lines("talks_deadline go_live"), StringComparison.Ordinal);
        Assert.DoesNotContain(said, Lines("talks_deadline ?go_live"), StringComparison.Ordinal);

        string Lines(string known)
        {
            var facts = Funnel.Deal.Of(known);
            if (facts["go_live"] is { } date)
                facts = facts.With(date with { Value = new KaBot.Funnel.Facts.FactValue.Date(new DateOnly(2026, 9, 1)) });
            var advice = Advice.For(Knowledge.Coaching, Situation.Of(Knowledge.Playbook, facts, Funnel.Deal.Now, phase: Phase.Late));
            var deadline = advice.Tactics.Best.Single(tactic => tactic.Definition.Id == "deadline");
            var lines = string.Join('\n', deadline.Lines.Select(line => Spoken.Of(texts, advice.Wording, line)));
            Assert.DoesNotContain('{', lines);
            return lines.Replace(Days.Spoken(texts, new DateOnly(2026, 9, 1), DateOnly.FromDateTime(Funnel.Deal.Now.DateTime)), "2026-09-01");
        }
    }
}
