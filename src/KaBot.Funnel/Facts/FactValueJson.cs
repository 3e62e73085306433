using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using KaBot.Funnel.Playbooks;

namespace KaBot.Funnel.Facts;

/// <summary>
/// A value as JSON, by kind: flag true/false, count a whole number (an increment is
/// <c>{"value": n, "increment": true}</c> around it, so it is the caller's key), date "YYYY-MM-DD", money
/// {"low", "high", "currency"}, text and choice a string, list and choices an array; null is <see cref="FactValue.Open"/>.
/// </summary>
public static class FactValueJson
{
    private const string DateFormat = "yyyy-MM-dd";

    /// <summary>Reads a value of a fact. Throws <see cref="FormatException"/> that says what is wrong.</summary>
    public static FactValue Read(FactDefinition fact, JsonElement json, bool increment = false)
    {
        if (json.ValueKind == JsonValueKind.Null) return FactValue.Open.Value;
        return fact.Kind switch
        {
            FactKind.Flag when json.ValueKind is JsonValueKind.True or JsonValueKind.False => new FactValue.Flag(json.GetBoolean()),
            FactKind.Count when json.ValueKind == JsonValueKind.Number && json.TryGetInt32(out var count) && count >= 0 =>
                new FactValue.Count(count, increment),
            FactKind.Date when Text(json) is { } text
                && DateOnly.TryParseExact(text, DateFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) =>
                new FactValue.Date(date),
            FactKind.Money when json.ValueKind == JsonValueKind.Object => Money(fact, json),
            FactKind.Text when Text(json) is { Length: > 0 } text => new FactValue.Text(text),
            FactKind.List when Texts(json) is { } items => new FactValue.List(items),
            FactKind.Choice when Text(json) is { } id && fact.Choice(id) is not null => new FactValue.Choice(id),
            FactKind.Choices when Texts(json) is { } ids && ids.All(id => fact.Choice(id) is not null) => new FactValue.Choices(ids),
            _ => throw Wrong(fact, json),
        };
    }

    public static JsonNode? Write(FactValue value) => value switch
    {
        FactValue.Flag flag => JsonValue.Create(flag.Value),
        FactValue.Count count => JsonValue.Create(count.Value),
        FactValue.Date date => JsonValue.Create(date.Value.ToString(DateFormat, CultureInfo.InvariantCulture)),
        FactValue.Money money => new JsonObject { ["low"] = money.Low, ["high"] = money.High, ["currency"] = money.Currency },
        FactValue.Text text => JsonValue.Create(text.Value),
        FactValue.List list => new JsonArray([.. list.Items.Select(item => (JsonNode)JsonValue.Create(item)!)]),
        FactValue.Choice choice => JsonValue.Create(choice.Id),
        FactValue.Choices choices => new JsonArray([.. choices.Ids.Select(id => (JsonNode)JsonValue.Create(id)!)]),
        _ => null,
    };

    private static FactValue.Money Money(FactDefinition fact, JsonElement json)
    {
        var (low, high) = (Bound(fact, json, "low"), Bound(fact, json, "high"));
        var currency = json.TryGetProperty("currency", out var code) ? Text(code) : "CNY";
        if (low is null && high is null || low > high || currency is not { Length: 3 }) throw Wrong(fact, json);
        return new FactValue.Money(low, high, currency);
    }

    private static decimal? Bound(FactDefinition fact, JsonElement json, string name)
    {
        if (!json.TryGetProperty(name, out var bound) || bound.ValueKind == JsonValueKind.Null) return null;
        return bound.ValueKind == JsonValueKind.Number && bound.TryGetDecimal(out var amount) && amount >= 0 ? amount : throw Wrong(fact, json);
    }

    private static string? Text(JsonElement json) => json.ValueKind == JsonValueKind.String ? json.GetString() : null;

    private static ImmutableArray<string>? Texts(JsonElement json) =>
        json.ValueKind == JsonValueKind.Array && json.EnumerateArray().All(item => Text(item) is { Length: > 0 })
            ? [.. json.EnumerateArray().Select(item => item.GetString()!)] : null;

    private static FormatException Wrong(FactDefinition fact, JsonElement json)
    {
        var shape = fact.Kind switch
        {
            FactKind.Flag => "true, false or null",
            FactKind.Count => "a whole number from 0",
            FactKind.Date => "\"YYYY-MM-DD\" or null",
            FactKind.Money => "{\"low\", \"high\", \"currency\"} with a bound of 0 or more, low not above high, or null",
            FactKind.Text => "a text or null",
            FactKind.List => "an array of names",
            _ => "of " + string.Join(", ", fact.Choices.Select(choice => choice.Id)),
        };
        var given = json.GetRawText();
        return new FormatException($"'{fact.Id}' has the value {(given.Length > 80 ? given[..80] + "…" : given)}; it should be {shape}");
    }
}
