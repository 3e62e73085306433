using KaBot.Funnel.Playbooks;

namespace KaBot.Tests.Funnel;

/// <summary>The shipped files with one thing broken give exactly that fault; with everything broken, all of them at once.</summary>
public sealed class PlaybookFaultTests
{
    [Fact]
    public void The_shipped_playbook_has_no_fault() => Assert.Empty(PlaybookReader.Read(Deal.Texts).Faults);

    [Theory]
    [InlineData("stages.yaml", "version: \"2026.11\"", "version: \"2026 11\"", "'2026 11' is no version")]
    [InlineData("stages.yaml", "version: \"2026.11\"", "release: x", "'version' is missing|unknown key 'release'")]
    [InlineData("stages.yaml", "win: 20", "win: 10", "win 10 does not rise over 10 or is above 100")]
    [InlineData("stages.yaml", "win: 80", "win: 101", "win 101 does not rise over 50 or is above 100")]
    [InlineData("stages.yaml", "win: 80", "win: often", "'win' is 'often', no whole number")]
    [InlineData("stages.yaml", "win: 80", "winn: 80", "unknown key 'winn'")]
    [InlineData("stages.yaml", "rule: {at_least: 1, after: closing}", "rule: {at_least: 2, after: closing}", "asks for 2 of 1 criteria")]
    [InlineData("stages.yaml", "rule: {at_least: 1, after: closing}", "rule: {at_least: 1, after: repeat}", "comes after 'repeat', which is no earlier stage")]
    [InlineData("stages.yaml", "rule: {at_least: 1, after: closing}", "", "'rule' is missing")]
    [InlineData("stages.yaml", "owners: [project_manager, finance_lead]", "owners: [project_manager, treasurer]", "'owners' names the unknown 'treasurer'")]
    [InlineData("stages.yaml", "criteria: [contract_signed, first_payment]", "criteria: [contract_signed, contract_signed, first_payment]", "'criteria' names 'contract_signed' twice")]
    [InlineData("stages.yaml", "of: [project_org, core_needs]", "of: [project_org, project_org]", "'of' names 'project_org' twice")]
    [InlineData("stages.yaml", "of: [project_org, core_needs]", "of: [project_org, bid_won]", "'bid_won' is no criterion of this stage")]
    [InlineData("stages.yaml", "when: [sme]", "when: [tiny]", "the rule has a case for 'tiny', which 'org_size' does not offer")]
    [InlineData("stages.yaml", "by: org_size", "by: budget", "the rule goes by 'budget', which is no choice fact")]
    [InlineData("stages.yaml", "facts: [visits]", "facts: [visit]", "'facts' names the unknown 'visit'")]
    [InlineData("stages.yaml", "facts: [visits]", "facts: []", "'facts' names nothing")]
    [InlineData("stages.yaml", "- {id: rivals_known,", "- {id: budget_known,", "'criteria' names the unknown 'rivals_known'|the id 'budget_known' is there twice")]
    [InlineData("stages.yaml", "criteria: [project_org, go_live_planned, budget_known, core_needs, rivals_known]",
        "criteria: [project_org, go_live_planned, budget_known, core_needs]", "criterion 'rivals_known' stands in no stage")]
    [InlineData("stages.yaml", "name: {zh-CN: 目标, en-US: Target}", "name: {zh-CN: 目标}", "'en-US' is missing")]
    [InlineData("stages.yaml", "name: {zh-CN: 目标, en-US: Target}", "name: {zh-CN: '', en-US: Target}", "'zh-CN' is empty or no text")]
    [InlineData("stages.yaml", "name: {zh-CN: 目标, en-US: Target}", "name: Target", "'name' is no mapping")]
    [InlineData("facts.yaml", "kind: count", "kind: number", "'kind' is 'number'")]
    [InlineData("facts.yaml", "shelf_life: 14", "shelf_life: 0", "a shelf life of 0 days is past at once")]
    [InlineData("facts.yaml", "shelf_life: 14", "shelf_life: own_date", "'own_date' needs a fact of kind date")]
    [InlineData("facts.yaml", "shelf_life: 14", "shelf_life: -3", "'shelf_life' is '-3', no whole number")]
    [InlineData("facts.yaml", "{by: [visits], ", "{by: [calls], ", "'later' names the unknown 'calls'")]
    [InlineData("facts.yaml", "{by: [visits], ", "{by: [], ", "'later' names no fact")]
    [InlineData("facts.yaml", "{by: [visits], ", "{by: [contact_made], ", "'later' of 'contact_made' names the fact itself")]
    [InlineData("facts.yaml", "ask: still, question: {zh-CN: '款到了，合同双方也都签了吧？', en-US: 'The money is in, so both sides have signed, right?'}", "ask: still", "'ask: still' changes nothing without a question")]
    [InlineData("facts.yaml", "picks: quarters", "picks: years", "'picks' is 'years'")]
    [InlineData("stages.yaml", "finish: [contract_signed, first_payment, shipped]", "finish: [contract_signed, delivered]", "'finish' names the unknown 'delivered'")]
    [InlineData("facts.yaml", "- id: two_suppliers", "- id: sole", "the id 'sole' is there twice")]
    [InlineData("facts.yaml", "- id: two_suppliers", "- id: Two Suppliers", "'Two Suppliers' is no id")]
    [InlineData("facts.yaml", "- id: hidden_needs", "- id: repeat_order", "the id 'repeat_order' is there twice")]
    public void A_broken_entry_is_told_with_its_file_and_line(string file, string sound, string broken, string problems)
    {
        var text = Deal.Texts[file];
        var at = text.IndexOf(sound, StringComparison.Ordinal);
        Assert.True(at >= 0, $"'{sound}' is no longer in {file}");

        var reading = PlaybookReader.Read(With(file, text[..at] + broken + text[(at + sound.Length)..]));

        Assert.Null(reading.Playbook);
        Assert.Equal(problems.Split('|').Order(), reading.Faults.Select(fault => fault.Problem).Order());
        Assert.All(reading.Faults, fault => Assert.True(fault.File == file && fault.Line > 0 && fault.Remedy.Length > 0, fault.ToString()));
    }

    [Fact]
    public void A_fault_names_the_line_it_is_on()
    {
        var line = Array.FindIndex(Deal.Texts["stages.yaml"].Split('\n'), text => text.Contains("win: 20")) + 1;
        var fault = Assert.Single(PlaybookReader.Read(With("stages.yaml", Deal.Texts["stages.yaml"].Replace("win: 20", "win: 10"))).Faults);
        Assert.Equal(("stages.yaml", line, "intent"), (fault.File, fault.Line, fault.Id));
    }

    [Fact]
    public void All_faults_of_all_files_come_at_once()
    {
        var texts = new Dictionary<string, string>
        {
            ["stages.yaml"] = Deal.Texts["stages.yaml"].Replace("win: 20", "win: 10").Replace("facts: [visits]", "facts: [visit]"),
            ["facts.yaml"] = Deal.Texts["facts.yaml"].Replace("shelf_life: 14", "shelf_life: soon"),
        };
        Assert.Equal(
            ["facts.yaml evaluating", "stages.yaml intent", "stages.yaml formally_visited"],
            PlaybookReader.Read(texts).Faults.Select(fault => $"{fault.File} {fault.Id}"));
    }

    [Fact]
    public void A_missing_file_is_a_fault()
    {
        var fault = Assert.Single(PlaybookReader.Read(new Dictionary<string, string> { ["stages.yaml"] = Deal.Texts["stages.yaml"] }).Faults);
        Assert.Equal(("facts.yaml", "the file is missing"), (fault.File, fault.Problem));
    }

    [Theory]
    [InlineData("version: 'open\nstages:", 1)]
    [InlineData("version: 1\nversion: 2\n", 2)]
    [InlineData("version: 1\n\tstages: []\n", 1)] // the tab is taken for more of the value before it
    [InlineData("version: *nowhere\n", 1)]
    [InlineData("version: [1\nstages: ]", 0)]
    public void Broken_YAML_is_a_fault_with_its_line_where_the_parser_tells_it(string text, int line)
    {
        var fault = Assert.Single(PlaybookReader.Read(With("stages.yaml", text)).Faults);
        Assert.StartsWith("no valid YAML", fault.Problem, StringComparison.Ordinal);
        Assert.Equal(("stages.yaml", line), (fault.File, fault.Line));
    }

    [Theory]
    [InlineData("")]
    [InlineData("- a list")]
    [InlineData("just words")]
    public void A_file_that_is_no_mapping_is_a_fault(string text) =>
        Assert.Equal("the file is no single mapping", Assert.Single(PlaybookReader.Read(With("stages.yaml", text)).Faults).Problem);

    [Fact]
    public void Files_of_other_readers_are_left_alone() => Assert.Empty(PlaybookReader.Read(With("tactics.yaml", "{{{")).Faults);

    private static Dictionary<string, string> With(string file, string text) => new(Deal.Texts) { [file] = text };
}
