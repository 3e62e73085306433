using KaBot.Funnel.Coaching.RolePlay;
using KaBot.Understanding.Text;

namespace KaBot.Understanding.Proposing;

/// <summary>
/// Whether a buyer in a practice may say a line that somebody else, such as a language model, wrote in place of the scripted one. It has
/// the same figures, names nobody and no day that the talk does not, settles nothing that the script leaves open, stays in its part and
/// its language, and is one plain paragraph of about the same length. Whatever a rep talks a model into, nothing else can be said. Pure.
/// </summary>
public sealed class LineCheck(VoiceWords words, MessageReader reader)
{
    // Weighed as Chars.Weight does: a Han character counts as four letters.
    private const int Shortest = 8, FreeLength = 240, LongestLine = 640, MostTimesLonger = 2;
    private const string Marks = " ,.!?;:'\"()%&+-$€£¥‘’“”–—…，。！？；：、（）《》·";

    /// <summary>The line to say; null where the scripted one stands.</summary>
    public string? Accept(BuyerScene scene, string proposed)
    {
        var line = proposed.Trim();
        if (!IsPlain(line) || !FitsLength(scene.Scripted, line) || scene.Talk.Any(said => said.Words == line)) return null;
        var (text, script) = (Normalizer.Of(line), Normalizer.Of(scene.Scripted));
        if (words.Outside.Any(word => Chars.Holds(text, word))
            || words.Binding.Concat(words.Times).Any(word => Chars.Holds(text, word) && !Chars.Holds(script, word))) return null;
        if (!SpokenFigures.Of(text, scene.At, words).SetEquals(SpokenFigures.Of(script, scene.At, words))) return null;
        var known = Normalizer.Of(string.Join('\n', scene.Talk.Select(said => said.Words).Prepend(scene.Scripted)));
        return FitsLanguage(scene.Chinese, text, known) && SpokenNames.Unknown(line, known, words.Openers).Count == 0
            && reader.NamesIn(new RepMessage(line, scene.Chinese ? "zh" : "en", scene.At)).All(name => known.Contains(name, StringComparison.Ordinal)) ? line : null;
    }

    /// <summary>Letters of the two scripts, digits and the marks of plain sentences: no line break, list, link, markup or emoji.</summary>
    private static bool IsPlain(string line) =>
        line.Length > 0 && line.All(c => Chars.IsHan(c) || Chars.IsWord(c) || Marks.Contains(c)) && line[0] is not ('-' or '–' or '—' or '+');

    private static bool FitsLength(string script, string line) => Chars.Weight(line, 0, line.Length) is var weight && weight >= Shortest
        && weight <= Math.Min(LongestLine, Math.Max(FreeLength, MostTimesLonger * Chars.Weight(script, 0, script.Length)));

    /// <summary>A Chinese line is Chinese but for words that were said; an English one has no other Chinese characters than those.</summary>
    private static bool FitsLanguage(bool chinese, string text, string known) => chinese
        ? text.Any(Chars.IsHan) && Said.Words(text).All(word => Chars.Holds(known, word))
        : Said.Words(text).Any() && Said.HanRuns(text).All(run => known.Contains(run, StringComparison.Ordinal));
}
