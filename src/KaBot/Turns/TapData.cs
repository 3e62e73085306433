using System.Text.Json;
using KaBot.Storage;

namespace KaBot.Turns;

/// <summary>
/// What a tapped card sends: its button's data and its inputs, all of it a stranger's word. Only scalars are kept, as text.
/// </summary>
public sealed class TapData
{
    private const int MostKeys = 60;
    private const int LongestValue = 4000;
    private readonly Dictionary<string, string> _values = new(StringComparer.Ordinal);

    /// <summary>Reads an object; anything else gives no values.</summary>
    public static TapData From(JsonElement data)
    {
        var result = new TapData();
        if (data.ValueKind != JsonValueKind.Object) return result;
        foreach (var property in data.EnumerateObject().Take(MostKeys))
            if (Scalar(property.Value) is { Length: <= LongestValue } value) result._values[StorableText.Of(property.Name)] = StorableText.Of(value);
        return result;
    }

    /// <summary>For tests and the terminal: the same from pairs.</summary>
    public static TapData From(IEnumerable<KeyValuePair<string, string>> pairs)
    {
        var result = new TapData();
        foreach (var (key, value) in pairs) result._values[key] = StorableText.Of(value);
        return result;
    }

    public string? this[string key] => _values.GetValueOrDefault(key);

    /// <summary>A text; null when it is none, or holds half a surrogate pair and so cannot be read.</summary>
    public static string? Text(JsonElement value)
    {
        try
        {
            return value.ValueKind == JsonValueKind.String ? value.GetString() : null;
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    private static string? Scalar(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => Text(value),
        JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False => value.GetRawText(),
        _ => null,
    };
}
