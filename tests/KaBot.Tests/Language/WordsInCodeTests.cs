using System.Text.RegularExpressions;
using KaBot.Language;

namespace KaBot.Tests.Language;

/// <summary>Reads the sources: every key they ask for is in the files, every key in the files is asked for, no words in code.</summary>
public sealed partial class WordsInCodeTests
{
    private static readonly HashSet<string> Keys = [.. LanguageFiles.Load(LanguageFiles.Shipped).For(null).Keys];
    private static readonly List<(string File, string Text)> Sources =
        [.. Repository.Sources("src", "KaBot").Select(file => (Path.GetFileName(file), Comment().Replace(File.ReadAllText(file), "")))];

    [Fact]
    public void Every_key_in_code_is_in_the_language_files()
    {
        var asked = Sources.SelectMany(source => Asked().Matches(source.Text).SelectMany(match => Literal().Matches(match.Value))
            .Select(match => (source.File, Key: match.Groups[1].Value))).Where(asked => asked.Key.Contains('.')).ToList();
        Assert.NotEmpty(asked);
        Assert.DoesNotContain(asked, key => !Keys.Contains(key.Key));
    }

    [Fact]
    public void Every_key_of_the_language_files_is_in_code()
    {
        var literals = Sources.SelectMany(source => Literal().Matches(source.Text)).Select(match => match.Groups[1].Value).ToHashSet();
        Assert.Empty(Keys.Where(key => !literals.Contains(key)).Order());
    }

    [Fact]
    public void No_Chinese_stands_in_code() =>
        Assert.Empty(Sources.SelectMany(source => ChineseLiteral().Matches(source.Text).Select(match => $"{source.File}: {match.Value}")));

    /// <summary>An English sentence for a person: a literal in a card or a feature that begins with a capital and holds a blank.</summary>
    [Fact]
    public void No_English_sentence_stands_in_the_code_of_cards_and_features() => Assert.Empty(Repository.Sources("src", "KaBot")
        .Where(file => Spoken.Any(folder => file.Contains($"{Path.DirectorySeparatorChar}{folder}{Path.DirectorySeparatorChar}", StringComparison.Ordinal)))
        .SelectMany(file => Sentence().Matches(Comment().Replace(File.ReadAllText(file), "")).Select(match => $"{Path.GetFileName(file)}: {match.Value}")));

    /// <summary>Folders whose texts are for reps. Faults for operators and logs elsewhere are English in code.</summary>
    private static readonly string[] Spoken = ["Cards", "CheckIn", "Pipeline", "People"];

    [GeneratedRegex(@"^\s*//.*$", RegexOptions.Multiline)]
    private static partial Regex Comment();

    /// <summary>What stands in an indexer of texts, or first in a call of Say.</summary>
    [GeneratedRegex(@"\b(?:[Tt]exts|language)\[[^;\]]*\]|\.Say\(\s*""[^""]*""")]
    private static partial Regex Asked();

    [GeneratedRegex(@"""([a-z]+(?:\.[a-z]+)+)""")]
    private static partial Regex Literal();

    [GeneratedRegex(@"""[^""\n]*[\u3400-\u9fff\uf900-\ufaff][^""\n]*""")]
    private static partial Regex ChineseLiteral();

    [GeneratedRegex(@"(?<!Exception\(\$?)""[A-Z][a-z]+ [a-z][^""\n]*""")]
    private static partial Regex Sentence();
}
