using KaBot.Commands;
using KaBot.Funnel.Facts;
using KaBot.Understanding;
using KaBot.Understanding.Scoring;

namespace KaBot.Tests.Understanding;

/// <summary>
/// Six hundred plain statements, each said in frames that turn it into a guess, into no claim at all, or change nothing; and two by two.
/// The floors are what was reached: raise them.
/// </summary>
public sealed class FrameTests
{
    private static readonly string Folder = Path.Combine(Repository.Root, "tests/KaBot.Tests/Understanding/corpus");

    // A statement, and what is read and labelled alike when it stands alone.
    private static readonly (LabelledMessage Message, Reading[] Read)[] Plain = [.. Load()];

    [Theory]
    [InlineData("听说{0}")]
    [InlineData("应该是{0}")]
    [InlineData("{0}，我猜的")]
    [InlineData("I think {0}")]
    [InlineData("rumour has it {0}")]
    [InlineData("{0}, or so I hear")]
    public void A_guess_is_hedged(string frame) => Hold(frame, 0.94, (said, read) => read is null || read.Certainty == Certainty.Hedged && read.Value.Equals(said.Value), 0.9);

    [Theory]
    [InlineData("{0}吗？")]
    [InlineData("如果{0}就好了")]
    [InlineData("等{0}再说")]
    [InlineData("希望{0}")]
    [InlineData("问问他们是不是{0}")]
    [InlineData("去年那个项目{0}")]
    [InlineData("要确保{0}")]
    [InlineData("问一下{0}没有")]
    [InlineData("if {0}, drinks on me")]
    [InlineData("I hope {0}")]
    [InlineData("not sure if {0}")]
    [InlineData("once {0}, we can start")]
    [InlineData("please check whether {0}")]
    [InlineData("last year {0}")]
    [InlineData("on my other deal, {0}")]
    [InlineData("let me know when {0}")]
    public void What_is_not_claimed_is_not_read(string frame) => Hold(frame, 0.96, (_, read) => read is null);

    [Theory]
    [InlineData("客户说{0}")]
    [InlineData("今天开会，{0}")]
    [InlineData("{0}，回头细说")]
    [InlineData("嗯，{0}")]
    [InlineData("he says {0}")]
    [InlineData("update: {0}.")]
    [InlineData("{0} btw")]
    [InlineData("{0}, will write more later")]
    public void What_is_said_around_it_changes_nothing(string frame) => Hold(frame, 0.97, (said, read) => read is { Certainty: Certainty.Stated } && read.Value.Equals(said.Value));

    [Fact]
    public void Without_apostrophes_and_with_figures_set_apart_it_is_the_same()
    {
        Rewritten(text => text.Replace("'", "", StringComparison.Ordinal), 0.96);
        Rewritten(text => System.Text.RegularExpressions.Regex.Replace(text, "(?<=[\u4e00-\u9fff])(?=[0-9])|(?<=[0-9])(?=[\u4e00-\u9fff])", " "), 0.97);
    }

    // 停滞 and 对手 are no firms, 合同还没发 no goods: what one says takes nothing of the other's words.
    [Theory]
    [InlineData("zh", "，")]
    [InlineData("zh", "。")]
    [InlineData("en", ". ")]
    [InlineData("en", ", ")]
    public void Two_said_together_are_read_as_each_alone(string lang, string joint)
    {
        var (all, lost) = (0, new List<string>());
        var plain = Plain.Where(each => each.Message.Message.Language == lang).ToArray();
        for (var i = 0; i < plain.Length; i++)
        {
            var (first, second) = (plain[i], plain[(i * 7 + 3) % plain.Length]);
            if (first.Read.Select(read => read.FactId).Intersect(second.Read.Select(read => read.FactId)).Any()) continue;
            // What is believed of a longer message is another matter: the patterns alone are asked.
            var alone = Read.Reader.ReadUnjudged(first.Message.Message).Concat(Read.Reader.ReadUnjudged(second.Message.Message)).ToList();
            var together = Read.Reader.ReadUnjudged(first.Message.Message with { Text = Bare(first) + joint + Bare(second) });
            foreach (var said in first.Read.Concat(second.Read).Where(said => alone.Any(read => read.FactId == said.FactId && read.Value.Equals(said.Value))))
            {
                all++;
                if (!together.Any(read => read.FactId == said.FactId && read.Value.Equals(said.Value))) lost.Add($"{said.FactId}: {Bare(first)}{joint}{Bare(second)}");
            }
        }
        Assert.True(lost.Count <= 0.015 * all, string.Join('\n', lost));
    }

    // With a share of them that must be read at all, where withholding is no fault.
    private static void Hold(string frame, double floor, Func<Reading, Reading?, bool> holds, double leastRead = 0)
    {
        var chinese = frame.Any(c => c > '\u2fff');
        var tried = Plain.Where(each => each.Message.Message.Language == "zh" == chinese).SelectMany(each =>
        {
            var text = string.Format(System.Globalization.CultureInfo.InvariantCulture, frame, Bare(each));
            var read = Read.Reader.Read(each.Message.Message with { Text = text });
            return each.Read.Select(said => (Text: text, Read: read.Any(other => other.FactId == said.FactId), Holds: holds(said, read.FirstOrDefault(other => other.FactId == said.FactId))));
        }).ToArray();
        Assert.True(tried.Count(one => one.Read) >= leastRead * tried.Length, string.Join('\n', tried.Where(one => !one.Read).Select(one => one.Text)));
        Assert.True(tried.Count(one => one.Holds) >= floor * tried.Length, string.Join('\n', tried.Where(one => !one.Holds).Select(one => one.Text)));
    }

    private static void Rewritten(Func<string, string> rewrite, double floor)
    {
        var tried = Plain.Where(each => rewrite(each.Message.Message.Text) != each.Message.Message.Text).SelectMany(each =>
        {
            var read = Read.Reader.Read(each.Message.Message with { Text = rewrite(each.Message.Message.Text) });
            return each.Read.Select(said => (each.Message.Message.Text, Holds: read.Any(other => other.FactId == said.FactId && Agreement.Of(other.Value, said.Value))));
        }).ToArray();
        Assert.NotEmpty(tried);
        Assert.True(tried.Count(one => one.Holds) >= floor * tried.Length, string.Join('\n', tried.Where(one => !one.Holds).Select(one => one.Text)));
    }

    private static string Bare((LabelledMessage Message, Reading[] Read) each) => each.Message.Message.Text.TrimEnd('。', '.', '!', '！');

    private static IEnumerable<(LabelledMessage, Reading[])> Load()
    {
        var playbook = PlaybookFolder.Open(PlaybookFolder.Shipped).Playbook;
        foreach (var line in File.ReadLines(Path.Combine(Folder, "plain.jsonl")).Where(line => line.Length > 0))
        {
            using var document = System.Text.Json.JsonDocument.Parse(line);
            var message = MessageLine.ReadLabelled(playbook, document.RootElement);
            Reading[] read = [.. Read.Reader.Read(message.Message).Where(reading => reading.Certainty == Certainty.Stated
                && message.Labels.Any(label => label.FactId == reading.FactId && Agreement.Of(reading.Value, label.Value)))];
            if (message.Message.Asked is null && read.Length > 0) yield return (message, read);
        }
    }
}
