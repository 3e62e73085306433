using System.CommandLine;
using KaBot.Exchange;
using KaBot.Storage;
using KaBot.Web;

namespace KaBot.Commands;

/// <summary>
/// <c>export PATH</c> and <c>import PATH [--check]</c>: deals, snapshots with their facts, people and quiz attempts as an .xlsx workbook or
/// a folder of .csv files. An import tells every faulty row, and with one writes nothing. Exit code 1 when nothing was done.
/// </summary>
public static class ExchangeCommand
{
    private static readonly Argument<string> ExportPath = new("PATH") { Description = "A file ending with .xlsx, or a folder for .csv files" };
    private static readonly Argument<string> ImportPath = new("PATH") { Description = "An .xlsx or .csv file, or a folder of .csv files" };
    private static readonly Option<bool> Check = new("--check") { Description = "Only tell what the import would do" };

    public static Command CreateExport()
    {
        var export = new Command("export", "Write deals, check-ins, people and quiz answers to a workbook or to CSV files") { ExportPath };
        export.SetAction((result, _) => WithAsync(result, (services, output) =>
        {
            var tables = services.GetRequiredService<Exporter>().Tables();
            TableFiles.Write(result.GetValue(ExportPath)!, tables);
            output.WriteLine($"Exported to {Path.GetFullPath(result.GetValue(ExportPath)!)}: {string.Join(", ", tables.Select(table => $"{table.Rows.Count()} {table.Name}"))}");
            return Task.FromResult(0);
        }));
        return export;
    }

    public static Command CreateImport()
    {
        var import = new Command("import", "Read people, deals and check-ins from a workbook or CSV files: all of it, or nothing") { ImportPath, Check };
        import.SetAction((result, _) => WithAsync(result, async (services, output) => await ImportAsync(
            services, result.GetValue(ImportPath)!, result.GetValue(Check), output, result.InvocationConfiguration.Error)));
        return import;
    }

    public static async Task<int> ImportAsync(IServiceProvider services, string path, bool check, TextWriter output, TextWriter error)
    {
        var plan = services.GetRequiredService<Importer>().Plan(TableFiles.Read(path));
        foreach (var fault in plan.Faults) await error.WriteLineAsync(fault.ToString());
        if (plan.Faults.Count > 0)
        {
            await error.WriteLineAsync($"{plan.Faults.Count} fault{(plan.Faults.Count == 1 ? "" : "s")}; nothing was imported.");
            return 1;
        }
        if (!check) await services.GetRequiredService<ExchangeStore>().WriteAsync(plan.Changes);
        await output.WriteLineAsync($"{(check ? "Would import" : "Imported")} {Count<Change.PersonSaved>(plan)} people, {Count<Change.DealAdded>(plan)} deals, " +
            $"{Count<Change.SnapshotTaken>(plan)} snapshots; {plan.Known} rows were there already.");
        return 0;
    }

    private static int Count<T>(ImportPlan plan) => plan.Changes.OfType<T>().Count();

    private static async Task<int> WithAsync(ParseResult result, Func<IServiceProvider, TextWriter, Task<int>> run)
    {
        try
        {
            await using var app = Server.Build(["--Logging:Console:LogLevel:Default=Error"]);
            return await run(app.Services, result.InvocationConfiguration.Output);
        }
        catch (Exception fault) when (fault is TableFileException or DatabaseException)
        {
            await result.InvocationConfiguration.Error.WriteLineAsync(fault.Message);
            return 1;
        }
    }
}
