using System.Globalization;
using KaBot.Funnel.Facts;
using KaBot.Understanding.Scoring;

namespace KaBot.Commands;

/// <summary>The figures of a measurement as a table; intervals are 95 % (Wilson).</summary>
internal static class ScoreTable
{
    private static readonly string[] Languages = ["zh", "en"];

    public static void Write(TextWriter output, Scorer scorer)
    {
        output.WriteLine($"{scorer.Messages} messages; right = fact, value and certainty; wrong fact = fact or value not labelled; intervals 95 %");
        output.WriteLine($"{"",-22}{"labels",7}{"read",6}{"right",6}  {"precision",-22}{"recall",-22}{"F1",-22}{"wrong-fact rate",-22}");
        Row(output, "overall", scorer.Overall);
        foreach (var language in Languages) Row(output, language, scorer.Of(message => message.Message.Language == language));
        foreach (var kind in Enum.GetValues<MessageKind>())
            if (kind != MessageKind.Nothing)
                foreach (var language in Languages)
                    Row(output, $"{Name(kind)}, {language}", scorer.Of(message => message.Kind == kind && message.Message.Language == language));
        foreach (var fact in scorer.Facts.Order(StringComparer.Ordinal)) Row(output, fact, scorer.OfFact(fact));
        output.WriteLine($"{"nothing said, all",-22}silent {Text(scorer.Silent(_ => true))}");
        foreach (var language in Languages)
            output.WriteLine($"{"nothing said, " + language,-22}silent {Text(scorer.Silent(message => message.Message.Language == language))}");
        output.WriteLine($"evidence overlaps the label's: {Text(scorer.Evidence)}");
    }

    public static void WriteDifferences(TextWriter output, Scorer scorer)
    {
        foreach (var group in scorer.Differences.GroupBy(difference => difference.Message))
        {
            output.WriteLine();
            output.WriteLine($"{group.Key.Id} [{group.Key.Message.Asked ?? "-"}] {group.Key.Message.At:yyyy-MM-dd} {group.Key.Message.Text}");
            foreach (var difference in group)
            {
                if (difference.Label is { } label) output.WriteLine($"    label   {label.FactId} {Text(label.Value)} {label.Certainty} «{label.Evidence}»");
                if (difference.Reading is { } reading) output.WriteLine($"    reading {reading.FactId} {Text(reading.Value)} {reading.Certainty} «{reading.Evidence}»");
            }
        }
    }

    private static void Row(TextWriter output, string name, Tally tally)
    {
        if (tally == default) return;
        output.WriteLine($"{name,-22}{tally.Labels,7}{tally.Readings,6}{tally.Right,6}  {Text(tally.Precision),-22}{Text(tally.Recall),-22}{Text(tally.F1),-22}{Text(tally.WrongFactRate),-22}");
    }

    private static string Text(Share share) => share.Value is { } value
        ? string.Create(CultureInfo.InvariantCulture, $"{value:0.000} ({share.Interval.Low:0.000}–{share.Interval.High:0.000})") : "–";

    private static string Text(FactValue value) =>
        (FactValueJson.Write(value)?.ToJsonString(JsonLines.Readable) ?? "null") + (value is FactValue.Count { Increment: true } ? " more" : "");

    private static string Name(MessageKind kind) => kind switch
    {
        MessageKind.ShortReply => "short reply", MessageKind.Update => "update", _ => "report",
    };
}
