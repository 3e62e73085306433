using System.Globalization;
using KaBot.Cards;
using KaBot.Cards.Elements;
using KaBot.Language;
using KaBot.Reminders.Schedules;

namespace KaBot.Reminders.Messages;

/// <summary>When reminders come, and the form to change it.</summary>
public static class SettingsCard
{
    private const string Form = "form";

    public static Card Of(Texts texts, SettingsView view)
    {
        var title = texts[view.Scope == SettingsView.Team ? "reminders.title.team" : "reminders.title"];
        return new Card(texts.Language, title,
            [
                new TextBlock(title) { Heading = true },
                .. view.Remark is { } remark ? [new RichText(new Run(remark) { Color = TextColor.Accent, Bold = true }) { Spacing = Spacing.Small }] : Array.Empty<Element>(),
                new FactSet([.. Facts(texts, view)]),
                new Container([.. Fields(texts, view)]) { Id = Form, Hidden = true, Separator = true },
            ],
            [
                new Toggle(texts["reminders.change"], Form),
                .. view.Settings.PausedUntil > view.Now.Date() ? [Set(texts["reminders.resume"], view, ("clear", "pause"))] : Array.Empty<CardAction>(),
                .. Ahead(view).Any() ? [Set(texts["reminders.novacation"], view, ("clear", "vacation"))] : Array.Empty<CardAction>(),
                .. view.HasTeam ? [new Execute(texts[view.Scope == SettingsView.Team ? "reminders.own" : "reminders.team"], Verbs.Reminders, ("scope", Other(view)))] : Array.Empty<CardAction>(),
                new Execute(texts["reminders.today"], Verbs.RemindersToday),
            ]);
    }

    private static IEnumerable<(string, string)> Facts(Texts texts, SettingsView view)
    {
        var settings = view.Settings;
        yield return (texts["reminders.time"], $"{settings.Time:HH\\:mm} ({settings.Zone})");
        yield return (texts["reminders.days"], settings.Weekdays.SetEquals(ReminderSettings.MondayToFriday)
            ? texts.Say("reminders.days.working", ("calendar", Calendar(texts, view)))
            : texts.List(Week.Where(settings.Weekdays.Contains).Select(day => texts.Culture.DateTimeFormat.GetDayName(day))));
        if (settings.Quiet is { } quiet) yield return (texts["reminders.quiet"], $"{quiet.From:HH\\:mm} – {quiet.To:HH\\:mm}");
        foreach (var span in Ahead(view)) yield return (texts["reminders.vacation"], Span(texts, span));
        if (settings.PausedUntil > view.Now.Date()) yield return (texts["reminders.paused"], texts.Say("reminders.paused.until", ("day", Values.Date(texts, settings.PausedUntil!.Value))));
        yield return (texts["reminders.nothing"], texts[settings.SayNothingDue ? "common.yes" : "common.no"]);
        if (view.Scope == SettingsView.Own) yield return (texts["reminders.practice"], texts[settings.Practice ? "common.yes" : "common.no"]);
        if (view.Scope == SettingsView.Own)
            yield return (texts["reminders.next"], view.Next is { } next ? Values.Moment(texts, next) : texts["reminders.next.none"]);
    }

    private static IEnumerable<Element> Fields(Texts texts, SettingsView view)
    {
        var settings = view.Settings;
        yield return new TextInput("time", texts["reminders.time"]) { Value = $"{settings.Time:HH\\:mm}", Placeholder = "09:00", MaxLength = 5 };
        yield return new ChoiceInput("days", texts["reminders.days"], [.. Week.Select(day => (texts.Culture.DateTimeFormat.GetDayName(day), day.ToString()))])
        {
            Multiple = true, Expanded = true, Value = string.Join(',', Week.Where(settings.Weekdays.Contains)),
        };
        yield return new ChoiceInput("calendar", texts["reminders.calendar"], [.. view.Calendars.Select(calendar => (texts.Say(calendar.Name), calendar.Id))]) { Value = settings.Calendar };
        yield return new TextInput("zone", texts["reminders.zone"]) { Value = settings.Zone, Placeholder = "Asia/Shanghai", MaxLength = 60 };
        yield return new TextInput("quietfrom", texts["reminders.quiet.from"]) { Value = settings.Quiet is { } from ? $"{from.From:HH\\:mm}" : null, Placeholder = "22:00", MaxLength = 5 };
        yield return new TextInput("quietto", texts["reminders.quiet.to"]) { Value = settings.Quiet is { } to ? $"{to.To:HH\\:mm}" : null, Placeholder = "07:30", MaxLength = 5 };
        if (view.Scope == SettingsView.Own)
        {
            yield return new DateInput("pause", texts["reminders.pause"]) { Value = Iso(settings.PausedUntil) };
            yield return new DateInput("offfrom", texts["reminders.vacation.from"]);
            yield return new DateInput("offto", texts["reminders.vacation.to"]);
        }
        yield return YesNo(texts, "nothing", "reminders.nothing", settings.SayNothingDue);
        if (view.Scope == SettingsView.Own) yield return YesNo(texts, "practice", "reminders.practice", settings.Practice);
        yield return Parts.Buttons(Set(texts["reminders.save"], view) with { WithInputs = true, Positive = true });
    }

    private static ChoiceInput YesNo(Texts texts, string id, string label, bool value) =>
        new(id, texts[label], [(texts["common.yes"], "yes"), (texts["common.no"], "no")]) { Value = value ? "yes" : "no" };

    private static readonly DayOfWeek[] Week =
        [DayOfWeek.Monday, DayOfWeek.Tuesday, DayOfWeek.Wednesday, DayOfWeek.Thursday, DayOfWeek.Friday, DayOfWeek.Saturday, DayOfWeek.Sunday];

    private static Execute Set(string title, SettingsView view, params (string, string)[] data) => new(title, Verbs.SetReminders, [("scope", view.Scope), .. data]);

    private static string Other(SettingsView view) => view.Scope == SettingsView.Team ? SettingsView.Own : SettingsView.Team;

    private static IEnumerable<DateSpan> Ahead(SettingsView view) =>
        view.Settings.Vacation.IsDefault ? [] : view.Settings.Vacation.Where(span => span.To >= view.Now.Date()).OrderBy(span => span.From);

    private static string Span(Texts texts, DateSpan span) => span.From == span.To ? Values.Date(texts, span.From)
        : texts.Say("value.range", ("low", Values.Date(texts, span.From)), ("high", Values.Date(texts, span.To)));

    private static string Calendar(Texts texts, SettingsView view) =>
        view.Calendars.FirstOrDefault(calendar => calendar.Id == view.Settings.Calendar) is { } known ? texts.Say(known.Name) : view.Settings.Calendar;

    private static string? Iso(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static DateOnly Date(this DateTimeOffset at) => DateOnly.FromDateTime(at.DateTime);
}
