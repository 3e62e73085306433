using System.Text.Json;

namespace KaBot.Chat.Terminal;

/// <summary>Reading a card's JSON without minding what is not there.</summary>
internal static class Json
{
    public static string Text(this JsonElement json, string name) =>
        json.ValueKind == JsonValueKind.Object && json.TryGetProperty(name, out var value)
            ? value.ValueKind == JsonValueKind.String ? value.GetString()! : value.ValueKind == JsonValueKind.Number ? value.GetRawText() : "" : "";

    /// <summary>Whether it is there and true.</summary>
    public static bool Flag(this JsonElement json, string name) =>
        json.ValueKind == JsonValueKind.Object && json.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.True;

    public static bool Hidden(this JsonElement json) =>
        json.ValueKind == JsonValueKind.Object && json.TryGetProperty("isVisible", out var visible) && visible.ValueKind == JsonValueKind.False;

    public static IEnumerable<JsonElement> Items(this JsonElement json, string name) =>
        json.ValueKind == JsonValueKind.Object && json.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Array
            ? value.EnumerateArray() : [];
}
