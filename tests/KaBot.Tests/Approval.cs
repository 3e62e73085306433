using System.Runtime.CompilerServices;

namespace KaBot.Tests;

/// <summary>
/// Compares a text with an approved file beside the test. On a difference the text is left as <c>.received</c> for a look; running
/// with <c>KABOT_APPROVE=1</c> makes what was received the approved one.
/// </summary>
internal static class Approval
{
    /// <param name="name">File name under <c>Approved/</c>, with its ending.</param>
    public static void Matches(string received, string name, [CallerFilePath] string test = "")
    {
        var approved = Path.Combine(Path.GetDirectoryName(test)!, "Approved", name);
        var beside = approved + ".received";
        if (Environment.GetEnvironmentVariable("KABOT_APPROVE") == "1")
        {
            Directory.CreateDirectory(Path.GetDirectoryName(approved)!);
            File.WriteAllText(approved, received);
        }
        var expected = File.Exists(approved) ? File.ReadAllText(approved) : "";
        if (expected.ReplaceLineEndings("\n") == received.ReplaceLineEndings("\n"))
        {
            File.Delete(beside);
            return;
        }
        File.WriteAllText(beside, received);
        Assert.Fail($"{name} differs from what was approved. Compare with {beside}; if it is right, run with KABOT_APPROVE=1.\n\n{received}");
    }
}
