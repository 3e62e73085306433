namespace KaBot.Storage;

/// <summary>
/// Where the database lies: <c>Storage:Path</c> when set; else <c>data/kabot.db</c> beside the solution when KaBot is run from its
/// sources, so that it outlives a rebuild; else in the user's local application data.
/// </summary>
public static class StorageFolder
{
    private const string File = "kabot.db";

    public static string DatabaseFile(IConfiguration configuration)
    {
        if (configuration["Storage:Path"] is { Length: > 0 } path) return path;
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (System.IO.File.Exists(Path.Combine(folder.FullName, "KaBot.sln"))) return Path.Combine(folder.FullName, "data", File);
        return Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData), "KaBot", File);
    }
}
