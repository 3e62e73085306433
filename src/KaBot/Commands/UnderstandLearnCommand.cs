using System.CommandLine;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using KaBot.Funnel.Playbooks;
using KaBot.Understanding;
using KaBot.Understanding.Judging;
using KaBot.Understanding.Scoring;

namespace KaBot.Commands;

/// <summary>
/// <c>understand learn</c>: teaches the two judges that stand behind the patterns, from labelled messages. <c>news</c> tells messages that
/// hold a fact from those that hold none; <c>samples</c> writes down what the patterns made of messages that they were not written for, and
/// <c>trust</c> learns from such samples which readings to withhold.
/// </summary>
public static class UnderstandLearnCommand
{
    private const int Folds = 5;

    public static Command Create(Option<string> folder) =>
        new("learn", "Teach the judges that withhold what is doubtful") { News(folder), Samples(folder), Trust(), Senses(folder) };

    private static Command News(Option<string> folder)
    {
        var gold = new Argument<string[]>("gold") { Description = "Files of labelled messages, a JSON line each; those that answer a question are passed over" };
        var nothing = new Option<string>("--nothing") { Description = "Messages that hold no fact, a line each" };
        var file = new Option<string>("--out") { Description = "Where the weights go" };
        var command = new Command("news", "Learn which messages tell nothing of a deal") { gold, nothing, file };
        command.SetAction(result =>
        {
            var (playbook, _) = PlaybookFolder.Open(result.GetValue(folder)!);
            var samples = NewsSamples(playbook, result.GetValue(gold)!, result.GetValue(nothing));
            Report(result.InvocationConfiguration.Output, samples, NewsJudge.Size, NewsJudge.IsNothing, "empty messages silenced", "others");
            if (result.GetValue(file) is { } path) File.WriteAllBytes(path, Logistic.Learn(samples, NewsJudge.Size));
        });
        return command;
    }

    private static Command Samples(Option<string> folder)
    {
        var gold = new Argument<string>("gold") { Description = "Labelled messages that the playbook's patterns were not written for" };
        var taught = new Option<string>("--taught") { Description = "The labelled messages that senses are learnt from: each time from other fifths than those they are asked about", Required = true };
        var phrases = Phrases();
        var command = new Command("samples", "Write what the patterns make of messages: right or wrong, and what each reading stands on") { gold, taught, phrases };
        command.SetAction(result =>
        {
            var (playbook, reader) = PlaybookFolder.Open(result.GetValue(folder)!);
            var (asked, known) = (Labelled(playbook, result.GetValue(gold)!).ToLookup(Fold), Labelled(playbook, result.GetValue(taught)!).ToList());
            for (var fold = 0; fold < Folds; fold++)
            {
                var senses = SenseLearner.Learn(SenseSamples.Of(reader, known.Where(message => Fold(message) != fold), result.GetValue(phrases) ?? []));
                var unknowing = MessageReader.Load(playbook, PlaybookFolder.Texts(result.GetValue(folder)!), KaBot.Understanding.Judging.Senses.Read(new MemoryStream(senses))).Reader!;
                foreach (var message in asked[fold])
                    foreach (var (reading, traits) in unknowing.ReadUnjudged(message.Message))
                        result.InvocationConfiguration.Output.WriteLine($"{(IsRight(message, reading) ? "right" : "wrong")} {string.Join(' ', traits)}");
            }
        });
        return command;
    }

    private static int Fold(LabelledMessage message) => SHA256.HashData(Encoding.UTF8.GetBytes(message.Id))[0] % Folds;

    private static Option<string[]> Phrases() =>
        new("--phrases") { Description = "Phrases under headings such as '## budget +' (affirms it), '-' (denies it) or '~' (neither)", AllowMultipleArgumentsPerToken = true };

    private static Command Trust()
    {
        var file = new Argument<string>("samples") { Description = "What 'samples' wrote" };
        var target = new Option<string>("--out") { Description = "Where the weights go" };
        var command = new Command("trust", "Learn which readings to withhold") { file, target };
        command.SetAction(result =>
        {
            var samples = TrustSamples(result.GetValue(file)!);
            Report(result.InvocationConfiguration.Output, samples, TrustJudge.Size, TrustJudge.IsTrusted, "right readings kept", "wrong ones");
            if (result.GetValue(target) is { } path) File.WriteAllBytes(path, Logistic.Learn(samples, TrustJudge.Size));
        });
        return command;
    }

    private static Command Senses(Option<string> folder)
    {
        var gold = new Argument<string>("gold") { Description = "A file of labelled messages, a JSON line each" };
        var phrases = Phrases();
        var target = new Option<string>("--out") { Description = "Where the weights go", Required = true };
        var command = new Command("senses", "Learn what clauses speak of") { gold, phrases, target };
        command.SetAction(result =>
        {
            var (playbook, reader) = PlaybookFolder.Open(result.GetValue(folder)!);
            File.WriteAllBytes(result.GetValue(target)!, SenseLearner.Learn(SenseSamples.Of(reader, Labelled(playbook, result.GetValue(gold)!), result.GetValue(phrases) ?? [])));
        });
        return command;
    }

    /// <summary>Labelled messages that answer no question, then empty ones, a line each.</summary>
    public static IReadOnlyList<Sample> NewsSamples(Playbook playbook, IEnumerable<string> gold, string? nothing)
    {
        var samples = gold.SelectMany(file => Labelled(playbook, file)).Where(message => message.Message.Asked is null).Select(message => NewsJudge.Sample(message.Message.Text, message.Labels.IsEmpty));
        return [.. samples, .. nothing is null ? [] : Lines(nothing).Select(line => NewsJudge.Sample(line, nothing: true))];
    }

    /// <summary>A line each: "right" or "wrong", then places.</summary>
    public static IReadOnlyList<Sample> TrustSamples(string file) =>
        [.. Lines(file).Select(line => line.Split(' ')).Select(parts => new Sample([.. parts.Skip(1).Select(int.Parse)], parts[0] is "right"))];

    private static IEnumerable<LabelledMessage> Labelled(Playbook playbook, string gold)
    {
        foreach (var line in Lines(gold))
        {
            using var document = JsonDocument.Parse(line);
            yield return MessageLine.ReadLabelled(playbook, document.RootElement);
        }
    }

    private static IEnumerable<string> Lines(string file) => File.ReadLines(file).Where(line => !string.IsNullOrWhiteSpace(line));

    private static bool IsRight(LabelledMessage message, Reading reading) =>
        message.Labels.Any(label => label.FactId == reading.FactId && Agreement.Of(reading.Value, label.Value));

    private static void Report(TextWriter output, IReadOnlyList<Sample> samples, int size, Func<float, bool> judge, string sought, string others)
    {
        var scores = Logistic.CrossValidate(samples, size);
        int Count(bool positive) => samples.Where((sample, i) => sample.Positive == positive && judge(scores[i])).Count();
        output.WriteLine($"on the tenth not learnt from: {Count(true)} of {samples.Count(sample => sample.Positive)} {sought}, {Count(false)} of {samples.Count(sample => !sample.Positive)} {others}");
    }
}
