namespace KaBot.Funnel.Playbooks;

/// <summary>One thing wrong in a data file: where, what, and what to do about it.</summary>
/// <param name="File">File name, relative to the playbook folder.</param>
/// <param name="Line">1-based line, 0 where none can be told.</param>
/// <param name="Id">Id of the entry, or empty.</param>
/// <param name="Problem">What is wrong.</param>
/// <param name="Remedy">What to do.</param>
public sealed record Fault(string File, int Line, string Id, string Problem, string Remedy)
{
    public override string ToString() => $"{File}:{Line}: {(Id.Length > 0 ? $"[{Id}] " : "")}{Problem} -> {Remedy}";
}
