using System.CommandLine;
using System.Text.Json;
using KaBot.Funnel.Playbooks;
using KaBot.Understanding.Telling;

namespace KaBot.Commands;

/// <summary>
/// <c>understand learn GOLD.jsonl --nothing LINES.txt --out weights.bin</c>: learns to tell messages that hold a fact from those that hold
/// none, and prints how well it would do on messages it has not seen.
/// </summary>
public static class UnderstandLearnCommand
{
    public static Command Create(Option<string> folder)
    {
        var gold = new Argument<string>("gold") { Description = "Labelled messages, a JSON line each; those that answer a question are passed over" };
        var nothing = new Option<string>("--nothing") { Description = "Messages that hold no fact, a line each" };
        var file = new Option<string>("--out") { Description = "Where the weights go" };
        var command = new Command("learn", "Learn which messages tell nothing of a deal") { gold, nothing, file };
        command.SetAction(result =>
        {
            var (playbook, _) = PlaybookFolder.Open(result.GetValue(folder)!);
            var examples = Examples(playbook, result.GetValue(gold)!, result.GetValue(nothing));
            var (caught, empty, lost, telling) = NewsLearner.Check(examples);
            result.InvocationConfiguration.Output.WriteLine($"unseen (10 folds): {caught} of {empty} empty messages silenced, {lost} of {telling} others");
            if (result.GetValue(file) is { } path) File.WriteAllBytes(path, NewsLearner.Learn(examples));
            return 0;
        });
        return command;
    }

    /// <summary>What there is to learn from: labelled messages that answer no question, then the empty ones.</summary>
    public static IReadOnlyList<(string Text, bool Nothing)> Examples(Playbook playbook, string gold, string? nothing)
    {
        var examples = new List<(string, bool)>();
        foreach (var line in File.ReadLines(gold).Where(line => !string.IsNullOrWhiteSpace(line)))
        {
            using var document = JsonDocument.Parse(line);
            var message = MessageLine.ReadLabelled(playbook, document.RootElement);
            if (message.Message.Asked is null) examples.Add((message.Message.Text, message.Labels.IsEmpty));
        }
        if (nothing is not null) examples.AddRange(File.ReadLines(nothing).Where(line => !string.IsNullOrWhiteSpace(line)).Select(line => (line, true)));
        return examples;
    }
}
