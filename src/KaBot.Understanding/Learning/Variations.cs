using KaBot.Funnel.Facts;
using KaBot.Funnel.Playbooks;
using KaBot.Understanding.Scoring;

namespace KaBot.Understanding.Learning;

/// <summary>What words around a statement, or in answer to a question, do.</summary>
/// <param name="Language">"zh" or "en".</param>
/// <param name="Effect">For frames <c>-</c> no claim, <c>?</c> a guess, <c>=</c> nothing; for answers <c>yes</c>, <c>no</c>, <c>yes?</c>, <c>no?</c>, <c>-</c>.</param>
/// <param name="Text">A frame with {0} in it; or an answer.</param>
public sealed record Variation(string Language, string Effect, string Text);

/// <summary>
/// Makes labelled messages of plain ones: each statement in some frames and beside another, each flag asked about and answered. People
/// say these too seldom in a few thousand messages for a network to learn that 如果 takes everything back, and a yes is one for every flag.
/// </summary>
public static class Variations
{
    private const int FramesEach = 10, PairsEach = 3, AskedEach = 8, AskedApart = 3, Step = 7, Apart = 11;

    public static IEnumerable<LabelledMessage> Of(Playbook playbook, IReadOnlyList<LabelledMessage> plain, IReadOnlyList<Variation> frames, IReadOnlyList<Variation> answers)
    {
        LabelledMessage[] told = [.. plain.Where(message => message.Message.Asked is null && !message.Labels.IsEmpty)];
        return [.. told.SelectMany((message, index) => Framed(message, index, frames)), .. Pairs(told), .. Answered(playbook, answers)];
    }

    private static IEnumerable<LabelledMessage> Framed(LabelledMessage message, int index, IReadOnlyList<Variation> frames)
    {
        Variation[] own = [.. frames.Where(frame => frame.Language == message.Message.Language)];
        for (var turn = 0; turn < Math.Min(FramesEach, own.Length); turn++)
        {
            var frame = own[(index * Step + turn * Apart) % own.Length];
            var text = frame.Text.Replace("{0}", Bare(message), StringComparison.Ordinal);
            yield return new LabelledMessage($"{message.Id}/{turn}", message.Message with { Text = text }, frame.Effect switch
            {
                "-" => [],
                "?" => [.. message.Labels.Select(label => label with { Certainty = Certainty.Hedged })],
                _ => message.Labels,
            });
        }
    }

    private static IEnumerable<LabelledMessage> Pairs(LabelledMessage[] told)
    {
        for (var i = 0; i < told.Length; i++)
            for (var turn = 0; turn < PairsEach; turn++)
            {
                var (first, second) = (told[i], told[(i * Step + Apart * (turn + 1)) % told.Length]);
                if (first.Message.Language != second.Message.Language || first.Labels.Any(label => second.Labels.Any(other => other.FactId == label.FactId))) continue;
                var joint = first.Message.Language == "zh" ? (i + turn) % 2 == 0 ? "，" : "。" : (i + turn) % 2 == 0 ? ", " : ". ";
                yield return new LabelledMessage($"{first.Id}+{second.Id}", first.Message with { Text = Bare(first) + joint + Bare(second) }, [.. first.Labels, .. second.Labels]);
            }
    }

    private static IEnumerable<LabelledMessage> Answered(Playbook playbook, IReadOnlyList<Variation> answers)
    {
        FactDefinition[] flags = [.. playbook.Facts.Where(fact => fact.Kind == FactKind.Flag)];
        for (var i = 0; i < answers.Count; i++)
            for (var turn = 0; turn < AskedEach; turn++)
            {
                var (fact, answer) = (flags[(i * Step + turn * AskedApart) % flags.Length], answers[i]);
                var message = new RepMessage(answer.Text, answer.Language, new DateTimeOffset(2026, 3, 5, 10, 0, 0, TimeSpan.FromHours(8)), fact.Id);
                var certainty = answer.Effect.EndsWith('?') ? Certainty.Hedged : Certainty.Stated;
                yield return new LabelledMessage($"answer/{i}/{turn}", message,
                    answer.Effect == "-" ? [] : [new Label(fact.Id, new FactValue.Flag(answer.Effect.StartsWith("yes", StringComparison.Ordinal)), certainty, answer.Text)]);
            }
    }

    private static string Bare(LabelledMessage message) => message.Message.Text.TrimEnd('。', '.', '!', '！');
}
