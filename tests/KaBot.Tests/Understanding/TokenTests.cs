using KaBot.Commands;
using KaBot.Understanding;
using KaBot.Understanding.Learning;

namespace KaBot.Tests.Understanding;

/// <summary>What is known of each token of the messages worked with, beside what a plain search finds.</summary>
public sealed class TokenTests
{
    private static readonly (KaBot.Funnel.Playbooks.Playbook Playbook, MessageReader Reader) Shipped = PlaybookFolder.Open(PlaybookFolder.Shipped);

    [Fact]
    public void The_token_that_begins_at_a_place_or_behind_it_is_known() => Each(work =>
    {
        for (var place = 0; place <= work.Text.Length; place++)
            Assert.Equal(Enumerable.Range(0, work.Tokens.Count).Count(token => work.Tokens[token].Start < place), work.Tokens.FirstFrom(place));
    });

    [Fact]
    public void A_token_has_each_class_of_the_words_that_take_it_in_once() => Each(work =>
    {
        for (var token = 0; token < work.Tokens.Count; token++)
        {
            var expected = new HashSet<uint>();
            foreach (var word in work.Hits.Words)
                if (word.Start <= work.Tokens[token].Start && work.Tokens[token].End <= word.End)
                    foreach (var symbol in Shipped.Reader.Data.Lexicon.ClassesOf(word.Meaning)) expected.Add(Shipped.Reader.Data.ClassHash[symbol]);
            Assert.Equal(expected.Order(), work.ClassesAt(token).Order());
        }
    });

    private static void Each(Action<Workspace> check)
    {
        foreach (var line in File.ReadLines(Path.Combine(Repository.Root, "tests/KaBot.Tests/Understanding/corpus/dev.jsonl")))
            if (Shipped.Reader.Prepare(MessageLine.Read(Shipped.Playbook, System.Text.Json.JsonDocument.Parse(line).RootElement).Message, Networks.Shipped!.Common) is { } work) check(work);
    }
}
