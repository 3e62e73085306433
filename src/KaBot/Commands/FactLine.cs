using System.Globalization;
using System.Text.Json;
using KaBot.Funnel.Facts;
using KaBot.Funnel.Playbooks;

namespace KaBot.Commands;

/// <summary>
/// One line of the commands that judge facts: <c>{"id", "at", "claimed"?, "facts": {factId: {"value", "certainty", "at"?}}}</c>,
/// values as <see cref="FactValueJson"/> reads them.
/// </summary>
public sealed record FactLine(string Id, DateTimeOffset At, string? Claimed, FactSheet Facts, JsonElement Json)
{
    // Only whole moments: the lenient parser takes "10:30" for a time of today. One without an offset is UTC.
    private static readonly string[] Moments = ["yyyy-MM-dd", "yyyy-MM-ddTHH:mmK", "yyyy-MM-ddTHH:mm:ssK", "yyyy-MM-ddTHH:mm:ss.FFFFFFFK"];

    /// <summary>Throws <see cref="FormatException"/> that says what is wrong with the line.</summary>
    public static FactLine Read(Playbook playbook, JsonElement line)
    {
        if (line.ValueKind != JsonValueKind.Object) throw new FormatException("a line is an object with id, at and facts");
        var id = Text(line, "id") ?? throw new FormatException("'id' is missing or no text");
        var at = Moment(line, "at") ?? throw new FormatException("'at' is missing");
        var claimed = Text(line, "claimed");
        if (claimed is not null && playbook.Stage(claimed) is null) throw new FormatException($"'claimed' names the unknown stage '{claimed}'");
        if (!line.TryGetProperty("facts", out var facts) || facts.ValueKind != JsonValueKind.Object)
            throw new FormatException("'facts' is missing or no object");
        return new FactLine(id, at, claimed, FactSheet.Of(facts.EnumerateObject().Select(fact => ReadFact(playbook, fact, at))), line);
    }

    /// <summary>The line's id for an error answer, or null when none can be told.</summary>
    public static string? IdOf(JsonElement line)
    {
        try
        {
            return line.ValueKind == JsonValueKind.Object ? Text(line, "id", lenient: true) : null;
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    private static Fact ReadFact(Playbook playbook, JsonProperty property, DateTimeOffset lineAt)
    {
        var definition = playbook.Fact(property.Name) ?? throw new FormatException($"unknown fact '{property.Name}'");
        var json = property.Value;
        if (json.ValueKind != JsonValueKind.Object || !json.TryGetProperty("value", out var value))
            throw new FormatException($"'{property.Name}' is no object with a value");
        var certainty = Text(json, "certainty") switch
        {
            null or "stated" => Certainty.Stated,
            "hedged" => Certainty.Hedged,
            var other => throw new FormatException($"'{property.Name}' has the certainty '{other}'; it should be stated or hedged"),
        };
        var increment = json.TryGetProperty("increment", out var more) && more.ValueKind == JsonValueKind.True;
        return new Fact(definition.Id, FactValueJson.Read(definition, value, increment), certainty, Moment(json, "at") ?? lineAt);
    }

    internal static DateTimeOffset? Moment(JsonElement json, string key)
    {
        if (Text(json, key) is not { } text) return null;
        return DateTimeOffset.TryParseExact(text, Moments, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var moment)
            ? moment : throw new FormatException($"'{key}' is '{text}', no ISO 8601 moment");
    }

    internal static string? Text(JsonElement json, string key, bool lenient = false)
    {
        if (!json.TryGetProperty(key, out var value) || value.ValueKind == JsonValueKind.Null) return null;
        if (value.ValueKind == JsonValueKind.String) return value.GetString();
        return lenient ? null : throw new FormatException($"'{key}' is no text");
    }
}
