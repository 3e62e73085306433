using System.Globalization;
using KaBot.Funnel.Facts;
using KaBot.Funnel.Playbooks;
using KaBot.Funnel.Stages;
using KaBot.Storage;

namespace KaBot.Exchange;

/// <summary>What an import would do: either faults and no changes, or changes and no faults.</summary>
/// <param name="Known">Rows that are there already, as they are in the file.</param>
public sealed record ImportPlan(IReadOnlyList<Change> Changes, IReadOnlyList<TableFault> Faults, int Known);

/// <summary>
/// Checks tables against the playbook and what is stored, and works out what to write. Every faulty row is told, and with one nothing is
/// written. A row that is there already, with the same content, is passed over, so the same file may be imported twice.
/// </summary>
public sealed partial class Importer(Playbook playbook, ExchangeStore store, TimeProvider clock)
{
    private const string Activity = "import";
    private const int LongestName = 200;

    public ImportPlan Plan(IReadOnlyList<Table> tables)
    {
        var faults = new List<TableFault>();
        var rows = Rows.Of(tables, faults);
        var run = new Run(playbook, store, clock.GetUtcNow());
        run.People(rows[Sheets.People]);
        run.Deals(rows[Sheets.Deals]);
        run.Snapshots(rows[Sheets.Snapshots], rows[Sheets.Facts]);
        run.Targets(rows[Sheets.Targets]);
        run.Board(rows[Sheets.Board]);
        return faults.Count > 0 ? new ImportPlan([], faults, run.Known) : new ImportPlan(run.Changes, [], run.Known);
    }

    private sealed partial class Run(Playbook playbook, ExchangeStore store, DateTimeOffset now)
    {
        private readonly Dictionary<string, Person> _people = store.People().ToDictionary(person => person.Id, StringComparer.Ordinal);
        private readonly Dictionary<string, Deal> _deals = store.Deals().ToDictionary(deal => deal.Id, StringComparer.Ordinal);
        private ILookup<string, Person>? _names;

        public List<Change> Changes { get; } = [];
        public int Known { get; private set; }

        public void People(IReadOnlyList<Row> rows)
        {
            var users = _people.Values.ToDictionary(person => (person.ChannelId, person.UserId));
            foreach (var row in rows)
            {
                var (channel, user, language) = (row["channel"]!, row["user"]!, row["language"]);
                if (language is not (null or "zh-CN" or "en-US")) row.Fault($"the language is '{language}'; write zh-CN or en-US, or leave it empty");
                var created = Moment(row, "created") ?? now;
                if (users.TryGetValue((channel, user), out var there))
                {
                    if (row["id"] is { } id && id != there.Id) row.Fault($"{channel} user '{user}' is there already, with the id '{there.Id}'");
                    else Known++;
                    continue;
                }
                var person = new Person(row["id"] ?? Ids.New(created), channel, user, row["name"], language, null, created);
                if (!_people.TryAdd(person.Id, person)) row.Fault($"the id '{person.Id}' is somebody else's");
                users[(channel, user)] = person;
                Changes.Add(new Change.PersonSaved(person));
            }
            _names = _people.Values.SelectMany(person => new[] { person.Id, person.UserId, person.Name }.OfType<string>().Distinct(StringComparer.Ordinal)
                .Select(name => (name, person))).ToLookup(pair => pair.name, pair => pair.person, StringComparer.Ordinal);
        }

        public void Deals(IReadOnlyList<Row> rows)
        {
            var same = _deals.Values.Select(deal => (deal.Account, deal.Name, deal.OwnerId)).ToHashSet();
            foreach (var row in rows)
            {
                var (account, name, owner) = (Short(row, "account"), Short(row, "name"), Who(row, "owner"));
                var created = Moment(row, "created") ?? now;
                if (row["id"] is { } id && _deals.TryGetValue(id, out var there))
                {
                    if ((there.Account, there.Name, there.OwnerId) == (account, name, owner)) Known++;
                    else row.Fault($"the deal '{id}' is there already, as '{there.Name}' of '{there.Account}'; a deal is changed in chat");
                    continue;
                }
                if (owner is null) continue;
                // A list without ids imported twice must not double the deals.
                if (row["id"] is null && !same.Add((account, name, owner)))
                {
                    Known++;
                    continue;
                }
                var deal = new Deal(row["id"] ?? Ids.New(created), "", account, name, owner, created, null);
                _deals[deal.Id] = deal;
                Changes.Add(new Change.DealAdded(deal.Id, account, name, owner, created));
            }
        }

        public void Snapshots(IReadOnlyList<Row> rows, IReadOnlyList<Row> factRows)
        {
            var there = store.Snapshots().ToDictionary(snapshot => snapshot.Id, StringComparer.Ordinal);
            var newest = there.Values.GroupBy(snapshot => snapshot.DealId).ToDictionary(all => all.Key, all => all.Max(snapshot => snapshot.At), StringComparer.Ordinal);
            var facts = factRows.ToLookup(row => row["snapshot"]!, StringComparer.Ordinal);
            var named = rows.Select(row => row["id"]!).ToHashSet(StringComparer.Ordinal);
            foreach (var row in factRows.Where(row => !named.Contains(row["snapshot"]!))) row.Fault($"there is no snapshot '{row["snapshot"]}' in the file");
            var taken = new List<Snapshot>();
            foreach (var row in rows)
            {
                if (!named.Remove(row["id"]!))
                {
                    row.Fault($"the snapshot '{row["id"]}' is in the file twice");
                    continue;
                }
                if (Snapshot(row, facts[row["id"]!]) is not { } snapshot) continue;
                if (there.TryGetValue(snapshot.Id, out var before))
                {
                    if (before.DealId == snapshot.DealId && before.At == snapshot.At && Same(before.Facts, snapshot.Facts)) Known++;
                    else row.Fault($"the snapshot '{snapshot.Id}' is there already with other content; a snapshot is never changed");
                }
                else if (newest.TryGetValue(snapshot.DealId, out var last) && snapshot.At <= last) row.Fault($"the deal has a check-in of {last:O} already; an older one cannot be put before it");
                else taken.Add(snapshot);
            }
            Changes.AddRange(taken.OrderBy(snapshot => snapshot.At).Select(snapshot => new Change.SnapshotTaken(snapshot)));
        }

        private Snapshot? Snapshot(Row row, IEnumerable<Row> facts)
        {
            var by = Who(row, "by");
            var deal = _deals.GetValueOrDefault(row["deal"]!);
            if (deal is null) row.Fault($"there is no deal '{row["deal"]}'");
            foreach (var column in new[] { "earned", "solid", "claimed" })
                if (row[column] is { } stage && playbook.Stage(stage) is null) row.Fault($"{column} names the unknown stage '{stage}'; use one of {string.Join(", ", playbook.Stages.Select(one => one.Id))}");
            var at = Moment(row, "at");
            var sheet = FactSheet.Of(facts.Select(fact => Fact(fact, at ?? now, by)).OfType<Fact>());
            if (deal is null || by is null || at is null) return null;
            if (at > now.AddDays(1)) row.Fault($"'{row["at"]}' lies ahead");
            var judged = Qualifier.Qualify(playbook, sheet, at.Value, row["claimed"]);
            return new Snapshot(row["id"]!, deal.Id, 0, by, at.Value, Activity, row["playbook"] ?? playbook.Version,
                row["earned"] ?? (row.Has("earned") && row["playbook"] is not null ? null : judged.Earned?.Id),
                row["solid"] ?? (row.Has("solid") && row["playbook"] is not null ? null : judged.Solid?.Id), row["claimed"], sheet);
        }

        private Fact? Fact(Row row, DateTimeOffset taken, string? by)
        {
            if (playbook.Fact(row["fact"]!) is not { } definition)
            {
                row.Fault($"there is no fact '{row["fact"]}' in the playbook");
                return null;
            }
            if (row["certainty"] is not (null or "stated" or "hedged")) row.Fault($"the certainty is '{row["certainty"]}'; write stated or hedged");
            var at = Moment(row, "at") ?? taken;
            var teller = row["by"] is null ? by : Who(row, "by");
            try
            {
                return new Fact(definition.Id, FactText.Read(definition, row["value"]!), row["certainty"] == "hedged" ? Certainty.Hedged : Certainty.Stated, at,
                    row["words"] is { } words ? new Evidence(words, teller, at, Activity) : null);
            }
            catch (FormatException fault)
            {
                row.Fault($"the value of {definition.Id} is '{row["value"]}'; it {fault.Message}");
                return null;
            }
        }

        private string? Who(Row row, string column)
        {
            var found = _names![row[column]!].Distinct().ToList();
            if (found is [var one]) return one.Id;
            row.Fault(found.Count == 0 ? $"'{row[column]}' is nobody KaBot knows; add them to the people, or use a name or id that is there"
                : $"'{row[column]}' is the name of {found.Count} people; use an id: {string.Join(", ", found.Select(person => person.Id))}");
            return null;
        }

        private static string Short(Row row, string column)
        {
            if (row[column]!.Length > LongestName) row.Fault($"the {column} is longer than {LongestName} characters");
            return row[column]!;
        }

        private static DateTimeOffset? Moment(Row row, string column)
        {
            if (row[column] is not { } text) return null;
            if (DateTimeOffset.TryParseExact(text, ["yyyy-MM-dd", "yyyy-MM-ddTHH:mmK", "yyyy-MM-ddTHH:mm:ssK", "yyyy-MM-ddTHH:mm:ss.FFFFFFFK"], CultureInfo.InvariantCulture,
                DateTimeStyles.AssumeUniversal, out var at)) return at;
            row.Fault($"{column} is '{text}'; write a moment such as 2026-03-05 or 2026-03-05T10:00:00+08:00");
            return null;
        }

        private static bool Same(FactSheet a, FactSheet b) => a.All.Count() == b.All.Count() && a.All.All(fact =>
            b[fact.Id] is { } other && Equals(other.Value, fact.Value) && other.Certainty == fact.Certainty && other.At == fact.At && other.Evidence?.Words == fact.Evidence?.Words);
    }
}
