using KaBot.Cards;
using KaBot.Reminders.Calendars;
using KaBot.Reminders.Delivery;
using KaBot.Reminders.Messages;
using KaBot.Reminders.Schedules;
using KaBot.Reminders.Teams;
using KaBot.Storage;
using KaBot.Turns;
using Microsoft.Bot.Builder.Dialogs;

namespace KaBot.Reminders;

/// <summary>Reminders in chat: their settings, what is due now, and the taps on a reminder card.</summary>
public sealed class RemindersFeature(
    ReminderStore reminders, ReminderOptions options, CalendarSet calendars, DailyContent daily, CardTaps taps, DigestContent digests) : IFeature
{
    public string Name => "reminders";

    public async Task RunAsync(DialogContext dialogs, Turn turn, Command command, CancellationToken cancellationToken)
    {
        switch (command.Name)
        {
            case Verbs.RemindersToday:
                await ShowDueAsync(turn, command);
                break;
            case Verbs.NoChange or Verbs.Postpone or Verbs.Close or Verbs.Reason:
                await taps.TakeAsync(turn, command);
                break;
            case Verbs.Digest:
                await ShowDigestAsync(turn);
                break;
            case Verbs.Nudge:
                await NudgeAsync(turn);
                break;
            default:
                await SettingsAsync(turn, command);
                break;
        }
    }

    private async Task ShowDueAsync(Turn turn, Command command)
    {
        var settings = (await ReadAsync(turn, SettingsView.Own)).Settings;
        _ = int.TryParse(command["page"], out var page);
        turn.Show(await daily.DueNowAsync(turn, settings, Math.Clamp(page, 0, 1000)));
    }

    private async Task ShowDigestAsync(Turn turn)
    {
        if (await digests.OfAsync(turn.Person.Id, turn.Now) is { } digest) turn.Show(DigestCard.Of(turn.Texts, turn.Playbook, digest));
        else turn.Say(turn.Texts["digest.noteam"]);
    }

    /// <summary>
    /// Nudges are put into the outbox at once and not with the turn: a turn taken anew finds them there, and they are not sent twice.
    /// </summary>
    private async Task NudgeAsync(Turn turn)
    {
        if (await digests.OfAsync(turn.Person.Id, turn.Now) is not { } digest)
        {
            turn.Say(turn.Texts["digest.noteam"]);
            return;
        }
        var nudged = await reminders.NudgeAsync([.. digest.Silent.Select(member => member.Id)], turn.Now);
        turn.Changes.Add(new Change.Audited(turn.Person.Id, "reminders.nudged", null, "", turn.Now));
        turn.Say(nudged > 0 ? turn.Texts.Say("digest.nudged", ("n", nudged)) : turn.Texts["digest.nudged.already"]);
    }

    /// <summary>Shows the settings, after changing what the form or the words ask for.</summary>
    private async Task SettingsAsync(Turn turn, Command command)
    {
        var hasTeam = (await reminders.TeamAsync(turn.Person.Id)).Count > 0;
        var scope = hasTeam && command["scope"] == SettingsView.Team ? SettingsView.Team : SettingsView.Own;
        var (changes, settings) = await ReadAsync(turn, scope);
        var edit = command.Name == Verbs.SetReminders ? SettingsEdit.Form(changes, name => command[name], calendars.Has)
            : new SettingsWords(turn).Read(changes, command.Argument);
        var changed = edit.Fault is null && edit.Changes.ToJson() != changes.ToJson();
        if (changed)
        {
            turn.Changes.Add(new Change.ReminderSettingsSaved(turn.Person.Id, scope, edit.Changes.ToJson(), turn.Now));
            turn.Changes.Add(new Change.Audited(turn.Person.Id, "reminders.set", null, scope, turn.Now));
            settings = edit.Changes.Over(await BaseAsync(turn, scope));
        }
        var remark = edit.Fault is { } fault ? turn.Texts[fault] : changed ? turn.Texts["reminders.saved"] : null;
        var card = SettingsCard.Of(turn.Texts, new SettingsView(settings, scope, [.. calendars.All], Next(settings, turn.Now), turn.Now, hasTeam, remark));
        if (command.Name == Verbs.SetReminders) turn.Replacement = card;
        else turn.Show(card);
    }

    private async Task<(ReminderChanges Changes, ReminderSettings Settings)> ReadAsync(Turn turn, string scope)
    {
        var changes = await reminders.ChangesAsync(turn.Person.Id, scope);
        return (changes, changes.Over(await BaseAsync(turn, scope)));
    }

    /// <summary>What holds where nothing was changed.</summary>
    private async Task<ReminderSettings> BaseAsync(Turn turn, string scope) =>
        scope == SettingsView.Team ? options.Defaults : await reminders.DefaultsAsync(turn.Person.Id, turn.Person.Reference);

    private DateTimeOffset? Next(ReminderSettings settings, DateTimeOffset now)
    {
        var calendar = calendars[settings.Calendar];
        var today = DateOnly.FromDateTime(Zones.Local(settings.Zone, now).DateTime);
        if (Schedule.DueOn(settings, calendar, today) is { } due && due > now) return due;
        return Schedule.NextDay(settings, calendar, today) is { } day ? Schedule.DueOn(settings, calendar, day) : null;
    }
}
