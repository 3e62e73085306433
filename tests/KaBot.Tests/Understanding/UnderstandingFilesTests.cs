using KaBot.Funnel.Playbooks;
using KaBot.Understanding;

namespace KaBot.Tests.Understanding;

/// <summary>Sales ops add words, names and facts by a file of their own; what is wrong with it is told all at once.</summary>
public sealed class UnderstandingFilesTests
{
    private static readonly IReadOnlyDictionary<string, string> Shipped = PlaybookFolder.Texts(PlaybookFolder.Shipped);

    [Fact]
    public void A_new_way_to_say_a_fact_is_a_line_of_YAML()
    {
        const string text = "咱们的大旗插上山头了";
        Assert.Empty(Read.All(text));
        var reader = With("""
            facts:
              - id: bid_won
                yes: |
                  大旗 .. 插上
            """);
        Assert.Equal("true", Read.Short(reader.Read(new RepMessage(text, "zh", Read.Now)).Single()));
    }

    [Fact]
    public void A_competitor_is_known_by_a_word_of_YAML()
    {
        const string text = "阿尔法格林德参与";
        Assert.Empty(Read.All(text));
        var reader = With("classes: [{id: competitor, words: 阿尔法格林德}]");
        Assert.Equal("[\"阿尔法格林德\"]", Read.Short(reader.Read(new RepMessage(text, "zh", Read.Now)).Single()));
    }

    [Fact]
    public void Words_that_show_something_else_are_YAML()
    {
        const string text = "样板合同签了";
        Assert.Equal("true", Read.Short(Read.Of("contract_signed", text)));
        Assert.DoesNotContain(With("facts: [{id: contract_signed, unless: 样板}]").Read(new RepMessage(text, "zh", Read.Now)), reading => reading.FactId == "contract_signed");
    }

    [Fact]
    public void Words_that_show_that_a_choice_is_not_so_are_YAML()
    {
        const string text = "价格差得太远，样板工程的价";
        Assert.Equal("[\"gap_too_wide\"]", Read.Short(Read.Of("symptoms", text)));
        Assert.DoesNotContain(With("facts: [{id: symptoms, choices: [{id: gap_too_wide, unless: 样板工程}]}]").Read(new RepMessage(text, "zh", Read.Now)), reading => reading.FactId == "symptoms");
    }

    // The dates of the playbook that ships lie ahead; others need not.
    [Fact]
    public void A_new_date_may_lie_behind()
    {
        var facts = Shipped["facts.yaml"].TrimEnd() + """

              - id: last_audit
                kind: date
                name: {zh-CN: 上次审计, en-US: Last audit}
                question: {zh-CN: 上次审计是哪天？, en-US: When was the last audit?}
            """;
        var reader = With("facts: [{id: last_audit, topics: 审计 audit}]", facts);
        Assert.Equal("2026-03-01", Read.Short(reader.Read(new RepMessage("3月1日", "zh", Read.Now, "last_audit")).Single()));
    }

    [Fact]
    public void A_new_fact_is_read_without_code()
    {
        var facts = Shipped["facts.yaml"].TrimEnd() + """

              - id: pilot_agreed
                kind: flag
                name: {zh-CN: 同意试点, en-US: Pilot agreed}
                question: {zh-CN: 客户同意先试点吗？, en-US: Do they agree to a pilot?}
            """;
        var reader = With("""
            facts:
              - id: pilot_agreed
                topics: 试点 pilot
                yes: |
                  同意|答应 .. 试点
                  agreed_to .. pilot
            """, facts);
        Assert.Equal("true", Read.Short(reader.Read(new RepMessage("客户答应先做个试点", "zh", Read.Now)).Single()));
        Assert.Equal("false", Read.Short(reader.Read(new RepMessage("还没", "zh", Read.Now, "pilot_agreed")).Single()));
    }

    [Fact]
    public void All_faults_are_told_at_once()
    {
        var load = Load("""
            classes:
              - id: Shout
                words: '* <nowhere>'
            facts:
              - id: mood
                yes: 好
              - id: bid_won
                yes: |
                  <nowhere> .. 了
                  中 .. $weather
                  $names .. $text
                maybe: 好
              - id: award_mode
                choices:
                  - id: lottery
                    value: 抽签
              - id: core_needs
                implies: budget
              - id: amount
                beside: weather outcome.draw bid_won
            """);
        Assert.Null(load.Reader);
        Assert.All(load.Faults, fault => Assert.Equal("understanding-zz.yaml", fault.File));
        string[] expected =
        [
            "'Shout' is no id", "'*' is no word", "unknown class <nowhere>", "'mood' is no fact", "'<nowhere> .. 了'", "'$weather'", "$names", "unknown key 'maybe'",
            "'lottery' is no choice", "'budget' is no flag and no choice", "'weather' is no fact", "'outcome.draw' is no flag and no choice",
        ];
        Assert.All(expected, part => Assert.Contains(load.Faults, fault => fault.Problem.Contains(part, StringComparison.Ordinal)));
        Assert.All(load.Faults, fault => Assert.True(fault.Line > 0 && fault.Remedy.Length > 0));
    }

    [Fact]
    public void A_playbook_without_understanding_says_so() =>
        Assert.Contains(MessageReader.Load(Playbook(), new Dictionary<string, string>()).Faults, fault => fault.Problem.Contains("missing", StringComparison.Ordinal));

    private static MessageReader With(string yaml, string? facts = null) => Load(yaml, facts) is { Reader: { } reader } load ? reader
        : throw new InvalidOperationException(string.Join('\n', Load(yaml, facts).Faults));

    private static MessageReaderLoad Load(string yaml, string? facts = null)
    {
        var texts = new Dictionary<string, string>(Shipped) { ["understanding-zz.yaml"] = yaml };
        if (facts is not null) texts["facts.yaml"] = facts;
        return MessageReader.Load(Playbook(texts), texts);
    }

    private static Playbook Playbook(IReadOnlyDictionary<string, string>? texts = null) => PlaybookReader.Read(texts ?? Shipped).Playbook!;
}
