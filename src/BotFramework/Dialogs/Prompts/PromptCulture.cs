using Microsoft.Bot.Builder.Dialogs.Choices;

namespace Microsoft.Bot.Builder.Dialogs;

/// <summary>How a language writes choices, and its words for yes and no.</summary>
internal sealed record PromptCulture(string Locale, string Separator, string InlineOr, string InlineOrMore, string Yes, string No)
{
    public static readonly PromptCulture English = new("en-us", ", ", " or ", ", or ", "Yes", "No");
    public static readonly PromptCulture Chinese = new("zh-cn", "， ", " 要么 ", "， 要么 ", "是的", "不");

    public static IReadOnlyList<PromptCulture> All { get; } = [English, Chinese];

    public ChoiceFactoryOptions Options => new(Separator, InlineOr, InlineOrMore, true);

    /// <summary>The key among <paramref name="known"/> that fits a locale best: itself, its language, else English.</summary>
    public static string Nearest<T>(string locale, IReadOnlyDictionary<string, T> known)
    {
        var wanted = locale?.ToLowerInvariant() ?? "";
        var language = wanted.Split('-')[0];
        var culture = All.Any(culture => culture.Locale == wanted)
            ? wanted
            : All.FirstOrDefault(culture => language.Length > 0 && culture.Locale.StartsWith(language, StringComparison.Ordinal))?.Locale ?? wanted;
        return known.ContainsKey(culture) ? culture : English.Locale;
    }
}
