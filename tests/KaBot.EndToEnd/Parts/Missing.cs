namespace KaBot.EndToEnd.Parts;

/// <summary>A part of the machine that a test needs and does not find: skipped with the reason; with <c>CI=true</c> a failure.</summary>
internal static class Missing
{
    public static void Skip(string reason)
    {
        if (Environment.GetEnvironmentVariable("CI") == "true") Assert.Fail(reason);
        Assert.Skip(reason);
    }
}
