using KaBot.Chat;

namespace KaBot.Web;

/// <summary>Looks at all settings before anything is opened: every fault at once, each with what to do.</summary>
internal static class Settings
{
    /// <summary>Throws <see cref="SettingsException"/> when there is a fault.</summary>
    public static void Check(WebApplicationBuilder builder)
    {
        var settings = builder.Configuration;
        string[] faults =
        [
            .. ChatPageOptions.Read(settings).Faults(builder.Environment, settings),
            .. LocalTime.Faults(settings),
            .. Reminders.ReminderOptions.Faults(settings),
            .. Model.ModelOptions.Read(settings).Faults(settings),
            .. Storage.StorageOptions.Faults(settings),
            .. Identity(settings),
        ];
        if (faults.Length > 0) throw new SettingsException(faults);
    }

    private static IEnumerable<string> Identity(IConfiguration settings)
    {
        string[] types = ["MultiTenant", "SingleTenant", "UserAssignedMSI"];
        var (id, type) = (settings["MicrosoftAppId"], settings["MicrosoftAppType"]);
        if (!string.IsNullOrWhiteSpace(id) && !Guid.TryParse(id, out _)) yield return $"MicrosoftAppId is '{id}', which is no GUID; copy it from the bot's registration.";
        if (!string.IsNullOrEmpty(type) && !types.Contains(type, StringComparer.OrdinalIgnoreCase))
            yield return $"MicrosoftAppType is '{type}'; it is one of {string.Join(", ", types)}.";
        if (type is not null && !type.Equals(types[0], StringComparison.OrdinalIgnoreCase) && string.IsNullOrEmpty(settings["MicrosoftAppTenantId"]))
            yield return $"MicrosoftAppType is '{type}' and needs MicrosoftAppTenantId.";
        if (string.IsNullOrWhiteSpace(id) && !string.IsNullOrEmpty(settings["MicrosoftAppPassword"]))
            yield return "MicrosoftAppPassword is set without MicrosoftAppId; set both, or neither to serve this machine only.";
    }
}

/// <summary>Settings that KaBot cannot start with: all that is wrong, a line each.</summary>
public sealed class SettingsException(IReadOnlyList<string> faults)
    : Exception($"The settings have {faults.Count} fault(s):{Environment.NewLine}{string.Join(Environment.NewLine, faults)}");
