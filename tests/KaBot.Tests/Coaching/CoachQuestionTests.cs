using System.Text.Json;
using KaBot.Understanding.Asking;

namespace KaBot.Tests.Coaching;

/// <summary>What reps ask in their own words reaches the right part of the coach, and news of a deal does not.</summary>
public sealed class CoachQuestionTests
{
    private static readonly QuestionReader Questions = PlaybookFolder.LoadAll(PlaybookFolder.Shipped).Questions;

    private static IEnumerable<(string Intent, string Text)> Lines(string file = "questions.txt") => File.ReadLines(Path.Combine(Repository.Root, "tests/KaBot.Tests/Coaching", file))
        .Where(line => line.Length > 0 && line[0] != '#').Select(line => line.Split(" | ", 2)).Select(parts => (parts[0], parts[1]));

    private static string Intent(string text) => Questions.Read(text) is { ForCoach: true } question ? question.Kind.ToString().ToLowerInvariant() : "-";

    [Fact]
    public void Every_question_reaches_its_part_of_the_coach()
    {
        var wrong = Lines().Select(line => (line.Intent, Read: Intent(line.Text), line.Text)).Where(line => line.Intent != line.Read).ToList();
        Assert.True(wrong.Count == 0, $"{wrong.Count}:\n" + string.Join('\n', wrong.Select(line => $"{line.Intent} read as {line.Read}: {line.Text}")));
    }

    /// <summary>Only counts are told, so that nobody mends by these lines.</summary>
    [Fact]
    public void Most_of_the_ways_to_ask_that_nobody_looked_at_arrive_too_and_none_of_the_news_does()
    {
        var (asked, news) = (Lines("questions-locked.txt").Where(line => line.Intent != "-").ToList(), Lines("questions-locked.txt").Where(line => line.Intent == "-").ToList());
        var (right, taken) = (asked.Count(line => Intent(line.Text) == line.Intent), news.Count(line => Intent(line.Text) != "-"));
        Assert.True(right >= 0.8 * asked.Count, $"{right} of {asked.Count} arrive");
        Assert.Equal(0, taken);
    }

    [Fact]
    public void There_are_sixty_of_each_intent_and_half_of_each_language()
    {
        foreach (var intent in Lines().Where(line => line.Intent != "-").GroupBy(line => line.Intent))
        {
            Assert.True(intent.Count() >= 60, intent.Key);
            Assert.InRange(intent.Count(line => line.Text.Any(c => c > 0x2E80)), 28, intent.Count() - 28);
        }
    }

    [Fact]
    public void Messages_that_carry_facts_of_a_deal_are_not_taken_for_questions_to_the_coach()
    {
        var taken = File.ReadLines(Path.Combine(Repository.Root, "tests/KaBot.Tests/Understanding/corpus/dev.jsonl")).Select(line => JsonDocument.Parse(line).RootElement)
            .Where(message => message.GetProperty("facts").EnumerateObject().Any()).Select(message => message.GetProperty("text").GetString()!)
            .Where(text => Intent(text) != "-").ToList();
        Assert.True(taken.Count == 0, string.Join('\n', taken.Select(text => $"{Intent(text)}: {text}")));
    }
}
