using System.CommandLine;
using System.Security.Cryptography;
using System.Text.Json;
using KaBot.Funnel.Playbooks;
using KaBot.Understanding.Learning;
using KaBot.Understanding.Scoring;

namespace KaBot.Commands;

/// <summary>
/// <c>understand learn</c>: learns the networks that read beside the patterns, from labelled messages, phrases and groups of words that mean
/// about the same.
/// </summary>
public static class UnderstandLearnCommand
{
    public static Command Create(Option<string> folder)
    {
        var known = new Option<string[]>("--known") { Description = "Labelled messages that patterns were worked on with, a JSON line each", AllowMultipleArgumentsPerToken = true };
        var unknown = new Option<string[]>("--unknown") { Description = "Labelled messages that no pattern was ever worked on with", AllowMultipleArgumentsPerToken = true, Required = true };
        var phrases = new Option<string[]>("--phrases") { Description = "Phrases under headings such as '## budget +' (affirms it), '-' (denies it) or '~' (neither)", AllowMultipleArgumentsPerToken = true };
        var plain = new Option<string[]>("--plain") { Description = "Labelled plain statements, to be said in frames and side by side", AllowMultipleArgumentsPerToken = true };
        var frames = new Option<string?>("--frames") { Description = "Frames: language, effect (- ? =), and the words around {0}" };
        var answers = new Option<string?>("--answers") { Description = "Answers to flags: language, effect (yes no yes? no? -), and words set apart by |" };
        var target = new Option<string>("--out") { Description = "Where the networks go", Required = true };
        var command = new Command("learn", "Learn the networks that read beside the patterns") { known, unknown, plain, frames, answers, phrases, target };
        command.SetAction(result =>
        {
            var (playbook, reader) = PlaybookFolder.Open(result.GetValue(folder)!);
            var statements = Labelled(playbook, result.GetValue(plain));
            var variations = Variations.Of(playbook, statements, Each(result.GetValue(frames)), Each(result.GetValue(answers), '|'));
            var teaching = new Teaching(Labelled(playbook, result.GetValue(known)), [.. Labelled(playbook, result.GetValue(unknown)), .. statements, .. variations],
                [.. (result.GetValue(phrases) ?? []).SelectMany(Phrases)]);
            string?[] files = [.. result.GetValue(known) ?? [], .. result.GetValue(unknown) ?? [], .. result.GetValue(plain) ?? [], result.GetValue(frames), result.GetValue(answers), .. result.GetValue(phrases) ?? []];
            var networks = ReaderLearner.Learn(reader, teaching, result.InvocationConfiguration.Output.WriteLine);
            File.WriteAllBytes(result.GetValue(target)!, [.. networks, .. Fingerprint(files.OfType<string>())]);
        });
        return command;
    }

    /// <summary>The SHA-256 of what was learnt from; it stands at the end of the file, so that a test can tell old networks.</summary>
    public static byte[] Fingerprint(IEnumerable<string> files)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var file in files) hash.AppendData(File.ReadAllBytes(file));
        return hash.GetHashAndReset();
    }

    private static List<LabelledMessage> Labelled(Playbook playbook, string[]? files) => [.. (files ?? []).SelectMany(Lines).Select(line =>
    {
        using var document = JsonDocument.Parse(line);
        return MessageLine.ReadLabelled(playbook, document.RootElement);
    })];

    /// <summary>"## budget +", then a phrase a line.</summary>
    public static IEnumerable<Phrase> Phrases(string file)
    {
        var (label, sign) = ("", '~');
        foreach (var line in Lines(file))
            if (line.StartsWith("## ", StringComparison.Ordinal) && line[3..].Split(' ') is [var name, [var mark], ..]) (label, sign) = (name, mark);
            else yield return new Phrase(label, sign, line);
    }

    /// <summary>"zh - 如果{0}": language, effect, words; with a mark that sets several apart, one of each.</summary>
    private static List<Variation> Each(string? file, char? apart = null) => [.. (file is null ? [] : Lines(file)).Where(line => line[0] != '#').Select(line => line.Split(' ', 3))
        .SelectMany(parts => (apart is { } mark ? parts[2].Split(mark) : [parts[2]]).Select(text => new Variation(parts[0], parts[1], text)))];

    private static IEnumerable<string> Lines(string file) => File.ReadLines(file).Select(line => line.Trim()).Where(line => line.Length > 0);
}
