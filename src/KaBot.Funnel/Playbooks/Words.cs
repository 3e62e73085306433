using System.Collections.Immutable;

namespace KaBot.Funnel.Playbooks;

/// <summary>One text in every language KaBot speaks.</summary>
public sealed record Words(ImmutableDictionary<string, string> ByLanguage)
{
    /// <summary>The languages each text must have, the default first.</summary>
    public static readonly ImmutableArray<string> Languages = ["zh-CN", "en-US"];

    /// <summary>Whether somebody says just this, in whichever language, with or without a full stop.</summary>
    public bool IsSaid(string words) => ByLanguage.Values.Contains(words.Trim().TrimEnd('。', '.', '!', '！'), StringComparer.OrdinalIgnoreCase);

    /// <summary>The text in a language; an unknown language gets the default one.</summary>
    public string In(string language) => ByLanguage.GetValueOrDefault(language) ?? ByLanguage[Languages[0]];
}
