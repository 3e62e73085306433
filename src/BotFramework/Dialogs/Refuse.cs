namespace Microsoft.Bot.Builder.Dialogs;

/// <summary>A cancellation token passed where an object belongs is a slip that compiles: it is refused.</summary>
internal static class Refuse
{
    public static void CancellationToken(object value, string name)
    {
        if (value is CancellationToken) throw new ArgumentException($"{name} cannot be a cancellation token");
    }
}
