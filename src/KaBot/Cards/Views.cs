using KaBot.Funnel.Facts;
using KaBot.Funnel.Playbooks;
using KaBot.Funnel.Stages;

namespace KaBot.Cards;

/// <summary>A deal as a card names it.</summary>
public sealed record DealRef(string Id, string Name, string Account)
{
    /// <summary>The card speaks of what was told and is not saved yet.</summary>
    public bool Unsaved { get; init; }
}

/// <summary>Names of people by id, for "who said so". An id without a name is left out.</summary>
public sealed record Names(IReadOnlyDictionary<string, string> ById)
{
    public static readonly Names None = new(new Dictionary<string, string>());

    public string? this[string? id] => id is null ? null : ById.GetValueOrDefault(id);
}

/// <summary>One question of a check-in.</summary>
/// <param name="QuestionId">Unique in the conversation: an old card's answer is told from the present one by it.</param>
/// <param name="Number">Which question of this round, from 1.</param>
/// <param name="Of">How many at most in this round.</param>
/// <param name="Why">Why it is asked; null when the rep chose to correct the fact.</param>
/// <param name="Known">What was known before, e.g. stale or to be confirmed; or null.</param>
/// <param name="Today">The rep's calendar day, for quick picks of dates.</param>
/// <param name="Names">Who said what was known.</param>
/// <param name="Remark">Said above the question, e.g. that the answer before was not understood; or null.</param>
/// <param name="Free">Whether to say that the news may be told in the rep's own words instead.</param>
public sealed record QuestionView(
    DealRef Deal, string QuestionId, FactDefinition Fact, Ask? Why, int Number, int Of, Fact? Known, DateOnly Today, Names Names,
    bool CanGoBack = false, string? Remark = null, bool Free = false)
{
    /// <summary>Whether the day asked for lies behind.</summary>
    public bool Past { get; init; }
}

/// <summary>What became of a question.</summary>
public enum Outcome { Answered, Skipped, Unknown }

/// <summary>Stands where a question stood.</summary>
/// <param name="Value">The answer; null when skipped or not known.</param>
public sealed record AnsweredView(
    DealRef Deal, FactDefinition Fact, Outcome Outcome, FactValue? Value, Certainty Certainty = Certainty.Stated);

/// <summary>What was known and what was told cannot both stand.</summary>
/// <param name="Remark">Said above the question, e.g. that it is still open; or null.</param>
public sealed record ClashView(DealRef Deal, FactDefinition Fact, Contradiction Clash, Names Names, string? Remark = null);

/// <summary>What a free text gave: each fact taken, with its words in <see cref="Fact.Evidence"/>.</summary>
public sealed record ReadingsView(DealRef Deal, Playbook Playbook, IReadOnlyList<Fact> Taken)
{
    /// <summary>What was known before: a value that has taken the place of another is shown with it.</summary>
    public FactSheet Before { get; init; } = FactSheet.Empty;
}

/// <summary>Which buttons a stage card has.</summary>
public enum StageCardState
{
    /// <summary>At the end of a round: save, correct, go on.</summary>
    Open,

    /// <summary>Saved: history, a new check-in.</summary>
    Saved,

    /// <summary>Shown again later, or by somebody else: no buttons.</summary>
    Past,
}

/// <summary>Where a deal stands.</summary>
/// <param name="Since">What changed since the last check-in; null at the first.</param>
/// <param name="LastAt">When the last check-in was; null at the first.</param>
/// <param name="Now">The moment shown, in the rep's offset.</param>
/// <param name="MoreQuestions">Whether there is more to ask.</param>
public sealed record StageView(
    DealRef Deal, Playbook Playbook, Qualification Found, FactSheet Facts, Movement? Since, DateTimeOffset? LastAt, DateTimeOffset Now,
    Names Names, StageCardState State, bool MoreQuestions)
{
    /// <summary>The facts with what the people map tells besides; null for no more than the facts.</summary>
    public FactSheet? Seen { get; init; }
}

/// <summary>One fact that was asked about.</summary>
/// <param name="Known">What is known; null for nothing.</param>
public sealed record FactView(DealRef Deal, FactDefinition Fact, Fact? Known, Names Names)
{
    /// <summary>Those on the people map who answer it, a line each.</summary>
    public IReadOnlyList<string> People { get; init; } = [];
}

/// <summary>The stages, to claim one of.</summary>
/// <param name="Claimed">The id of the one claimed; null or empty for none.</param>
public sealed record ClaimView(DealRef Deal, Playbook Playbook, string? Claimed);

/// <summary>All that is known, to correct or strike.</summary>
/// <param name="Page">From 0; a page holds <see cref="CorrectCard.PageSize"/> facts.</param>
public sealed record CorrectView(DealRef Deal, Playbook Playbook, FactSheet Facts, Names Names, int Page = 0);

/// <summary>One deal in a list.</summary>
/// <param name="Win">Percent; null in the loop after closing.</param>
/// <param name="LastAt">Its last check-in, or null.</param>
/// <param name="Stale">Whether what is known has outlived its shelf life.</param>
/// <param name="InProgress">Whether a check-in was begun and not saved.</param>
public sealed record DealLine(DealRef Deal, StageDefinition? Stage, int? Win, DateTimeOffset? LastAt, bool Stale, bool InProgress)
{
    /// <summary>How it ended, or that it stands still; null while it goes on.</summary>
    public Ending? Ended { get; init; }
}

/// <summary>My deals, or those that a search found.</summary>
/// <param name="Deals">Of this page.</param>
/// <param name="Page">From 0.</param>
/// <param name="Query">What was searched for, or null.</param>
/// <param name="Which">Whether the rep told some news and is asked of which deal.</param>
public sealed record DealListView(IReadOnlyList<DealLine> Deals, int Page, int Pages, string? Query, DateTimeOffset Now, bool Which = false)
{
    /// <summary>What these deals have in common, for the heading; null for all or for what was searched.</summary>
    public string? Title { get; init; }

    /// <summary>Id of the fact that they lack, or null.</summary>
    public string? Lacking { get; init; }
}

/// <summary>The form for a new deal, empty or with what was filled in before.</summary>
/// <param name="Size">The fact <c>org_size</c>, for its choices; null leaves the question out.</param>
/// <param name="Remark">What is wrong with what was filled in, or null.</param>
/// <param name="Held">Whether the rep told some news that waits for the deal.</param>
public sealed record NewDealView(FactDefinition? Size, string? Account = null, string? Name = null, string? Remark = null, bool Held = false);

/// <summary>One check-in of a deal.</summary>
/// <param name="Unchanged">It changed nothing, like so many in a row of which it is the latest; 0 when it did.</param>
public sealed record HistoryEntry(DateTimeOffset At, string? Who, StageDefinition? Claimed, Movement Moved, int Unchanged = 0);

/// <summary>The check-ins of a deal.</summary>
/// <param name="Entries">Of this page, newest first.</param>
/// <param name="Page">From 0.</param>
public sealed record HistoryView(DealRef Deal, Playbook Playbook, IReadOnlyList<HistoryEntry> Entries, int Page, int Pages)
{
    /// <summary>What the check-in under way has changed so far; null for nothing.</summary>
    public Movement? Unsaved { get; init; }
}

/// <summary>A deal as it stood at the end of a day.</summary>
/// <param name="SavedAt">When the snapshot that stood then was saved.</param>
public sealed record DayView(
    DealRef Deal, Playbook Playbook, DateOnly Day, DateTimeOffset SavedAt, string? Who, Qualification Found, FactSheet Facts, Names Names);

/// <summary>The first words to a person.</summary>
/// <param name="Name">What to call them, or null.</param>
public sealed record WelcomeView(string? Name, bool HasDeals);

/// <summary>Why a tap does nothing.</summary>
public enum NoticeKind { Expired, OtherPerson, AlreadyAnswered, AlreadySaved, NoSuchDeal }

/// <summary>Said in place of a card that can no longer be used.</summary>
/// <param name="Deal">The deal to go on with, or null.</param>
public sealed record NoticeView(NoticeKind Kind, DealRef? Deal = null);
