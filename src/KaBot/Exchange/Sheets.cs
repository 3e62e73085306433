namespace KaBot.Exchange;

/// <summary>The tables that are exported and imported, with their columns. A star marks what an import cannot do without.</summary>
internal static class Sheets
{
    public const string People = "people", Deals = "deals", Snapshots = "snapshots", Facts = "facts", Attempts = "attempts", Targets = "targets", Board = "board";

    public static readonly IReadOnlyDictionary<string, string[]> Columns = new Dictionary<string, string[]>(StringComparer.Ordinal)
    {
        [People] = ["id", "channel", "user", "name", "language", "created"],
        [Deals] = ["id", "account", "name", "owner", "created"],
        [Snapshots] = ["id", "deal", "seq", "by", "at", "playbook", "earned", "solid", "claimed"],
        [Facts] = ["snapshot", "fact", "value", "certainty", "at", "words", "by"],
        [Attempts] = ["id", "person", "at", "day", "kind", "deal", "skill", "number", "chosen", "right", "detail"],
        [Targets] = ["person", "scope", "amount", "currency", "since", "at"],
        [Board] = ["person", "joined"],
    };

    /// <summary>Columns that must be there, and filled in each row, for an import.</summary>
    public static readonly IReadOnlyDictionary<string, string[]> Needed = new Dictionary<string, string[]>(StringComparer.Ordinal)
    {
        [People] = ["channel", "user"], [Deals] = ["account", "name", "owner"], [Snapshots] = ["id", "deal", "by", "at"], [Facts] = ["snapshot", "fact", "value"],
        [Targets] = ["person", "scope", "amount", "currency", "since"], [Board] = ["person"],
    };
}
