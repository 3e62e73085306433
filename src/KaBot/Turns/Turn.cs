using KaBot.Cards.Elements;
using KaBot.Funnel.Facts;
using KaBot.Funnel.Playbooks;
using KaBot.Language;
using KaBot.Storage;
using KaBot.Understanding;

namespace KaBot.Turns;

/// <summary>Something KaBot says: words, or a card.</summary>
public sealed record Reply(string? Text, Card? Card);

/// <summary>
/// One turn as the features see it: who speaks, when, in which language; and what the turn leaves behind. Nothing is sent or stored
/// while it runs: replies and changes are gathered here, committed together, and only then sent.
/// </summary>
public sealed class Turn
{
    /// <summary>Where a dialog under way keeps the id of the deal it is about: <see cref="DealUnderWay"/> is read from there.</summary>
    public const string DealKey = "deal";

    public required Playbook Playbook { get; init; }
    public required MessageReader Reader { get; init; }
    public required LanguageFiles Languages { get; init; }
    public required Store Store { get; init; }
    public required Person Person { get; set; }
    public required Texts Texts { get; set; }

    /// <summary>The message's own time, in the rep's offset.</summary>
    public required DateTimeOffset Now { get; init; }
    public required string ActivityId { get; init; }

    /// <summary>The words of a message, or of one about several deals those of the deal in hand; empty for a tap.</summary>
    public string Text { get; set; } = "";

    /// <summary>The same words without the deal's name, for where the name keeps a reader from seeing what is said; empty when none is named.</summary>
    public IReadOnlyList<string> Wordings { get; set; } = [];

    /// <summary>The command given, or null when the words are none.</summary>
    public Command? Command { get; set; }

    /// <summary>The answer that some words give to a question about one fact.</summary>
    public Answer AnswerTo(string factId, string words) => Reader.Answer(new RepMessage(words, Texts.Chinese ? "zh" : "en", Now, factId));

    /// <summary>Whether some words tell any news, by the rules alone.</summary>
    public bool Hears(string words) => Read(words).Count > 0;

    /// <summary>Names in a list that some words tell, as of rivals, by the rules alone.</summary>
    public IReadOnlyList<string> Names(string words) => [.. Read(words).Select(reading => reading.Value).OfType<FactValue.List>().SelectMany(list => list.Items)];

    private IReadOnlyList<Reading> Read(string words) => Reader.Read(new RepMessage(words, Texts.Chinese ? "zh" : "en", Now));

    public DateOnly Today => DateOnly.FromDateTime(Now.DateTime);

    /// <summary>The deal that the dialog under way in this conversation is about, or null.</summary>
    public string? DealUnderWay { get; init; }

    /// <summary>The deal spoken of last in this conversation, by this turn or before it, or null.</summary>
    public string? Spoken { get; set; }

    /// <summary>A deal as the check-in under way has it so far; null where that tells nothing new of it. Set by whoever knows the check-in.</summary>
    public Func<Deal, Snapshot?> Unsaved { get; set; } = _ => null;

    /// <summary>A deal with what was told and is not saved yet: what advice is given on.</summary>
    public Deal AsTold(Deal deal) => Unsaved(deal) is { } told ? deal with { Latest = told } : deal;

    /// <summary>The day of a reminder that may not have arrived, which the rep is told of in this turn; or null.</summary>
    public DateOnly? Missed { get; init; }

    /// <summary>Facts told before it was clear of which deal; the check-in begun next takes them. Empty for none.</summary>
    public FactSheet Pending { get; set; } = FactSheet.Empty;

    /// <summary>The practice item shown last, in its feature's words; in a turn that shows one, the new one. Null for none.</summary>
    public string? Practising { get; set; }

    /// <summary>What a second reader takes the words to say otherwise than the rules do; the rep decides.</summary>
    public List<Fact> Conflicts { get; } = [];

    /// <summary>A command to carry out in the same turn after this one, e.g. begin with the deal just made; or null.</summary>
    public Command? Then { get; set; }

    public List<Reply> Replies { get; } = [];

    /// <summary>What stands in place of the tapped card from now on, or null.</summary>
    public Card? Replacement { get; set; }

    public List<Change> Changes { get; } = [];

    public void Say(string text) => Replies.Add(new Reply(text, null));

    public void Show(Card card) => Replies.Add(new Reply(null, card));

    /// <summary>A deal of mine, or null with a polite word in place of the card.</summary>
    public async Task<Deal?> MyDealAsync(string? dealId)
    {
        var deal = dealId is { Length: > 0 and <= 64 } ? await FindDealAsync(dealId) : null;
        if (deal is null) Notice(Cards.NoticeKind.NoSuchDeal);
        else if (deal.OwnerId != Person.Id) Notice(Cards.NoticeKind.OtherPerson);
        else return SpeakOf(deal);
        return null;
    }

    /// <summary>From here on "this deal" is that one.</summary>
    public Deal SpeakOf(Deal deal)
    {
        Spoken = deal.Id;
        return deal;
    }

    /// <summary>A deal as this turn sees it: what it is about to record is there already.</summary>
    public async Task<Deal?> FindDealAsync(string dealId)
    {
        var latest = Changes.OfType<Change.SnapshotTaken>().LastOrDefault(taken => taken.Snapshot.DealId == dealId)?.Snapshot;
        if (Changes.OfType<Change.DealAdded>().FirstOrDefault(added => added.Id == dealId) is not { } deal)
            return await Store.FindDealAsync(dealId) is { } known ? known with { Latest = latest ?? known.Latest } : null;
        return new Deal(deal.Id, "", deal.Account, deal.Name, deal.OwnerId, deal.At, latest);
    }

    public void Notice(Cards.NoticeKind kind, Deal? deal = null)
    {
        var card = Cards.NoticeCard.Of(Texts, new Cards.NoticeView(kind, deal is null ? null : Ref(deal)));
        // Another person's tap must not take the card from its owner; everything else replaces the spent card.
        if (Command is { Tapped: true } && kind is not Cards.NoticeKind.OtherPerson) Replacement = card;
        else Show(card);
    }

    public static Cards.DealRef Ref(Deal deal) => new(deal.Id, deal.Name, deal.Account) { Unsaved = deal.Latest?.Unsaved == true };
}
