using System.Text.Json;

namespace KaBot.Reminders.Delivery;

/// <summary>What the limits of a channel go by, out of a conversation reference as it is kept.</summary>
public static class Address
{
    /// <summary>The tenant, or the service where the channel has none.</summary>
    public static string Tenant(string reference) => Text(reference, "tenant") ?? Text(reference, "service") ?? "";

    public static string Conversation(string reference) => Text(reference, "conversation") ?? "";

    public static string? Locale(string reference) => Text(reference, "locale");

    private static string? Text(string reference, string name)
    {
        using var json = JsonDocument.Parse(reference);
        return json.RootElement.TryGetProperty(name, out var value) ? value.GetString() : null;
    }
}
