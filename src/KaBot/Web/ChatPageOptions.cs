namespace KaBot.Web;

/// <summary>The section <c>WebChat</c> of the settings.</summary>
public sealed record ChatPageOptions
{
    private const int ShortestSecret = 16;

    /// <summary>On or off; when not set: on in Development and wherever no app id is configured.</summary>
    public bool? Enabled { get; init; }

    /// <summary>What the page asks for before it lets anyone in. Needed to switch it on in production; at least 16 characters.</summary>
    public string? Secret { get; init; }

    public static ChatPageOptions Read(IConfiguration settings) => settings.GetSection("WebChat").Get<ChatPageOptions>() ?? new();

    public bool IsOn(IHostEnvironment environment, IConfiguration settings) => Enabled ?? IsOpenGround(environment, settings);

    /// <summary>What is wrong with the settings; empty when nothing is.</summary>
    public IEnumerable<string> Faults(IHostEnvironment environment, IConfiguration settings)
    {
        if (!IsOn(environment, settings)) yield break;
        if (string.IsNullOrEmpty(Secret) && !IsOpenGround(environment, settings))
            yield return "WebChat:Enabled is true in production without WebChat:Secret; set the secret or switch the page off.";
        if (Secret is { Length: > 0 and < ShortestSecret })
            yield return $"WebChat:Secret is shorter than {ShortestSecret} characters; choose a longer one.";
    }

    private static bool IsOpenGround(IHostEnvironment environment, IConfiguration settings) =>
        environment.IsDevelopment() || string.IsNullOrEmpty(settings["MicrosoftAppId"]);
}
