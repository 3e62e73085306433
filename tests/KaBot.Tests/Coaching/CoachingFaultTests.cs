using KaBot.Funnel.Coaching;
using KaBot.Funnel.Playbooks;
using KaBot.Tests.Funnel;

namespace KaBot.Tests.Coaching;

/// <summary>The coach's files with one thing broken give exactly that fault; with several, all of them at once.</summary>
public sealed class CoachingFaultTests
{
    private const string Actions = CoachingReader.ActionsFile;
    private const string Tactics = CoachingReader.TacticsFile;

    [Fact]
    public void The_shipped_files_have_no_fault() => Assert.Empty(CoachingReader.Read(Deal.Playbook, Deal.Texts).Faults);

    [Theory]
    [InlineData(Actions, "for: budget_known", "for: bugdet_known", "'for' names the unknown 'bugdet_known'")]
    [InlineData(Actions, "stage: closing", "stage: close", "'stage' names the unknown 'close'")]
    [InlineData(Actions, "before: visit_appointed", "before: budget", "'before' names 'budget', which is no date")]
    [InlineData(Actions, "weight: 9", "weight: heavy", "'weight' is 'heavy', no whole number")]
    [InlineData(Actions, "on: met", "on: mete", "'on' is 'mete'")]
    [InlineData(Actions, "- {id: stale,", "- {id: mouldy,", "the reason 'stale' is missing|the reason 'mouldy' is unknown")]
    [InlineData(Actions, "- id: send_material", "- id: get_through", "the id 'get_through' is there twice")]
    [InlineData(Actions, "when: [symptoms=rushing, dates_confirmed]", "when: [symptoms=hurry]", "'symptoms=hurry' asks for 'hurry', which 'symptoms' does not offer")]
    [InlineData(Actions, "when: ['close_date=past', '!closed']", "when: ['close_date>=5']", "'close_date>=5' asks what a fact of kind date cannot tell")]
    [InlineData(Tactics, "when: [phase=late]", "when: [phase=dusk]", "'phase=dusk' names the unknown phase 'dusk'")]
    [InlineData(Tactics, "when: [account=chain]", "when: [account=shop]", "'account=shop' names the unknown account 'shop'")]
    [InlineData(Tactics, "when: [symptoms=rushing]", "when: [mood]", "'mood' names the unknown fact 'mood'")]
    [InlineData(Tactics, "when: [symptoms=rushing]", "when: ['rushing!']", "'rushing!' is no condition")]
    [InlineData(Tactics, "serves: [criteria]", "serves: [luck]", "'serves' names the unknown principle 'luck'")]
    [InlineData(Tactics, "principle: people", "principle: luck", "'principle' names the unknown 'luck'")]
    [InlineData(Tactics, "points: -1", "points: few", "'points' is 'few', no whole number")]
    [InlineData(Tactics, "{rival}的报价我不评价", "{enemy}的报价我不评价", "'say' has the unknown placeholder {enemy}|'say' has not the same placeholders in every language")]
    [InlineData(Tactics, "fact: competitors", "fact: rivals", "'fact' names the unknown 'rivals'")]
    [InlineData(Tactics, "phases: [middle]", "phases: [noon]", "'phases' names the unknown 'noon'")]
    [InlineData(CoachingReader.QuestionsFile, "kind: payoff", "kind: pay", "'kind' names the unknown 'pay'|the kind 'payoff' has no question for anyone")]
    [InlineData(CoachingReader.QuestionsFile, "roles: [payer]", "roles: [purse]", "'roles' names the unknown 'purse'")]
    [InlineData(CoachingReader.QuestionsFile, "feeds: budget", "feeds: purse", "'feeds' names the unknown fact 'purse'")]
    [InlineData(CoachingReader.QuestionsFile, "need: shared\n", "need: secret\n", "'need' is 'secret'")]
    [InlineData(CoachingReader.PeopleFile, "who: [payer]", "who: [purse]", "'who' names the unknown role 'purse'")]
    [InlineData(CoachingReader.PeopleFile, "who: [payer]", "who: []", "nobody can fill the gap 'no_payer'")]
    [InlineData(CoachingReader.PeopleFile, "id: for_us", "id: ours", "'sides' names other sides than there are")]
    [InlineData(CoachingReader.CareFile, "kind: training\n", "kind: drill\n", "'kind' is 'drill'")]
    [InlineData(CoachingReader.CareFile, "every: 3", "every: 0", "'every' is 0 months")]
    [InlineData(CoachingReader.CareFile, "fact: repeat_order", "fact: budget", "'fact' names 'budget', which is no flag")]
    [InlineData(CoachingReader.CareFile, "once: shipped", "once: budget", "'once' names 'budget', which is no flag")]
    [InlineData(CoachingReader.QuestionsFile, "when: [core_needs, '!go_live']", "when: ['!go_live']", "'ask' names {need}, which may not be known")]
    [InlineData(Actions, "say:\n      zh-CN: 您好，我是做这一块的，想请教一下，{account}这边归哪位管？我只占两分钟。\n      en-US: Hello, may I ask who looks after this at {account}?", "say:\n      zh-CN: 您好，{need}\n      en-US: Hello, {need}", "'say' names {need}, which may not be known")]
    [InlineData(CoachingReader.RolePlayFile, "id: argued", "id: shouted", "the fault 'argued' is missing|the fault 'shouted' is unknown")]
    [InlineData(CoachingReader.RolePlayFile, "on_argues:", "on_shouts:", "'on_argues' is missing|unknown key 'on_shouts'")]
    [InlineData(CoachingReader.RolePlayFile, "{ask}。', en-US", "{price}。', en-US", "'opening' has the unknown placeholder {price}|'opening' has not the same placeholders in every language")]
    public void A_broken_entry_is_told_with_its_file_and_line(string file, string sound, string broken, string problems)
    {
        var text = Deal.Texts[file];
        var at = text.IndexOf(sound, StringComparison.Ordinal);
        Assert.True(at >= 0, $"'{sound}' is no longer in {file}");

        var reading = Read(file, text[..at] + broken + text[(at + sound.Length)..]);

        Assert.Null(reading.Guide);
        Assert.Equal(problems.Split('|').Order(), reading.Faults.Select(fault => fault.Problem).Order());
        Assert.All(reading.Faults, fault => Assert.True(fault.File == file && fault.Line > 0 && fault.Remedy.Length > 0, fault.ToString()));
    }

    [Fact]
    public void Every_file_is_needed() => Assert.Equal(
        CoachingReader.Files.Order(StringComparer.Ordinal),
        CoachingReader.Read(Deal.Playbook, new Dictionary<string, string>()).Faults.Select(fault => fault.File));

    [Fact]
    public void Faults_of_the_playbook_and_of_the_coach_are_told_at_once()
    {
        var folder = Directory.CreateTempSubdirectory("kabot-playbook-");
        try
        {
            foreach (var (file, text) in Deal.Texts)
                File.WriteAllText(Path.Combine(folder.FullName, file), text.Replace("win: 20", "win: 10").Replace("for: budget_known", "for: bugdet_known"));
            var thrown = Assert.Throws<PlaybookException>(() => PlaybookFolder.Load(folder.FullName));
            Assert.Equal(
                [Actions, Actions, "stages.yaml"],
                thrown.Faults.Select(fault => fault.File).Order(StringComparer.Ordinal));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    /// <summary>Sales ops add a criterion in the playbook alone: the coach speaks of it at once.</summary>
    [Fact]
    public void A_new_criterion_is_advised_without_an_action_of_its_own()
    {
        var texts = new Dictionary<string, string>(Deal.Texts)
        {
            ["facts.yaml"] = Deal.Texts["facts.yaml"] + "\n  - {id: legal_review, kind: flag, name: {zh-CN: 法务, en-US: Legal}, question: {zh-CN: 过了吗？, en-US: Passed?}}\n",
            ["stages.yaml"] = Deal.Texts["stages.yaml"]
                .Replace("criteria: [contract_signed, first_payment]", "criteria: [contract_signed, first_payment, legal_passed]")
                .Replace("  - {id: contract_signed,", "  - {id: legal_passed, facts: [legal_review], name: {zh-CN: 法务通过, en-US: Legal passed}}\n  - {id: contract_signed,"),
        };
        var playbook = PlaybookReader.Read(texts).Playbook!;
        var guide = CoachingReader.Read(playbook, texts).Guide!;
        var deal = Situation.Of(playbook, Deal.Of("their_contract", playbook), Deal.Now);
        Assert.Contains(guide.Actions.Actions, action => action.Id == "otherwise_legal_passed");
        Assert.Contains(NextActions.For(guide.Actions with { Actions = [.. guide.Actions.Actions.Where(a => a.For.Id == "legal_passed")] }, deal),
            action => action.Action.For.Id == "legal_passed");
    }

    private static CoachingReading Read(string file, string text) =>
        CoachingReader.Read(Deal.Playbook, new Dictionary<string, string>(Deal.Texts) { [file] = text });
}
