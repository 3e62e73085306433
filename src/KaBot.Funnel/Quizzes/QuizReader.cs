using System.Collections.Immutable;
using KaBot.Funnel.Playbooks;

namespace KaBot.Funnel.Quizzes;

/// <summary>What the quizzes know, as sales ops wrote it: a part per file. Immutable; read by <see cref="QuizReader"/>.</summary>
public sealed record QuizGuide(DealQuizGuide Deal, PracticeGuide Practice);

/// <summary>The quizzes' knowledge, or everything that is wrong with its files.</summary>
public sealed record QuizReading(QuizGuide? Guide, ImmutableArray<Fault> Faults);

/// <summary>Reads the quizzes' files of the playbook folder into types. Pure: it is given the texts.</summary>
public static class QuizReader
{
    public static readonly ImmutableArray<string> Files = [DealQuizReader.File, PracticeReader.File];

    /// <param name="playbook">The stages and facts that the files speak of; a draft with faults will do.</param>
    /// <param name="texts">File name → text; files of other readers are passed over.</param>
    public static QuizReading Read(Playbook playbook, IReadOnlyDictionary<string, string> texts)
    {
        var faults = new List<Fault>();
        var deal = Part(DealQuizReader.File, top => DealQuizReader.Read(playbook, top));
        var practice = Part(PracticeReader.File, top => PracticeReader.Read(playbook, top));
        return faults.Count > 0 || deal is null || practice is null
            ? new QuizReading(null, [.. faults.OrderBy(fault => fault.File, StringComparer.Ordinal).ThenBy(fault => fault.Line)])
            : new QuizReading(new QuizGuide(deal, practice), []);

        T? Part<T>(string file, Func<YamlEntry, T> read) where T : class
        {
            if (Top(file, texts, faults) is not { } top) return null;
            var part = read(top);
            top.Done();
            return part;
        }
    }

    private static YamlEntry? Top(string file, IReadOnlyDictionary<string, string> texts, List<Fault> faults)
    {
        if (texts.TryGetValue(file, out var text)) return YamlEntry.Parse(file, text, faults);
        faults.Add(new Fault(file, 0, "", "the file is missing", "put it back into the playbook folder"));
        return null;
    }
}
