using KaBot.Funnel.Facts;
using KaBot.Funnel.Playbooks;
using KaBot.Funnel.Stages;

namespace KaBot.Tests.Funnel;

/// <summary>
/// What is known of a deal, in shorthand: <c>contact_made</c> a yes (or any value), <c>?budget</c> hedged, <c>~evaluating</c> past its
/// shelf life, <c>bid_won=no</c>, <c>visits=0</c>, <c>competitors=none</c>, <c>budget=open</c>, <c>org_size=sme</c>.
/// </summary>
internal static class Deal
{
    public static readonly IReadOnlyDictionary<string, string> Texts = PlaybookFolder.Texts(PlaybookFolder.Shipped);
    public static readonly Playbook Playbook = PlaybookReader.Read(Texts).Playbook!;
    public static readonly DateTimeOffset Now = new(2026, 3, 5, 16, 30, 0, TimeSpan.FromHours(8));

    public static FactSheet Of(string known, Playbook? playbook = null) =>
        FactSheet.Of(known.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(word => Read(word, playbook ?? Playbook)));

    public static Qualification Qualify(string known, string? claimed = null) => Qualifier.Qualify(Playbook, Of(known), Now, claimed);

    /// <summary>A fact that says yes, or names something.</summary>
    public static Fact Yes(FactDefinition fact, bool stale = false, Certainty certainty = Certainty.Stated) => new(fact.Id, fact.Kind switch
    {
        FactKind.Flag => new FactValue.Flag(true),
        FactKind.Count => new FactValue.Count(1),
        FactKind.Date => new FactValue.Date(DateOnly.FromDateTime(Now.DateTime).AddDays(stale ? -1 : 0)),
        FactKind.Money => new FactValue.Money(100, 200, "CNY"),
        FactKind.Text => new FactValue.Text("王主任"),
        FactKind.List => new FactValue.List(["用友"]),
        FactKind.Choice => new FactValue.Choice(fact.Choices[0].Id),
        _ => new FactValue.Choices([fact.Choices[0].Id]),
    }, certainty, stale ? Now.AddDays(-400) : Now);

    private static Fact Read(string word, Playbook playbook)
    {
        var parts = word.TrimStart('?', '~').Split('=');
        var definition = playbook.Fact(parts[0]) ?? throw new ArgumentException($"no fact '{parts[0]}'");
        var yes = Yes(definition, word[0] == '~', word[0] == '?' ? Certainty.Hedged : Certainty.Stated);
        return parts is [_, var value] ? yes with { Value = Value(definition, value) } : yes;
    }

    private static FactValue Value(FactDefinition fact, string value) => value switch
    {
        "open" => FactValue.Open.Value,
        "no" => new FactValue.Flag(false),
        "none" => new FactValue.List([]),
        _ when fact.Kind == FactKind.Count => new FactValue.Count(int.Parse(value, System.Globalization.CultureInfo.InvariantCulture)),
        _ when fact.Choice(value) is not null => new FactValue.Choice(value),
        _ => throw new ArgumentException($"'{value}' is no value of {fact.Id}"),
    };
}
