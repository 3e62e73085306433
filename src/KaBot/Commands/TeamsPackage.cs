using System.IO.Compression;
using System.Text;

namespace KaBot.Commands;

/// <summary>The Teams app package: the manifest with the app's id and host filled in, its other languages, its icons.</summary>
public static class TeamsPackage
{
    private static readonly string[] Files = ["manifest.json", "en-us.json", "color.png", "outline.png"];

    // The earliest time a zip can hold: the same input gives the same bytes.
    private static readonly DateTimeOffset Epoch = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>The folder that ships with the program.</summary>
    public static string Shipped => Path.Combine(AppContext.BaseDirectory, "manifest");

    /// <summary>What is wrong with the app id and the host, a sentence each; empty when nothing is.</summary>
    public static IEnumerable<string> Faults(string? appId, string domain)
    {
        if (!Guid.TryParseExact(appId, "D", out var id) || id == Guid.Empty)
            yield return $"--app-id '{appId}' is no app id; it looks like 11111111-2222-3333-4444-555555555555 and stands in the bot's registration";
        if (Uri.CheckHostName(domain) != UriHostNameType.Dns || domain.EndsWith('.'))
            yield return $"--domain '{domain}' is no host name; give it without https:// and without a path, e.g. kabot.contoso.com";
    }

    /// <summary>Writes the zip.</summary>
    /// <param name="folder">The folder of the manifest.</param>
    public static void Write(Stream output, string folder, string appId, string domain)
    {
        using var zip = new ZipArchive(output, ZipArchiveMode.Create, leaveOpen: true);
        foreach (var name in Files)
        {
            var bytes = File.ReadAllBytes(Path.Combine(folder, name));
            var entry = zip.CreateEntry(name, CompressionLevel.Optimal);
            entry.LastWriteTime = Epoch;
            using var stream = entry.Open();
            stream.Write(name == "manifest.json" ? Filled(bytes, appId, domain) : bytes);
        }
    }

    private static byte[] Filled(byte[] manifest, string appId, string domain) => Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(manifest)
        .Replace("{{appId}}", appId.ToLowerInvariant(), StringComparison.Ordinal)
        .Replace("{{domain}}", domain.ToLowerInvariant(), StringComparison.Ordinal));
}
