using System.Reflection;
using DbUp.Builder;
using DbUp.Engine.Output;

namespace KaBot.Storage;

/// <summary>The numbered scripts of one database, in the program itself: <c>Migrations/*.sql</c>, and <c>Migrations/PostgreSQL/*.sql</c>.</summary>
internal sealed class Migrations(string folder)
{
    public static readonly Migrations Sqlite = new("KaBot.Storage.Migrations.");
    public static readonly Migrations PostgreSql = new("KaBot.Storage.Migrations.PostgreSQL.");

    /// <summary>The scripts' names without their folder, in order, e.g. "0001_start.sql".</summary>
    public IEnumerable<string> Names => Assembly.GetExecutingAssembly().GetManifestResourceNames().Where(IsOurs).Select(name => name[folder.Length..]).Order(StringComparer.Ordinal);

    /// <summary>Runs what was not run yet.</summary>
    /// <param name="database">What messages call it.</param>
    public void Apply(UpgradeEngineBuilder builder, string database)
    {
        var engine = builder.WithScriptsEmbeddedInAssembly(Assembly.GetExecutingAssembly(), IsOurs).WithVariablesDisabled()
            .WithTransactionPerScript().LogTo(new NoOpUpgradeLog()).Build();
        RefuseNewer(database, engine.GetExecutedScripts());
        var result = engine.PerformUpgrade();
        if (!result.Successful) throw new DatabaseException($"The database '{database}' could not be brought up to date: {result.Error.Message}", result.Error);
    }

    /// <summary>A database that holds migrations this program does not have is a newer program's; writing to it could spoil it.</summary>
    public void RefuseNewer(string database, IEnumerable<string> executed)
    {
        var unknown = executed.Except(Names.Select(name => folder + name)).ToList();
        if (unknown.Count > 0)
            throw new DatabaseException($"The database '{database}' was written by a newer KaBot ({string.Join(", ", unknown)}); start that version, or restore an older backup.");
    }

    private bool IsOurs(string resource) => resource.StartsWith(folder, StringComparison.Ordinal) && char.IsAsciiDigit(resource[folder.Length]);
}
