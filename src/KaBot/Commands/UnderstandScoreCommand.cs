using System.CommandLine;
using System.Text.Json;
using KaBot.Funnel.Playbooks;
using KaBot.Understanding;
using KaBot.Understanding.Scoring;

namespace KaBot.Commands;

/// <summary><c>understand score GOLD.jsonl</c>: reads labelled messages and prints how well it did. Exit code 1 when a line was bad.</summary>
public static class UnderstandScoreCommand
{
    public static Command Create(Option<string> folder, Option<string?> networks)
    {
        var gold = new Argument<string>("gold") { Description = "Labelled messages, a JSON line each" };
        var differences = new Option<bool>("--differences") { Description = "List every label and reading that do not agree" };
        var command = new Command("score", "Measure the readings against labelled messages") { gold, differences };
        command.SetAction(result =>
        {
            var (playbook, reader) = UnderstandCommand.Open(result.GetValue(folder)!, result.GetValue(networks));
            using var lines = new StreamReader(result.GetValue(gold)!);
            var output = result.InvocationConfiguration.Output;
            var (scorer, bad) = Score(lines, output, playbook, reader);
            ScoreTable.Write(output, scorer);
            if (result.GetValue(differences)) ScoreTable.WriteDifferences(output, scorer);
            return bad > 0 ? 1 : 0;
        });
        return command;
    }

    /// <summary>Reads and counts every line; a bad one is named on the output and left out.</summary>
    public static (Scorer Scorer, int Bad) Score(TextReader lines, TextWriter output, Playbook playbook, MessageReader reader)
    {
        var (scorer, bad, number) = (new Scorer(), 0, 0);
        while (lines.ReadLine() is { } line)
        {
            number++;
            if (string.IsNullOrWhiteSpace(line)) continue;
            try
            {
                using var document = JsonDocument.Parse(line);
                var message = MessageLine.ReadLabelled(playbook, document.RootElement);
                scorer.Add(message, reader.Read(message.Message));
            }
            catch (Exception fault) when (fault is JsonException or FormatException or InvalidOperationException)
            {
                bad++;
                output.WriteLine($"line {number}: {fault.Message}");
            }
        }
        return (scorer, bad);
    }
}
