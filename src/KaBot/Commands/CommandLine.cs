using System.CommandLine;

namespace KaBot.Commands;

/// <summary>The verbs of the command line, one file each.</summary>
public static class CommandLine
{
    public static Task<int> RunAsync(string[] args)
    {
        var root = new RootCommand("KaBot: deals of key accounts, checked in by chat. Without a command it serves the bot and its chat page.");
        root.Subcommands.Add(ChatCommand.Create());
        root.Subcommands.Add(QualifyCommand.Create());
        root.Subcommands.Add(UnderstandCommand.Create());
        root.Subcommands.Add(AdviseCommand.Create());
        root.Subcommands.Add(QuizCommand.Create());
        root.Subcommands.Add(PlaybookCommand.Create());
        root.Subcommands.Add(RemindersCommand.Create());
        root.Subcommands.Add(TeamCommand.Create());
        root.Subcommands.Add(TeamsCommand.Create());
        root.Subcommands.Add(ExchangeCommand.CreateExport());
        root.Subcommands.Add(ExchangeCommand.CreateImport());
        root.Subcommands.Add(BackupCommand.CreateBackup());
        root.Subcommands.Add(BackupCommand.CreateRestore());
        root.Subcommands.Add(MigrateDataCommand.Create());
        return root.Parse(args).InvokeAsync();
    }
}
