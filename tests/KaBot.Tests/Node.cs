using System.Diagnostics;

namespace KaBot.Tests;

/// <summary>
/// Microsoft's own checkers, which come as npm packages (fs-extra is needed by app-manifest, which does not say so): installed once below <c>obj</c> at the versions pinned here, run with Node.js.
/// Where there is no Node.js or no registry the test is skipped with the reason; with <c>CI=true</c> it fails instead.
/// </summary>
internal static class Node
{
    private static readonly string[] Packages = ["@microsoft/teams.cards@2.0.16", "@microsoft/app-manifest@1.1.2", "fs-extra@11.4.1", "typescript@5.9.3"];
    private static readonly Lazy<string?> Fault = new(Install);

    /// <summary>The folder whose <c>node_modules</c> holds the packages.</summary>
    public static string Folder { get; } = Path.Combine(Repository.Root, "tests", "KaBot.Tests", "obj", "node");

    /// <summary>Skips or fails the test when the packages cannot be had.</summary>
    public static void Require()
    {
        if (Fault.Value is not { } fault) return;
        if (Environment.GetEnvironmentVariable("CI") == "true") Assert.Fail(fault);
        Assert.Skip(fault);
    }

    /// <summary>Runs Node.js in <see cref="Folder"/>; what it wrote and its exit code.</summary>
    public static (int Code, string Output) Run(params string[] arguments) => Start("node", arguments);

    private static string? Install()
    {
        try
        {
            Directory.CreateDirectory(Folder);
            var done = Path.Combine(Folder, "installed.txt");
            var wanted = string.Join('\n', Packages);
            if (File.Exists(done) && File.ReadAllText(done) == wanted) return null;
            var (code, output) = Start("npm", ["install", "--no-save", "--no-audit", "--no-fund", "--ignore-scripts", "--prefix", ".", .. Packages]);
            if (code != 0) return $"npm could not install {string.Join(", ", Packages)}: {output}";
            File.WriteAllText(done, wanted);
            return null;
        }
        catch (System.ComponentModel.Win32Exception missing)
        {
            return $"Node.js is not here: {missing.Message}";
        }
    }

    private static (int Code, string Output) Start(string program, IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { WorkingDirectory = Folder, RedirectStandardOutput = true, RedirectStandardError = true };
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, output + errors.Result);
    }
}
