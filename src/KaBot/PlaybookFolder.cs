using KaBot.Funnel.Playbooks;
using KaBot.Understanding;

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
        var texts = Texts(folder);
        var reading = PlaybookReader.Read(texts);
        if (reading.Playbook is null) throw new PlaybookException(folder, reading.Faults);
        var words = MessageReader.Load(reading.Playbook, texts);
        return words.Reader is null ? throw new PlaybookException(folder, words.Faults) : (reading.Playbook, words.Reader);
    }

    /// <summary>The playbook of a folder. Throws <see cref="PlaybookException"/> with every fault.</summary>
    public static Playbook Load(string folder)
    {
        var reading = PlaybookReader.Read(Texts(folder));
        return reading.Playbook ?? throw new PlaybookException(folder, reading.Faults);
    }
}

/// <summary>A playbook that cannot be used: all that is wrong with it, a line each.</summary>
public sealed class PlaybookException(string folder, IReadOnlyList<Fault> faults)
    : Exception($"The playbook in '{folder}' has {faults.Count} fault(s):{Environment.NewLine}{string.Join(Environment.NewLine, faults)}")
{
    public IReadOnlyList<Fault> Faults { get; } = faults;
}
