namespace KaBot.Cards;

/// <summary>What a tapped button asks for. The part before the dot names the feature that answers it.</summary>
public static class Verbs
{
    /// <summary>Begin or resume a check-in. Data: <c>deal</c>.</summary>
    public const string Start = "checkin.start";

    /// <summary>
    /// Answer a question. Data: <c>deal</c>, <c>fact</c>, <c>q</c>, and <c>value</c> from the button (<c>yes</c>, <c>no</c>,
    /// <c>unknown</c>, <c>open</c>, <c>none</c>, a choice id, a count, yyyy-MM-dd) or else <c>typed</c> from the card's input (choice ids
    /// joined by commas for a list of choices). A client may send both: the button's word counts.
    /// </summary>
    public const string Answer = "checkin.answer";

    /// <summary>Leave a question out for now. Data: <c>deal</c>, <c>fact</c>, <c>q</c>.</summary>
    public const string Skip = "checkin.skip";

    /// <summary>To the question before. Data: <c>deal</c>, <c>fact</c>, <c>q</c>.</summary>
    public const string Back = "checkin.back";

    /// <summary>Enough questions: show where the deal stands. Data: <c>deal</c>, <c>q</c>.</summary>
    public const string Finish = "checkin.finish";

    /// <summary>More questions. Data: <c>deal</c>.</summary>
    public const string More = "checkin.more";

    /// <summary>Keep what was said as a snapshot. Data: <c>deal</c>.</summary>
    public const string Save = "checkin.save";

    /// <summary>End the check-in and keep nothing of it. Data: <c>deal</c>.</summary>
    public const string Discard = "checkin.discard";

    /// <summary>List what is known, to correct it. Data: <c>deal</c>, <c>page</c>.</summary>
    public const string Correct = "checkin.correct";

    /// <summary>Ask one fact anew. Data: <c>deal</c>, <c>fact</c>.</summary>
    public const string Edit = "checkin.edit";

    /// <summary>Strike one fact: unknown again. Data: <c>deal</c>, <c>fact</c>.</summary>
    public const string Strike = "checkin.strike";

    /// <summary>Decide between what was known and what was told. Data: <c>deal</c>, <c>fact</c>, <c>keep</c>: <c>known</c> or <c>told</c>.</summary>
    public const string Settle = "checkin.settle";

    /// <summary>Claim a stage, whatever is earned. Data: <c>deal</c>; <c>stage</c> once chosen, empty for none.</summary>
    public const string Claim = "checkin.claim";

    /// <summary>A deal that was lost or stood still goes on. Data: <c>deal</c>.</summary>
    public const string Revive = "checkin.revive";

    /// <summary>Back from corrections to the stage card. Data: <c>deal</c>.</summary>
    public const string Show = "checkin.show";

    /// <summary>The list of my deals. Data: <c>page</c>, <c>query</c>; both may be missing.</summary>
    public const string Deals = "deals.list";

    /// <summary>The open deals that know nothing of a fact. Data: <c>fact</c>.</summary>
    public const string Lacking = "deals.lacking";

    /// <summary>The form for a new deal. Data: none.</summary>
    public const string NewDeal = "deals.new";

    /// <summary>A filled-in new deal. Data: <c>account</c>, <c>name</c>, <c>size</c> (may be empty).</summary>
    public const string CreateDeal = "deals.create";

    /// <summary>The check-ins of a deal. Data: <c>deal</c>, <c>page</c>.</summary>
    public const string History = "history.list";

    /// <summary>The deal as it stood on a day. Data: <c>deal</c>, <c>day</c>: yyyy-MM-dd.</summary>
    public const string Day = "history.day";

    /// <summary>What KaBot can do. Data: none.</summary>
    public const string Help = "help.show";

    /// <summary>The choice of language; with <c>language</c> in the data, the choice made.</summary>
    public const string Language = "language.set";

    /// <summary>When reminders come, and the form to change it. Typed: a time, a day to pause until, or nothing.</summary>
    public const string Reminders = "reminders.show";

    /// <summary>The filled-in form of the reminder settings. Data: its inputs.</summary>
    public const string SetReminders = "reminders.set";

    /// <summary>The deals that need an update now. Data: <c>page</c>; may be missing.</summary>
    public const string RemindersToday = "reminders.today";

    /// <summary>
    /// Nothing has changed with a deal. Data, as of all taps on a reminder card: <c>deal</c>, <c>deals</c> (ids on the card, joined by
    /// commas), <c>at</c> (when the card was made), <c>page</c>.
    /// </summary>
    public const string NoChange = "reminders.nochange";

    /// <summary>Put a deal off to a day. Data: also <c>day</c>, yyyy-MM-dd, or <c>input</c>, the name of the input that holds it.</summary>
    public const string Postpone = "reminders.postpone";

    /// <summary>A deal is lost or stalled. Data: also <c>outcome</c>, a choice id of that fact.</summary>
    public const string Close = "reminders.close";

    /// <summary>Why a deal is lost or stalled. Data: also <c>reason</c>, a choice id, or <c>input</c>, the name of the input with own words, or <c>skip</c>.</summary>
    public const string Reason = "reminders.reason";

    /// <summary>How my team stands. Data: none.</summary>
    public const string Digest = "reminders.digest";

    /// <summary>Nudge those of my team who told nothing for a week. Data: none.</summary>
    public const string Nudge = "reminders.nudge";
}
