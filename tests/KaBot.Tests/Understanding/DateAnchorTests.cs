using KaBot.Commands;
using KaBot.Understanding.Learning;
using KaBot.Understanding.Values;

namespace KaBot.Tests.Understanding;

/// <summary>Dates are looked for where an anchor stands, and only with what may begin as they do; that must find each that trying every pattern at every word finds.</summary>
public sealed class DateAnchorTests
{
    private const int OneIn = 8;

    [Fact]
    public void Every_date_holds_an_anchor()
    {
        var (playbook, reader) = PlaybookFolder.Open(PlaybookFolder.Shipped);
        var (all, missed) = (0, new List<string>());
        foreach (var line in File.ReadLines(Path.Combine(Repository.Root, "tests/KaBot.Tests/Understanding/corpus/taught.jsonl")).Where((_, index) => index % OneIn == 0))
        {
            var message = MessageLine.ReadLabelled(playbook, System.Text.Json.JsonDocument.Parse(line).RootElement).Message;
            if (message.Language != "en" || reader.Prepare(message, Networks.Shipped!.Common) is not { } work || KaBot.Understanding.Text.Chars.AnyHan(work.Text)) continue;
            var found = new List<Spotted>();
            DateGrammar.Find(work.Text, message.Text, work.Today, work.DayFirst, found);
            var expected = Everywhere(work.Text, message.Text, work.Today, work.DayFirst);
            if (!expected.SequenceEqual(found.Select(date => date.Start))) missed.Add(message.Text);
            all += found.Count;
        }
        Assert.Empty(missed);
        Assert.True(all > 500, $"{all} dates");
    }

    private static List<int> Everywhere(string text, string original, DateOnly today, bool dayFirst)
    {
        var (found, may) = (new List<int>(), EnglishDatePatterns.MayBeIn(text));
        for (var at = 0; at < text.Length;)
        {
            var (length, pattern) = (0, 0);
            if (char.IsAsciiLetterOrDigit(text[at]) && (at == 0 || !char.IsAsciiLetterOrDigit(text[at - 1]))) length = EnglishDatePatterns.Matched(text, at, may, out pattern);
            if (length > 0 && EnglishDates.Resolve(text, original, at, pattern, today, dayFirst, before: null) is not null) found.Add(at);
            at += Math.Max(1, length);
        }
        return found;
    }
}
