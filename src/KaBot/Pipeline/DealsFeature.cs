using KaBot.Cards;
using KaBot.Funnel.Facts;
using KaBot.Funnel.Playbooks;
using KaBot.Funnel.Stages;
using KaBot.Storage;
using KaBot.Turns;
using Microsoft.Bot.Builder.Dialogs;

namespace KaBot.Pipeline;

/// <summary>My deals: the list, a search, a new one.</summary>
public sealed class DealsFeature : IFeature
{
    private const int LongestName = 80;

    public string Name => "deals";

    public async Task RunAsync(DialogContext dialogs, Turn turn, Command command, CancellationToken cancellationToken)
    {
        switch (command.Name)
        {
            case Verbs.NewDeal:
                turn.Show(NewDealCard.Of(turn.Texts, new NewDealView(turn.Playbook.Fact("org_size"), command.Argument, Held: !turn.Pending.IsEmpty)));
                break;
            case Verbs.Lacking when turn.Playbook.Fact(command["fact"] ?? "") is { } fact:
                await LackingAsync(turn, command, fact);
                break;
            case Verbs.CreateDeal:
                await CreateAsync(turn, command);
                break;
            default:
                await ListAsync(turn, command);
                break;
        }
    }

    /// <summary>Deals whose customer or name holds the words; all for none.</summary>
    public static async Task<IReadOnlyList<Deal>> FindAsync(Turn turn, string? query)
    {
        var mine = await turn.Store.DealsOfAsync(turn.Person.Id);
        return string.IsNullOrWhiteSpace(query) ? mine
            : [.. mine.Where(deal => $"{deal.Account} {deal.Name}".Contains(query.Trim(), StringComparison.OrdinalIgnoreCase))];
    }

    /// <summary>"Which deals have no budget?": those not ended of which the fact is not known.</summary>
    private static async Task LackingAsync(Turn turn, Command command, FactDefinition fact)
    {
        var found = (await turn.Store.DealsOfAsync(turn.Person.Id)).Where(deal => Lacks(turn, deal.Latest?.Facts ?? FactSheet.Empty, fact)).ToList();
        var name = turn.Texts.Say(fact.Name);
        if (found.Count == 0) turn.Say(turn.Texts.Say("deals.lacking.none", ("fact", name)));
        else Show(turn, command, found, null, turn.Texts.Say("deals.lacking", ("fact", name), ("n", found.Count)));
    }

    private static bool Lacks(Turn turn, FactSheet facts, FactDefinition fact) =>
        Ending.Of(turn.Playbook, facts) is null && facts[fact.Id]?.Value is null or FactValue.Open;

    private static async Task ListAsync(Turn turn, Command command)
    {
        var query = command["query"] ?? command.Argument;
        Show(turn, command, await FindAsync(turn, query), query, null);
    }

    private static void Show(Turn turn, Command command, IReadOnlyList<Deal> found, string? query, string? title)
    {
        var pages = Math.Max(1, (found.Count + DealListCard.PageSize - 1) / DealListCard.PageSize);
        _ = int.TryParse(command["page"], out var page);
        page = Math.Clamp(page, 0, pages - 1);
        var lines = found.Skip(page * DealListCard.PageSize).Take(DealListCard.PageSize).Select(deal => Line(turn, deal)).ToList();
        turn.Show(DealListCard.Of(turn.Texts, new DealListView(lines, page, pages, string.IsNullOrWhiteSpace(query) ? null : query, turn.Now,
            Which: command["which"] is not null) { Title = title, Lacking = command["fact"] }));
    }

    private static DealLine Line(Turn turn, Deal deal)
    {
        var facts = deal.Latest?.Facts ?? FactSheet.Empty;
        var found = Qualifier.Qualify(turn.Playbook, facts, turn.Now);
        return new DealLine(Turn.Ref(deal), found.Earned, found.Win, deal.Latest?.At.ToOffset(turn.Now.Offset), found.Stale, deal.Id == turn.DealUnderWay)
        {
            Ended = Ending.Of(turn.Playbook, facts),
        };
    }

    private static async Task CreateAsync(Turn turn, Command command)
    {
        var (account, name) = (Clean(command["account"]), Clean(command["name"]));
        var size = turn.Playbook.Fact("org_size");
        if (account.Length == 0 || name.Length == 0)
        {
            turn.Show(NewDealCard.Of(turn.Texts, new NewDealView(size, account, name,
                turn.Texts[account.Length == 0 ? "newdeal.account.missing" : "newdeal.name.missing"], Held: !turn.Pending.IsEmpty)));
            return;
        }
        // The button pressed twice, or a deal made before: there is one of a name.
        var known = (await turn.Store.DealNamesAsync(turn.Person.Id)).FirstOrDefault(deal => Same(deal.Account, account) && Same(deal.Name, name));
        var id = known?.Id ?? Ids.New(turn.Now);
        if (known is null) turn.Changes.Add(new Change.DealAdded(id, account, name, turn.Person.Id, turn.Now));
        if (command.Tapped) turn.Replacement = NewDealCard.Done(turn.Texts, new DealRef(id, name, account));
        // What the form says of the customer's size is the first thing told in the check-in.
        if (size?.Choice(command["size"] ?? "") is { } choice)
            turn.Pending = turn.Pending.With(new Fact(size.Id, new FactValue.Choice(choice.Id), Certainty.Stated, turn.Now,
                new Evidence(turn.Texts.Say(choice.Name), turn.Person.Id, turn.Now, turn.ActivityId)));
        turn.Then = new Command(Verbs.Start, Data: TapData.From([new("deal", id)]));
    }

    private static bool Same(string one, string other) => one.Equals(other, StringComparison.OrdinalIgnoreCase);

    private static string Clean(string? name)
    {
        var words = string.Join(' ', (name ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return words.Length <= LongestName ? words : words[..LongestName];
    }
}
