namespace KaBot.Model;

/// <summary>Where a language model is to be had; None sends nothing anywhere.</summary>
public enum ModelProvider { None, AzureOpenAI, OpenAICompatible }

/// <summary>How the answer's shape is asked for: by a strict JSON schema, or, where an endpoint knows none, in words.</summary>
public enum ModelFormat { JsonSchema, JsonObject }

/// <summary>The settings under <c>Model</c>.</summary>
/// <param name="Endpoint">Base address: of the Azure resource, or of a compatible API up to and with its version (<c>https://api.deepseek.com/v1</c>).</param>
/// <param name="Name">The deployment, or the model.</param>
/// <param name="Key">API key; without one Azure is asked with the machine's Entra ID.</param>
/// <param name="Timeout">The longest that a turn waits, retries included.</param>
/// <param name="AttemptTimeout">The longest of one attempt.</param>
/// <param name="TokensPerDay">Most tokens a rep and day; null for no limit.</param>
/// <param name="CostPerDay">Most cost a rep and day, in the currency of the prices; null for no limit.</param>
/// <param name="PriceIn">Price of a million tokens sent.</param>
/// <param name="PriceOut">Price of a million tokens answered.</param>
/// <param name="Temperature">0 for the likeliest answer; null leaves it out, for models that take none.</param>
/// <param name="MaskNames">Whether names of customers, deals, contacts and the rep are replaced before a message is sent.</param>
/// <param name="RolePlay">Whether the model also says the buyer's lines in a practice.</param>
public sealed record ModelOptions(
    ModelProvider Provider, Uri? Endpoint, string Name, string Key, ModelFormat Format, TimeSpan Timeout, TimeSpan AttemptTimeout, int MostOutput,
    long? TokensPerDay, decimal? CostPerDay, decimal PriceIn, decimal PriceOut, bool MaskNames, float? Temperature, bool RolePlay)
{
    private const string Section = "Model:";

    // A channel sends a message again that is not answered within 15 s: what a turn waits for a model stays well below.
    private static readonly (string Key, double Least, double Most)[] Ranges =
    [
        ("TimeoutSeconds", 0.5, 12), ("AttemptTimeoutSeconds", 0.5, 12), ("MaxOutputTokens", 100, 100_000), ("TokensPerRepPerDay", 1, 1e12), ("CostPerRepPerDay", 0.000001, 1e9),
        ("PricePerMillionIn", 0, 1e9), ("PricePerMillionOut", 0, 1e9),
    ];

    private static readonly string[] Switches = ["MaskNames", "RolePlay"];

    public bool Enabled => Provider != ModelProvider.None;

    public static ModelOptions Read(IConfiguration settings) => new(
        Known<ModelProvider>(settings[Section + "Provider"], out var provider) ? provider : ModelProvider.None,
        Uri.TryCreate(settings[Section + "Endpoint"], UriKind.Absolute, out var endpoint) && endpoint.Scheme is "http" or "https" ? endpoint : null,
        settings[Section + "Name"] ?? "", settings[Section + "Key"] ?? "",
        Known<ModelFormat>(settings[Section + "Format"], out var format) ? format : ModelFormat.JsonSchema,
        TimeSpan.FromSeconds(Number(settings, "TimeoutSeconds", 8)), TimeSpan.FromSeconds(Number(settings, "AttemptTimeoutSeconds", 5)),
        (int)Number(settings, "MaxOutputTokens", 1500),
        settings[Section + "TokensPerRepPerDay"] is { Length: > 0 } ? (long)Number(settings, "TokensPerRepPerDay", 0) : null,
        settings[Section + "CostPerRepPerDay"] is { Length: > 0 } ? (decimal)Number(settings, "CostPerRepPerDay", 0) : null,
        (decimal)Number(settings, "PricePerMillionIn", 0), (decimal)Number(settings, "PricePerMillionOut", 0),
        !bool.TryParse(settings[Section + "MaskNames"], out var mask) || mask,
        settings[Section + "Temperature"] is "none" ? null : (float)Number(settings, "Temperature", 0),
        !bool.TryParse(settings[Section + "RolePlay"], out var play) || play);

    /// <summary>Without the key.</summary>
    public override string ToString() => $"{Provider} {Endpoint} {Name}";

    /// <summary>What is wrong with the settings, each with what to do; empty when nothing is.</summary>
    public IEnumerable<string> Faults(IConfiguration settings)
    {
        if (settings[Section + "Provider"] is { Length: > 0 } provider && !Known<ModelProvider>(provider, out _))
            yield return $"Model:Provider is '{provider}'; it is one of {string.Join(", ", Enum.GetNames<ModelProvider>())}.";
        if (!Enabled) yield break;
        if (Endpoint is null) yield return "Model:Endpoint must be the address of the model, such as https://contoso.openai.azure.com or https://api.deepseek.com/v1.";
        else if (Endpoint.Scheme == "http" && !Endpoint.IsLoopback) yield return "Model:Endpoint sends reps' words unencrypted; use https, or an address on this machine.";
        if (Name.Length == 0) yield return "Model:Name must name the deployment (AzureOpenAI) or the model (OpenAICompatible).";
        if (settings[Section + "Format"] is { Length: > 0 } format && !Known<ModelFormat>(format, out _))
            yield return $"Model:Format is '{format}'; it is one of {string.Join(", ", Enum.GetNames<ModelFormat>())}.";
        foreach (var (key, least, most) in Ranges)
            if (settings[Section + key] is { Length: > 0 } text && !(Parse(text) >= least && Parse(text) <= most))
                yield return string.Create(System.Globalization.CultureInfo.InvariantCulture, $"Model:{key} is '{text}'; it is a number from {least} to {most}.");
        if (AttemptTimeout > Timeout) yield return "Model:AttemptTimeoutSeconds is longer than Model:TimeoutSeconds; make it shorter, so that an attempt may be made again.";
        if (settings[Section + "Temperature"] is { Length: > 0 } and not "none" and var warmth && Parse(warmth) is not (>= 0 and <= 2))
            yield return $"Model:Temperature is '{warmth}'; it is a number from 0 to 2, or none.";
        foreach (var key in Switches)
            if (settings[Section + key] is { Length: > 0 } text && !bool.TryParse(text, out _)) yield return $"Model:{key} is '{text}'; write true or false.";
        if (CostPerDay is not null && PriceIn == 0 && PriceOut == 0) yield return "Model:CostPerRepPerDay needs Model:PricePerMillionIn and Model:PricePerMillionOut.";
    }

    /// <summary>Whether what was used today leaves room for another call.</summary>
    public bool Allows(Storage.ModelUse used) =>
        !(used.In + used.Out >= TokensPerDay) && !((used.In * PriceIn + used.Out * PriceOut) / 1_000_000m >= CostPerDay);

    private static double Number(IConfiguration settings, string key, double usual) => settings[Section + key] is { } text ? Parse(text) ?? usual : usual;

    private static double? Parse(string text) =>
        double.TryParse(text, System.Globalization.NumberStyles.AllowDecimalPoint, System.Globalization.CultureInfo.InvariantCulture, out var number) ? number : null;

    private static bool Known<T>(string? text, out T value) where T : struct, Enum => Enum.TryParse(text, ignoreCase: true, out value) && Enum.IsDefined(value);
}
