using KaBot.Cards;
using KaBot.Funnel.Playbooks;
using KaBot.Language;
using KaBot.Reminders.Content;

namespace KaBot.Reminders.Messages;

/// <summary>Why a deal is due, in a reader's words.</summary>
internal static class WhyWords
{
    public static string Of(Texts texts, Playbook playbook, DueReason reason)
    {
        return reason switch
        {
            DueReason.NextStep step when step.Due < step.Today => texts.Say("reminder.why.overdue", ("step", Parts.Clip(step.What, 60)), ("day", Days.Short(texts, step.Due))),
            DueReason.NextStep step => texts.Say("reminder.why.step", ("step", Parts.Clip(step.What, 60))),
            DueReason.PlannedDay planned => texts.Say("reminder.why.planned", ("day", Days.Short(texts, planned.Day))),
            DueReason.DateNear { Days: 0 } near => texts.Say("reminder.why.today", ("fact", Fact(near.FactId))),
            DueReason.DateNear near => texts.Say("reminder.why.near", ("fact", Fact(near.FactId)), ("day", Days.Short(texts, near.Date)), ("n", near.Days)),
            DueReason.DatePassed passed => texts.Say("reminder.why.passed", ("fact", Fact(passed.FactId)), ("day", Days.Short(texts, passed.Date))),
            DueReason.Claimed claimed => texts.Say("reason.claimed", ("claimed", texts.Say(claimed.Stage.Name)),
                ("earned", claimed.Earned is { } earned ? texts.Say(earned.Name) : texts["stage.none"])),
            DueReason.Stale stale => texts.Say("reason.stale", ("criteria", texts.List(stale.Criteria.Select(id => texts.Say(playbook.Criterion(id).Name))))),
            _ => texts["deals.never"],
        };

        string Fact(string id) => texts.Say(playbook.Fact(id)!.Name);
    }
}
