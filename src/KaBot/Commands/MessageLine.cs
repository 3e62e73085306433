using System.Text.Json;
using System.Text.Json.Nodes;
using KaBot.Funnel.Facts;
using KaBot.Funnel.Playbooks;
using KaBot.Understanding;
using KaBot.Understanding.Scoring;

namespace KaBot.Commands;

/// <summary>
/// One line of the commands that read a rep's words: <c>{"id", "lang", "at", "asked", "text"}</c>, with <c>"facts"</c> where it is
/// labelled. Throws <see cref="FormatException"/> that says what is wrong with the line.
/// </summary>
internal static class MessageLine
{
    public static (string Id, RepMessage Message) Read(Playbook playbook, JsonElement line)
    {
        if (line.ValueKind != JsonValueKind.Object) throw new FormatException("a line is an object with id, lang, at, asked and text");
        var id = FactLine.Text(line, "id") ?? throw new FormatException("'id' is missing or no text");
        var at = FactLine.Moment(line, "at") ?? throw new FormatException("'at' is missing");
        var text = FactLine.Text(line, "text") ?? throw new FormatException("'text' is missing");
        var asked = FactLine.Text(line, "asked");
        if (asked is not null && playbook.Fact(asked) is null) throw new FormatException($"'asked' names the unknown fact '{asked}'");
        return (id, new RepMessage(text, FactLine.Text(line, "lang") ?? "zh", at, asked));
    }

    public static LabelledMessage ReadLabelled(Playbook playbook, JsonElement line)
    {
        var (id, message) = Read(playbook, line);
        var facts = FactLine.Read(playbook, line).Facts;
        var labels = facts.All.Select(fact => new Label(fact.Id, fact.Value, fact.Certainty,
            FactLine.Text(line.GetProperty("facts").GetProperty(fact.Id), "evidence") ?? ""));
        return new LabelledMessage(id, message, [.. labels]);
    }

    /// <summary>A reading as the value of its fact id.</summary>
    public static JsonObject Write(Reading reading, bool explain = false)
    {
        var json = new JsonObject { ["value"] = FactValueJson.Write(reading.Value) };
        if (reading.Value is FactValue.Count { Increment: true }) json["increment"] = true;
        json["certainty"] = reading.Certainty == Certainty.Hedged ? "hedged" : "stated";
        json["evidence"] = reading.Evidence;
        if (explain && reading.Odds is { } odds) json["odds"] = MathF.Round(odds, 1);
        if (explain && reading.Pattern is { } pattern) json["pattern"] = pattern;
        return json;
    }
}
