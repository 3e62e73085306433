using KaBot.Cards;
using KaBot.Funnel.Playbooks;
using KaBot.Storage;
using KaBot.Turns;
using Microsoft.Bot.Builder.Dialogs;

namespace KaBot.People;

/// <summary>The language that KaBot speaks with a person.</summary>
public sealed class LanguageFeature : IFeature
{
    public string Name => "language";

    public Task RunAsync(DialogContext dialogs, Turn turn, Command command, CancellationToken cancellationToken)
    {
        if (Words.Languages.Contains(command["language"] ?? ""))
        {
            turn.Person = turn.Person with { Language = command["language"] };
            turn.Changes.Add(new Change.PersonSaved(turn.Person));
            turn.Texts = turn.Languages.For(turn.Person.Language);
            turn.Say(turn.Texts["language.changed"]);
        }
        else
        {
            turn.Show(LanguageCard.Of(turn.Texts, turn.Languages));
        }
        return Task.CompletedTask;
    }
}

/// <summary>What KaBot can do.</summary>
public sealed class HelpFeature : IFeature
{
    public string Name => "help";

    public Task RunAsync(DialogContext dialogs, Turn turn, Command command, CancellationToken cancellationToken)
    {
        turn.Show(HelpCard.Of(turn.Texts));
        return Task.CompletedTask;
    }
}
