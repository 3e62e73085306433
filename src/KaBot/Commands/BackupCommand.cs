using System.CommandLine;
using KaBot.Storage;

namespace KaBot.Commands;

/// <summary>
/// <c>backup FILE</c> and <c>restore FILE [--force]</c>: the database of <c>Storage:Path</c>, copied while KaBot runs, and put back while
/// it does not. Exit code 1 when nothing was done, with the reason.
/// </summary>
public static class BackupCommand
{
    private static readonly Argument<string> BackupFile = new("FILE") { Description = "The backup" };

    public static Command CreateBackup()
    {
        var backup = new Command("backup", "Copy the database to a new file, verified; KaBot may run meanwhile") { BackupFile };
        backup.SetAction(result => Run(result, database => Backup.Save(database, result.GetValue(BackupFile)!), "Backed up"));
        return backup;
    }

    public static Command CreateRestore()
    {
        var force = new Option<bool>("--force") { Description = "Replace the database that is there" };
        var restore = new Command("restore", "Put a verified backup in the database's place; stop KaBot first") { BackupFile, force };
        restore.SetAction(result => Run(result, database => Backup.Restore(result.GetValue(BackupFile)!, database, result.GetValue(force)), "Restored"));
        return restore;
    }

    private static int Run(ParseResult result, Action<string> run, string done)
    {
        var settings = WebApplication.CreateBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory }).Configuration;
        if (StorageOptions.Read(settings).IsPostgreSql)
        {
            result.InvocationConfiguration.Error.WriteLine("KaBot keeps its data on PostgreSQL: back it up and restore it with that server's own pg_dump and pg_restore.");
            return 1;
        }
        var database = Path.GetFullPath(StorageFolder.DatabaseFile(settings));
        try
        {
            run(database);
        }
        catch (DatabaseException fault)
        {
            result.InvocationConfiguration.Error.WriteLine(fault.Message);
            return 1;
        }
        result.InvocationConfiguration.Output.WriteLine($"{done}: {database}");
        return 0;
    }
}
