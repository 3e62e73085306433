using System.CommandLine;
using KaBot.Storage;

namespace KaBot.Commands;

/// <summary>
/// <c>migrate-data</c>: everything in the SQLite file of <c>Storage:Path</c>, copied to the PostgreSQL database of
/// <c>Storage:ConnectionString</c>. A line for each table: its rows and their hash, the same in both. Exit code 1 when nothing was copied.
/// </summary>
public static class MigrateDataCommand
{
    public static Command Create()
    {
        var command = new Command("migrate-data", "Copy everything from the SQLite file to an empty PostgreSQL database, verified; stop KaBot first");
        command.SetAction(result => Run(result.InvocationConfiguration.Output, result.InvocationConfiguration.Error));
        return command;
    }

    private static int Run(TextWriter output, TextWriter error)
    {
        var settings = WebApplication.CreateBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory }).Configuration;
        settings["Storage:Provider"] = "PostgreSQL";
        var faults = StorageOptions.Faults(settings).ToList();
        faults.ForEach(error.WriteLine);
        if (faults.Count > 0) return 1;
        try
        {
            using var target = new PostgresDatabase(StorageOptions.Read(settings).ConnectionString);
            var source = new SqliteDatabase(StorageFolder.DatabaseFile(settings));
            foreach (var table in DataMove.Run(source, target)) output.WriteLine($"{table.Name}: {table.Rows} rows, {table.Hash}");
            output.WriteLine($"All of it is in {target.Name}, as it is in {source.Path}. Set Storage:Provider to PostgreSQL and start KaBot.");
            return 0;
        }
        catch (DatabaseException fault)
        {
            error.WriteLine(fault.Message);
            return 1;
        }
    }
}
