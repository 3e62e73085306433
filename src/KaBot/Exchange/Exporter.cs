using System.Globalization;
using KaBot.Storage;

namespace KaBot.Exchange;

/// <summary>All deals, snapshots with their facts, people, quiz attempts, sales targets and who is on a board, as tables. Conversation references are left out: they are keys to people's chats.</summary>
public sealed class Exporter(ExchangeStore store)
{
    public IReadOnlyList<Table> Tables()
    {
        var snapshots = store.Snapshots();
        return
        [
            Table(Sheets.People, store.People().Select(person => Cells(person.Id, person.ChannelId, person.UserId, person.Name, person.Language, Moment(person.CreatedAt)))),
            Table(Sheets.Deals, store.Deals().Select(deal => Cells(deal.Id, deal.Account, deal.Name, deal.OwnerId, Moment(deal.CreatedAt)))),
            Table(Sheets.Snapshots, snapshots.Select(taken => Cells(taken.Id, taken.DealId, Number(taken.Seq), taken.TakenBy, Moment(taken.At), taken.PlaybookVersion,
                taken.Earned, taken.Solid, taken.Claimed))),
            Table(Sheets.Facts, snapshots.SelectMany(taken => taken.Facts.All.Select(fact => Cells(taken.Id, fact.Id, FactText.Write(fact.Value),
                fact.Certainty == Funnel.Facts.Certainty.Hedged ? "hedged" : "stated", Moment(fact.At), fact.Evidence?.Words, fact.Evidence?.By)))),
            Table(Sheets.Attempts, store.Attempts().Select(one => Cells(one.Id, one.PersonId, Moment(one.At), one.Day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
                one.Kind == QuizKind.Deal ? "deal" : "practice", one.DealId, one.Skill, Number(one.Number), one.Chosen, one.Right ? "yes" : "no", string.Join("; ", one.Detail)))),
            Table(Sheets.Targets, store.Targets().Select(set => Cells(set.PersonId, set.Scope, set.Target!.Amount.ToString(CultureInfo.InvariantCulture), set.Target.Currency,
                set.Target.Since.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), Moment(set.At)))),
            Table(Sheets.Board, store.Board().Select(joined => Cells(joined.PersonId, Moment(joined.At)))),
        ];
    }

    private static Table Table(string name, IEnumerable<string?[]> rows) => new(name, Sheets.Columns[name], rows.Select((cells, index) => new TableRow(index + 2, cells)));

    private static string?[] Cells(params string?[] cells) => cells;

    private static string Moment(DateTimeOffset at) => at.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFFzzz", CultureInfo.InvariantCulture);

    private static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);
}
