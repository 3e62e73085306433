using KaBot.Language;

namespace KaBot.Tests.Language;

public sealed class TextsTests
{
    private static readonly LanguageFiles Files = LanguageFiles.Load(LanguageFiles.Shipped);
    private static readonly Texts Chinese = Files.For("zh-CN");
    private static readonly Texts English = Files.For("en-US");

    [Theory]
    [InlineData("zh-CN", "zh-CN")]
    [InlineData("zh-TW", "zh-CN")]
    [InlineData("zh-Hans", "zh-CN")]
    [InlineData("ZH_cn", "zh-CN")]
    [InlineData("en-GB", "en-US")]
    [InlineData("en", "en-US")]
    [InlineData("fr-FR", "zh-CN")]
    [InlineData("", "zh-CN")]
    [InlineData(null, "zh-CN")]
    public void A_locale_gets_the_nearest_language(string? locale, string language) => Assert.Equal(language, Files.For(locale).Language);

    [Fact]
    public void A_plural_follows_its_number()
    {
        Assert.Equal("one more change", English.Say("changes.more", ("n", 1)));
        Assert.Equal("3 more changes", English.Say("changes.more", ("n", 3)));
        Assert.Equal("另有 1 项变化", Chinese.Say("changes.more", ("n", 1)));
    }

    [Fact]
    public void A_value_is_never_read_as_a_placeholder() =>
        Assert.Equal("{answer}: 5", English.Say("answered.line", ("fact", "{answer}"), ("answer", 5)));

    [Fact]
    public void A_missing_key_or_value_is_no_silent_hole()
    {
        Assert.Throws<KeyNotFoundException>(() => English["no.such.key"]);
        Assert.Throws<KeyNotFoundException>(() => English.Say("answered.line", ("fact", "x")));
    }

    [Fact]
    public void All_faults_of_the_files_are_listed_at_once()
    {
        var folder = Directory.CreateTempSubdirectory("kabot-texts").FullName;
        try
        {
            File.WriteAllText(Path.Combine(folder, "zh-CN.json"), """{"a": "甲", "b": "{n} 个", "c": " "}""");
            File.WriteAllText(Path.Combine(folder, "en-US.json"), """{"a": "A", "b": "{m|one|{m} of them}", "c": "C", "d": "D"}""");
            var faults = Assert.Throws<LanguageException>(() => LanguageFiles.Load(folder)).Message;
            Assert.Contains("zh-CN.json: 'c' is missing or empty", faults, StringComparison.Ordinal);
            Assert.Contains("zh-CN.json: 'd' is missing or empty", faults, StringComparison.Ordinal);
            Assert.Contains("'b' has other placeholders", faults, StringComparison.Ordinal);

            File.WriteAllText(Path.Combine(folder, "zh-CN.json"), """{"a": 1}""");
            File.WriteAllText(Path.Combine(folder, "en-US.json"), """{"a": "A", "a": "B"}""");
            faults = Assert.Throws<LanguageException>(() => LanguageFiles.Load(folder)).Message;
            Assert.Contains("2 fault(s)", faults, StringComparison.Ordinal);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
