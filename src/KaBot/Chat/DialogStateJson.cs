using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Bot.Builder.Dialogs;

namespace KaBot.Chat;

/// <summary>
/// The dialog stack as KaBot's own JSON, with no type names: an object with a <c>dialogStack</c> is a nested
/// <see cref="DialogState"/>, any other object a dictionary, whole numbers are <see cref="int"/>. Dialogs put only such plain
/// values into their state, so the same text is read back under the stand-in and under the real SDK.
/// </summary>
internal static class DialogStateJson
{
    private const string Stack = "dialogStack";

    public static JsonObject Write(DialogState state) => new()
    {
        [Stack] = new JsonArray([.. (state.DialogStack ?? []).Select(instance => (JsonNode)new JsonObject
        {
            ["id"] = instance.Id,
            ["state"] = Node(instance.State),
        })]),
    };

    public static DialogState Read(JsonElement json) => new()
    {
        DialogStack = [.. json.GetProperty(Stack).EnumerateArray().Select(instance => new DialogInstance
        {
            Id = instance.GetProperty("id").GetString(),
            State = (IDictionary<string, object>)(Value(instance.GetProperty("state")) ?? new Dictionary<string, object>()),
        })],
    };

    private static JsonNode? Node(object? value) => value switch
    {
        null => null,
        DialogState nested => Write(nested),
        string text => JsonValue.Create(text),
        bool flag => JsonValue.Create(flag),
        int number => JsonValue.Create(number),
        long number => JsonValue.Create(number),
        IDictionary<string, object> map => new JsonObject(map.Select(pair => KeyValuePair.Create(pair.Key, Node(pair.Value)))),
        _ => throw new InvalidOperationException($"Dialog state holds a {value.GetType()}; only plain values are kept."),
    };

    private static object? Value(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.Object when json.TryGetProperty(Stack, out _) => Read(json),
        JsonValueKind.Object => json.EnumerateObject().ToDictionary(p => p.Name, p => Value(p.Value)!, StringComparer.Ordinal),
        JsonValueKind.String => json.GetString(),
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        JsonValueKind.Number when json.TryGetInt32(out var number) => number,
        JsonValueKind.Number => json.GetInt64(),
        _ => null,
    };
}
