using KaBot.Funnel.Quizzes;
using KaBot.Tests.Funnel;

namespace KaBot.Tests.Quizzes;

/// <summary>What is wrong in the quizzes' files is told, all of it, with the remedy.</summary>
public sealed class QuizFaultTests
{
    [Theory]
    [InlineData("quiz-deal.yaml", "options: 5", "options: 0", "'options' is missing or below 1")]
    [InlineData("quiz-deal.yaml", "- {id: none, weight: 10}", "- {id: nowhere, weight: 10}", "'depths' does not go with the stages")]
    [InlineData("quiz-deal.yaml", "{id: target, weight: 18}", "{id: target, weight: 0}", "a weight is missing or not above 0")]
    [InlineData("quiz-deal.yaml", "  - {id: visits, reached: 92, ahead: 12}\n", "", "says nothing of 'visits'")]
    [InlineData("quiz-deal.yaml", "{id: visits, reached: 92", "{id: visits, reached: 100", "'reached' is missing or not between 0 and 100")]
    [InlineData("quiz-deal.yaml", "- {id: sme, weight: 45}", "- {id: tiny, weight: 45}", "'org_size' has no choice 'tiny'")]
    [InlineData("quiz-deal.yaml", "- {id: sme, weight: 45}", "- {id: sme, weight: 85}", "sum to more than a hundred")]
    [InlineData("quiz-practice.yaml", "- id: visits\n", "- id: views\n", "'views' is no fact")]
    [InlineData("quiz-practice.yaml", "- id: visits\n", "- id: shipped\n", "does not say how 'visits' is told")]
    [InlineData("quiz-practice.yaml", "    until: target\n", "    until: heaven\n", "'heaven' is no stage")]
    [InlineData("quiz-practice.yaml", "{id: bureau, size: government", "{id: bureau, size: huge", "'huge' is no size")]
    [InlineData("quiz-practice.yaml", "{id: many_levels,", "{id: many_layers,", "is no symptom and no buyer's move")]
    [InlineData("quiz-practice.yaml", "表里填的阶段是“{stage}”。", "表里填的阶段是“{place}”。", "'claims' has not the gaps it needs")]
    [InlineData("quiz-practice.yaml", "“{tactic}”：{why}。", "“{tactic}”。", "'explain_tactic' has not the gaps it needs")]
    [InlineData("quiz-practice.yaml", "facts: [talks_deadline]", "facts: [shipped]", "'talks' names 'shipped'")]
    public void A_fault_is_told(string file, string before, string after, string problem)
    {
        var texts = Deal.Texts.ToDictionary(text => text.Key, text => text.Value);
        Assert.Contains(before, texts[file], StringComparison.Ordinal);
        texts[file] = texts[file].Replace(before, after, StringComparison.Ordinal);
        var (guide, faults) = QuizReader.Read(Deal.Playbook, texts);
        Assert.Null(guide);
        Assert.Contains(faults, fault => fault.File == file && fault.Problem.Contains(problem, StringComparison.Ordinal) && fault.Remedy.Length > 0);
    }

    [Fact]
    public void A_missing_file_is_a_fault()
    {
        var faults = QuizReader.Read(Deal.Playbook, new Dictionary<string, string>()).Faults;
        Assert.Equal(QuizReader.Files.Order(), faults.Select(fault => fault.File).Order());
    }
}
