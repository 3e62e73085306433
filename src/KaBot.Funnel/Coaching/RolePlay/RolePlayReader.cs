using System.Collections.Immutable;
using KaBot.Funnel.Playbooks;

namespace KaBot.Funnel.Coaching.RolePlay;

/// <summary>Reads roleplay.yaml.</summary>
internal static class RolePlayReader
{
    private static readonly ImmutableDictionary<Cue, string> Keys = new Dictionary<Cue, string>
    {
        [Cue.Reveals] = "reveals", [Cue.Argues] = "argues", [Cue.Trades] = "trades", [Cue.Gives] = "gives", [Cue.Asks] = "asks", [Cue.SumsUp] = "sums_up",
        [Cue.Refuses] = "refuses",
    }.ToImmutableDictionary();

    /// <summary>Cues that the buyer has a reply to.</summary>
    private static readonly ImmutableArray<Cue> Answered = [Cue.Reveals, Cue.Argues, Cue.Trades, Cue.Gives, Cue.Asks, Cue.SumsUp];

    public static RolePlayBook Read(Source source, YamlEntry top)
    {
        var cues = top.Entry("cues");
        if (cues is null && !top.Has("cues")) top.Fault("'cues' is missing", "add `cues:` with a list for each of " + string.Join(", ", Keys.Values));
        // A playbook of before refusals were known has no words for them.
        var read = Keys.ToImmutableDictionary(pair => pair.Key, pair => pair.Key == Cue.Refuses && cues?.Has(pair.Value) != true ? [] : cues?.List(pair.Value) ?? []);
        if (cues is not null)
            foreach (var (cue, words) in read.Where(pair => pair.Value.IsEmpty && pair.Key != Cue.Refuses)) cues.Fault($"'{Keys[cue]}' has no words", "list at least one");
        cues?.Done();

        var styles = Entries.Each(top, "styles", entry => ReadStyle(source, entry));
        if (top.Has("styles") && !styles.Any(style => style.When.IsEmpty))
            top.Fault("every style has conditions", "let the last stand without `when`, for any deal", "styles");
        var faults = Entries.Each(top, "faults", entry => new FaultDefinition(entry.ReadId(), entry.ReadWords("name"), entry.ReadWords("tip")));
        foreach (var id in Feedback.Ids.Except(faults.Select(fault => fault.Id)))
            top.Fault($"the fault '{id}' is missing", "give it a name and a tip", "faults");
        foreach (var id in faults.Select(fault => fault.Id).Except(Feedback.Ids))
            top.Fault($"the fault '{id}' is unknown", "use one of " + string.Join(", ", Feedback.Ids), "faults");
        var strengths = Entries.Each(top, "strengths", entry => new StrengthDefinition(entry.ReadId(), ReadCue(entry), entry.ReadWords("name")));
        return new RolePlayBook(read, styles, faults, strengths, VoiceWords.Read(top));
    }

    private static Cue ReadCue(YamlEntry entry)
    {
        var text = entry.Text("cue");
        if (text.Length > 0 && !Keys.ContainsValue(text)) entry.Fault($"'cue' names the unknown '{text}'", "use one of " + string.Join(", ", Keys.Values), "cue");
        return Keys.FirstOrDefault(pair => pair.Value == text).Key;
    }

    private static BuyerStyle ReadStyle(Source source, YamlEntry entry) => new(
        entry.ReadId(), source.When(entry), entry.ReadWords("name"), source.Sentence(entry, "opening"), source.Sentences(entry, "presses"),
        Answered.ToImmutableDictionary(cue => cue, cue => source.Sentences(entry, "on_" + Keys[cue])), source.Sentence(entry, "accepts"));
}
