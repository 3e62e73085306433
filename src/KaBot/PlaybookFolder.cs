using System.Collections.Immutable;
using KaBot.Funnel.Coaching;
using KaBot.Funnel.Playbooks;
using KaBot.Funnel.Quizzes;
using KaBot.Understanding;
using KaBot.Understanding.Asking;

namespace KaBot;

/// <summary>The edge that reads the playbook's files from disk.</summary>
public static class PlaybookFolder
{
    /// <summary>The folder that ships with the program.</summary>
    public static string Shipped => Path.Combine(AppContext.BaseDirectory, "playbook");

    /// <summary>Every YAML file of a folder: name → text. A folder that is not there has none.</summary>
    public static IReadOnlyDictionary<string, string> Texts(string folder) => Directory.Exists(folder)
        ? Directory.EnumerateFiles(folder, "*.yaml").ToDictionary(file => Path.GetFileName(file), File.ReadAllText, StringComparer.Ordinal)
        : new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>The playbook of a folder and the reader of reps' words that goes with it. Throws <see cref="PlaybookException"/> with every fault.</summary>
    public static (Playbook Playbook, MessageReader Reader) Open(string folder)
    {
        var knowledge = LoadAll(folder);
        return (knowledge.Playbook, knowledge.Reader);
    }

    /// <summary>The playbook of a folder. Throws <see cref="PlaybookException"/> with every fault.</summary>
    public static Playbook Load(string folder) => LoadAll(folder).Playbook;

    /// <summary>All that a folder holds. Throws <see cref="PlaybookException"/> with every fault.</summary>
    public static Knowledge LoadAll(string folder)
    {
        var (knowledge, faults) = Read(folder);
        return knowledge ?? throw new PlaybookException(folder, faults);
    }

    /// <summary>All that a folder holds, or every fault of every file.</summary>
    public static (Knowledge? Knowledge, ImmutableArray<Fault> Faults) Read(string folder)
    {
        var texts = Texts(folder);
        var playbook = PlaybookReader.Read(texts);
        if (playbook.Draft is not { } draft) return (null, playbook.Faults);
        var (coaching, quizzes, words) = (CoachingReader.Read(draft, texts), QuizReader.Read(draft, texts), MessageReader.Load(draft, texts));
        var (asking, remarks) = (QuestionReader.Load(draft, texts), RemarkReader.Load(texts));
        ImmutableArray<Fault> faults = [.. playbook.Faults, .. coaching.Faults, .. quizzes.Faults, .. words.Faults, .. asking.Faults, .. remarks.Faults];
        return faults.IsEmpty ? (new Knowledge(playbook.Playbook!, coaching.Guide!, quizzes.Guide!, words.Reader!, asking.Reader, remarks.Reader), []) : (null, faults);
    }
}

/// <summary>What a playbook folder holds: the funnel's rules, what the coach and the quizzes know, and the reader of reps' words.</summary>
public sealed record Knowledge(Playbook Playbook, CoachingGuide Coaching, QuizGuide Quizzes, MessageReader Reader, QuestionReader Questions, RemarkReader Remarks);

/// <summary>A playbook that cannot be used: all that is wrong with it, a line each.</summary>
public sealed class PlaybookException(string folder, IReadOnlyList<Fault> faults)
    : Exception($"The playbook in '{folder}' has {faults.Count} fault(s):{Environment.NewLine}{string.Join(Environment.NewLine, faults)}")
{
    public IReadOnlyList<Fault> Faults { get; } = faults;
}
