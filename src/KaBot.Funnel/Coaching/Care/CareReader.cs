using KaBot.Funnel.Facts;
using KaBot.Funnel.Playbooks;

namespace KaBot.Funnel.Coaching.Care;

/// <summary>Reads care.yaml.</summary>
internal static class CareReader
{
    public static CareBook Read(Source source, YamlEntry top) => new(
        Entries.Each(top, "care", entry =>
        {
            var care = new CareDefinition(entry.ReadId(), entry.OneOf<CareKind>("kind"), entry.Optional("once") ?? CarePlan.SignedFact, entry.Number("after") ?? 0, entry.Number("every"),
                entry.ReadWords("with"), source.Sentence(entry, "what"), source.Sentence(entry, "say"));
            if (!entry.Has("after")) entry.Fault("'after' is missing", "give the days after signing, or after `once`, that it is first due");
            if (care.Once.Length > 0 && source.Playbook.Fact(care.Once)?.Kind != FactKind.Flag)
                entry.Fault($"'once' names '{care.Once}', which is no flag", "name a fact of kind flag", "once");
            if (care.Every is 0) entry.Fault("'every' is 0 months", "give 1 or more, or leave it out", "every");
            return care;
        }),
        Entries.Each(top, "evidence", entry =>
        {
            var rule = new EvidenceRule(entry.ReadId(), entry.Text("fact"), entry.OneOf<EvidenceGrade>("grade"),
                entry.ReadWords("name"), source.Sentence(entry, "ask"));
            if (rule.Fact.Length > 0 && source.Playbook.Fact(rule.Fact)?.Kind != FactKind.Flag)
                entry.Fault($"'fact' names '{rule.Fact}', which is no flag", "name a fact of kind flag", "fact");
            return rule;
        }));
}
