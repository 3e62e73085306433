using System.Globalization;
using System.Text.RegularExpressions;
using KaBot.Storage;

namespace KaBot.Exchange;

// What people set for themselves: their sales targets, and whether they are on their team's board.
public sealed partial class Importer
{
    private sealed partial class Run
    {
        public void Targets(IReadOnlyList<Row> rows)
        {
            var there = store.Targets().ToDictionary(set => (set.PersonId, set.Scope), set => set.Target);
            foreach (var row in rows)
            {
                if (row["scope"] is not ("own" or "team")) row.Fault($"the scope is '{row["scope"]}'; write own, or team for those who report to the person");
                if (Target(row) is not { } target || Who(row, "person") is not { } person) continue;
                if (there.TryGetValue((person, row["scope"]!), out var before))
                {
                    if (before == target) Known++;
                    else row.Fault("there is another target of this person and scope already; a target is changed in chat");
                    continue;
                }
                there[(person, row["scope"]!)] = target;
                Changes.Add(new Change.TargetSet(person, row["scope"]!, target, Moment(row, "at") ?? now));
            }
        }

        public void Board(IReadOnlyList<Row> rows)
        {
            var there = store.Board().Select(joined => joined.PersonId).ToHashSet(StringComparer.Ordinal);
            foreach (var row in rows)
            {
                if (Who(row, "person") is not { } person) continue;
                if (there.Add(person)) Changes.Add(new Change.BoardJoined(person, Joined: true, Moment(row, "joined") ?? now));
                else Known++;
            }
        }

        private static Target? Target(Row row)
        {
            var fine = decimal.TryParse(row["amount"], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var amount) && amount > 0;
            if (!fine) row.Fault($"the amount is '{row["amount"]}'; write a number such as 8000000");
            if (!Currency().IsMatch(row["currency"]!)) row.Fault($"the currency is '{row["currency"]}'; write its three letters, such as CNY");
            if (!DateOnly.TryParseExact(row["since"], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var since)) row.Fault($"since is '{row["since"]}'; write a day such as 2026-01-01");
            return fine && since != default ? new Target(amount, row["currency"]!, since) : null;
        }
    }

    [GeneratedRegex("^[A-Z]{3}$")]
    private static partial Regex Currency();
}
