using KaBot.Funnel.Facts;
using KaBot.Understanding;
using KaBot.Understanding.Judging;
using KaBot.Understanding.Scoring;

namespace KaBot.Commands;

/// <summary>What the senses of clauses are learnt from: labelled messages by the clause, and files of phrases.</summary>
public static class SenseSamples
{
    // A phrase written for one fact may tell another: how far it counts as telling none.
    private const float RestOfPhrase = 0.3f, RestOfNearMiss = 0.1f;

    public static IReadOnlyList<SenseSample> Of(MessageReader reader, IEnumerable<LabelledMessage> messages, IEnumerable<string> phrases) =>
        [.. messages.Where(message => message.Message.Asked is null).SelectMany(message => Clauses(reader, message)), .. phrases.SelectMany(Phrases)];

    private static IEnumerable<SenseSample> Clauses(MessageReader reader, LabelledMessage message)
    {
        foreach (var (start, end) in reader.ClausesOf(message.Message))
        {
            var (inside, beside) = (new List<string>(), new List<string>());
            foreach (var label in message.Labels)
            {
                var from = message.Message.Text.IndexOf(label.Evidence, StringComparison.Ordinal);
                var shared = Math.Min(end, from + label.Evidence.Length) - Math.Max(start, from);
                if (shared > 0) (2 * shared >= Math.Min(end - start, label.Evidence.Length) ? inside : beside).AddRange(Names(label.FactId, label.Value));
            }
            // A clause that shares only a little of the evidence teaches nothing of that fact: it is left out.
            if (beside.Count == 0) yield return new SenseSample(message.Message.Text[start..end], inside, [], 1);
        }
    }

    // "## budget +", then a phrase a line.
    private static IEnumerable<SenseSample> Phrases(string file)
    {
        var (label, sign) = ("", "");
        foreach (var line in File.ReadLines(file).Select(line => line.Trim()).Where(line => line.Length > 0))
        {
            if (line.StartsWith("## ", StringComparison.Ordinal) && line[3..].Split(' ') is [var name, var told]) (label, sign) = (name, told);
            else yield return sign == "~"
                ? new SenseSample(line, [], [label + "+", label + "-"], RestOfNearMiss)
                : new SenseSample(line, [label + sign], [label + (sign == "+" ? "-" : "+")], RestOfPhrase);
        }
    }

    private static IEnumerable<string> Names(string fact, FactValue value) => value switch
    {
        FactValue.Choice choice => [$"{fact}.{choice.Id}+"],
        FactValue.Choices choices => choices.Ids.Select(id => $"{fact}.{id}+"),
        FactValue.Open or FactValue.Flag { Value: false } or FactValue.List { Items.IsEmpty: true } or FactValue.Count { Value: 0 } => [fact + "-"],
        _ => [fact + "+"],
    };
}
