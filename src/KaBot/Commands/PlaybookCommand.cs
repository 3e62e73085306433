using System.CommandLine;

namespace KaBot.Commands;

/// <summary><c>playbook check [PATH]</c>: every fault of a playbook folder, a line each. Exit code 1 when there is any.</summary>
public static class PlaybookCommand
{
    public static Command Create()
    {
        var path = new Argument<string>("path") { Description = "The playbook folder", DefaultValueFactory = _ => PlaybookFolder.Shipped };
        var check = new Command("check", "Check a playbook folder and list everything that is wrong with it") { path };
        check.SetAction(result => Check(result.GetValue(path)!, result.InvocationConfiguration.Output));
        return new Command("playbook", "The knowledge that KaBot works by") { check };
    }

    private static int Check(string path, TextWriter output)
    {
        var (knowledge, faults) = PlaybookFolder.Read(path);
        foreach (var fault in faults) output.WriteLine(fault);
        output.WriteLine(knowledge is not null ? $"OK: version {knowledge.Playbook.Version}" : $"{faults.Length} fault(s)");
        return knowledge is null ? 1 : 0;
    }
}
