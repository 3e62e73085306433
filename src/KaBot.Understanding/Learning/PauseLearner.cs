using KaBot.Understanding.Text;

namespace KaBot.Understanding.Learning;

/// <summary>Learns where people pause from how they set marks.</summary>
internal static class PauseLearner
{
    private const int LeastUnits = 8;

    private static readonly Lessons OfPauses = new(Hidden: 32, Rounds: 4, Penalty: 1e-6f, LeastSeen: 20, LeastKept: 40);

    public static Network Learn(IEnumerable<string> texts) => NetworkLearner.Learn([.. texts.SelectMany(Examples)], OfPauses);

    private static List<Example> Examples(string written)
    {
        var (text, units, features, examples) = (Normalizer.Of(written), new Units(), new Features(), new List<Example>());
        units.Read(text);
        if (units.All.Length < LeastUnits) return examples;
        for (var (at, last) = (1, 0); at < units.All.Length; at++)
        {
            var pause = PauseIn(text.AsSpan(units.All[at - 1].End..units.All[at].Start));
            PauseFeatures.Read(units.All, at, at - last, features);
            examples.Add(Example.Of(features, pause switch { 2 => [Pauses.Pause, Pauses.Stop], 1 => [Pauses.Pause], _ => [] }));
            if (pause > 0) last = at;
        }
        return examples;
    }

    // 0: none, 1: between clauses, 2: between sentences.
    private static int PauseIn(ReadOnlySpan<char> gap) => gap.ContainsAny("。！？!?\n\r;；") || gap.Contains(". ", StringComparison.Ordinal) ? 2 : gap.ContainsAny("，,…—") ? 1 : 0;
}
