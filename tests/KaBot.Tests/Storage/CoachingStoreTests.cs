using System.Data.Common;
using Dapper;
using KaBot.Funnel.Coaching;
using KaBot.Funnel.Coaching.Concessions;
using KaBot.Funnel.Coaching.People;
using KaBot.Storage;

namespace KaBot.Tests.Storage;

/// <summary>What the coach records comes back as it was, whatever database lies under it.</summary>
public abstract class CoachingStoreContract(DatabaseKind kind) : IAsyncLifetime
{
    private static readonly DateTimeOffset At = new(2026, 3, 5, 10, 0, 0, TimeSpan.FromHours(8));
    private TestDatabase _test = null!;
    private CoachingStore _coaching = null!;
    private string _account = "";
    private long _version;

    public async ValueTask InitializeAsync()
    {
        _test = await TestDatabase.NewAsync(kind);
        _coaching = new CoachingStore(_test.Database);
        await CommitAsync(new Change.PersonSaved(new Person("p1", "test", "zhang", "张敏", null, null, At)), new Change.DealAdded("d1", "恒瑞", "仓储", "p1", At));
        _account = (await _test.Store.FindDealAsync("d1"))!.AccountId;
    }

    public async ValueTask DisposeAsync()
    {
        if (_test is not null) await _test.DisposeAsync();
    }

    [Fact]
    public async Task A_plan_is_changed_in_place()
    {
        var plan = new PlannedAction("a1", "d1", "visit", "visit:budget", "周四拜访 CIO", new DateOnly(2026, 3, 12), PlanState.Accepted, null, At);
        await CommitAsync(new Change.ActionPlanned(plan));
        var done = plan with { State = PlanState.Done, Reason = "去过了" };
        await CommitAsync(new Change.ActionPlanned(done));
        Assert.Equal([done], await _coaching.PlansAsync("d1"));
        Assert.Equal([done], (await _coaching.PlansOfAsync("p1"))["d1"]);
    }

    [Fact]
    public async Task Tactics_chain_and_contacts_are_kept()
    {
        var contact = new Contact("k1", "王总", null, ["payer", "decider"], Side.ForUs, 3, "trusted", null);
        await CommitAsync(new Change.TacticTried("d1", "deadline", At), new Change.TacticTried("d1", "deadline", At), new Change.ChainTold(_account, true),
            new Change.ContactSaved(_account, contact with { Influence = 1 }, At), new Change.ContactSaved(_account, contact, At));
        Assert.Equal(["deadline"], await _coaching.TriedAsync("d1"));
        Assert.True(await _coaching.IsChainAsync(_account));
        var kept = Assert.Single(await _coaching.ContactsAsync(_account));
        Assert.Equal(contact with { Roles = kept.Roles }, kept);
        Assert.Equal(contact.Roles, kept.Roles);
    }

    [Fact]
    public async Task A_removed_contact_is_not_on_the_list_and_can_be_brought_back()
    {
        var contact = new Contact("k2", "李主任", null, [], Side.Neutral, 2, "met", null);
        await CommitAsync(new Change.ContactSaved(_account, contact, At), new Change.ContactRemoved(_account, "k2", At));
        Assert.Empty(await _coaching.ContactsAsync(_account));
        var removed = await _coaching.RemovedContactAsync(_account, "k2");
        Assert.Equal("李主任", removed?.Name);
        Assert.Null(await _coaching.RemovedContactAsync("another account", "k2"));
        Assert.Equal(["李主任"], await _coaching.ContactNamesOfAsync("p1"));
        await CommitAsync(new Change.ContactSaved(_account, removed!, At));
        Assert.Equal("k2", Assert.Single(await _coaching.ContactsAsync(_account)).Id);
        Assert.Null(await _coaching.RemovedContactAsync(_account, "k2"));
    }

    [Fact]
    public async Task The_ledger_keeps_cents_and_is_never_rewritten()
    {
        var move = new Concession("m1", Enum.GetValues<ConcessionKind>()[0], "再降一点", 123456.78m, "p1", At, null);
        await CommitAsync(new Change.PriceFramed("d1", new PriceFrame(1_000_000.01m, null, 900_000m, "CNY"), At), new Change.ConcessionMade("d1", move));
        var ledger = (await _coaching.LedgerAsync("d1"))!;
        Assert.Equal(new PriceFrame(1_000_000.01m, null, 900_000m, "CNY"), ledger.Frame);
        Assert.Equal([move], ledger.Moves);
        await using var connection = _test.Database.Open();
        await Assert.ThrowsAnyAsync<DbException>(() => connection.ExecuteAsync("update concessions set price = 1"));
        Assert.Null(await _coaching.LedgerAsync("d2"));
    }

    private Task CommitAsync(params Change[] changes) => _test.Store.CommitTurnAsync(new TurnCommit("c", $"t{_version}", At, "s", _version++, "r", changes));
}

public sealed class CoachingStoreTests() : CoachingStoreContract(DatabaseKind.Sqlite);

public sealed class PostgresCoachingStoreTests() : CoachingStoreContract(DatabaseKind.PostgreSql);
