using System.Collections.Frozen;
using System.Text.Json;
using System.Text.RegularExpressions;
using KaBot.Funnel.Playbooks;

namespace KaBot.Language;

/// <summary>Every word KaBot says, in every language, from the files beside the program. Read once, at start.</summary>
public sealed partial class LanguageFiles
{
    private readonly FrozenDictionary<string, Texts> _texts;

    private LanguageFiles(FrozenDictionary<string, Texts> texts) => _texts = texts;

    /// <summary>The folder that ships with the program.</summary>
    public static string Shipped => Path.Combine(AppContext.BaseDirectory, "Language");

    /// <summary>Reads one file per language. Throws <see cref="LanguageException"/> with every fault.</summary>
    public static LanguageFiles Load(string folder)
    {
        List<string> faults = [];
        var files = Words.Languages.ToDictionary(language => language, language => Read(Path.Combine(folder, language + ".json"), faults));
        if (faults.Count == 0) faults.AddRange(Faults(files));
        if (faults.Count > 0) throw new LanguageException(faults);
        return new LanguageFiles(files.ToFrozenDictionary(file => file.Key, file => new Texts(file.Key, file.Value.ToFrozenDictionary())));
    }

    /// <summary>The texts for a client's locale ("zh-TW", "en-GB"): the nearest language, the default one for any other.</summary>
    public Texts For(string? locale) => _texts[Match(locale)];

    public IEnumerable<Texts> All => Words.Languages.Select(language => _texts[language]);

    /// <summary>The language nearest to a locale.</summary>
    public static string Match(string? locale)
    {
        var head = (locale ?? "").Split('-', '_')[0];
        return Words.Languages.FirstOrDefault(language => language.StartsWith(head + "-", StringComparison.OrdinalIgnoreCase))
            ?? Words.Languages[0];
    }

    /// <summary>What is wrong between the files: keys that one lacks, empty texts, other placeholders.</summary>
    public static IEnumerable<string> Faults(IReadOnlyDictionary<string, Dictionary<string, string>> files)
    {
        var keys = files.Values.SelectMany(file => file.Keys).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);
        foreach (var key in keys)
        {
            foreach (var (language, texts) in files)
                if (!texts.TryGetValue(key, out var text) || string.IsNullOrWhiteSpace(text))
                    yield return $"{language}.json: '{key}' is missing or empty; write it";
            var placeholders = files.Where(file => file.Value.ContainsKey(key)).Select(file => Placeholders(file.Value[key])).Distinct();
            if (placeholders.Count() > 1) yield return $"'{key}' has other placeholders in another language; use the same in each";
        }
    }

    private static string Placeholders(string text) =>
        string.Join(',', Placeholder().Matches(text).Select(match => match.Groups["name"].Value).Distinct().Order(StringComparer.Ordinal));

    private static Dictionary<string, string> Read(string file, List<string> faults)
    {
        try
        {
            return JsonSerializer.Deserialize<Dictionary<string, string>>(File.ReadAllText(file), Strict) ?? [];
        }
        catch (Exception broken) when (broken is JsonException or IOException)
        {
            faults.Add($"{Path.GetFileName(file)}: {broken.Message}; it should be an object of texts, each key once");
            return [];
        }
    }

    private static readonly JsonSerializerOptions Strict = new() { AllowDuplicateProperties = false };

    /// <summary>A name in braces, or the beginning of a plural.</summary>
    [GeneratedRegex(@"\{(?<name>[a-z]+)[|}]")]
    private static partial Regex Placeholder();
}

/// <summary>Language files that cannot be used: all that is wrong with them, a line each.</summary>
public sealed class LanguageException(IReadOnlyList<string> faults)
    : Exception($"The language files have {faults.Count} fault(s):{Environment.NewLine}{string.Join(Environment.NewLine, faults)}");
