using System.CommandLine;

namespace KaBot.Commands;

/// <summary><c>teams package</c>: the app package that a Teams administrator uploads. Exit code 1 when it could not be made.</summary>
public static class TeamsCommand
{
    public static Command Create()
    {
        var appId = new Option<string>("--app-id") { Description = "The bot's Microsoft app id", Required = true };
        var domain = new Option<string>("--domain") { Description = "The host KaBot is reached at", DefaultValueFactory = _ => "localhost" };
        var output = new Option<string>("--out") { Description = "The zip file to write", DefaultValueFactory = _ => "kabot-teams.zip" };
        var package = new Command("package", "Fill in the manifest and write the app package") { appId, domain, output };
        package.SetAction(result => Package(result.GetValue(appId), result.GetValue(domain)!, result.GetValue(output)!,
            result.InvocationConfiguration.Output, result.InvocationConfiguration.Error));
        return new Command("teams", "KaBot as an app of Microsoft Teams") { package };
    }

    private static int Package(string? appId, string domain, string path, TextWriter output, TextWriter error)
    {
        var faults = TeamsPackage.Faults(appId, domain).ToList();
        if (faults.Count > 0)
        {
            faults.ForEach(error.WriteLine);
            return 1;
        }
        try
        {
            using var zip = new MemoryStream();
            TeamsPackage.Write(zip, TeamsPackage.Shipped, appId!, domain);
            File.WriteAllBytes(path, zip.ToArray());
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            error.WriteLine($"The package could not be written: {fault.Message}");
            return 1;
        }
        output.WriteLine($"Wrote {Path.GetFullPath(path)}: upload it in Teams under Apps > Manage your apps > Upload an app");
        if (domain == "localhost") output.WriteLine("Its links point to localhost; give --domain HOST for an app that others use");
        return 0;
    }
}
