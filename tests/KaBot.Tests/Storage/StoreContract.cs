using System.Data.Common;
using Dapper;
using KaBot.Funnel.Facts;
using KaBot.Storage;

namespace KaBot.Tests.Storage;

/// <summary>What a store promises, whatever database lies under it.</summary>
public abstract class StoreContract(DatabaseKind kind) : IAsyncLifetime
{
    private static readonly DateTimeOffset At = new(2026, 3, 5, 10, 0, 0, TimeSpan.FromHours(8));
    private static readonly Person Zhang = new("p1", "test", "zhang", "张敏", null, null, At);
    private int _turn;
    private long _version;

    private TestDatabase _test = null!;

    internal TestDatabase Test => _test;
    private Store Store => _test.Store;

    public async ValueTask InitializeAsync() => _test = await TestDatabase.NewAsync(kind);

    public async ValueTask DisposeAsync()
    {
        if (_test is not null) await _test.DisposeAsync();
    }

    [Fact]
    public async Task A_turn_is_recorded_with_all_it_changes()
    {
        await CommitAsync(new Change.PersonSaved(Zhang), Added("d1", "恒瑞冷链", "仓储"));
        var start = await Store.StartTurnAsync("c", "a1");
        Assert.Equal(new TurnStart("said 1", "state 1", 1), start);
        Assert.Equal(new TurnStart(null, "state 1", 1), await Store.StartTurnAsync("c", "another"));
        Assert.Equal(new TurnStart(null, null, 0), await Store.StartTurnAsync("another", "a1"));
        Assert.Equal(Zhang, await Store.FindPersonAsync("test", "zhang"));
        Assert.Null(await Store.FindPersonAsync("test", "li"));
        Assert.Equal([new DealName("d1", "恒瑞冷链", "仓储")], await Store.DealNamesAsync("p1"));
    }

    [Fact]
    public async Task A_turn_of_a_state_that_moved_is_refused_whole()
    {
        await CommitAsync(new Change.PersonSaved(Zhang));
        await Assert.ThrowsAsync<StateMovedException>(() =>
            Store.CommitTurnAsync(new TurnCommit("c", "late", At, "late", Version: 0, "late", [Added("d1", "恒瑞", "仓储")])));
        Assert.Null((await Store.StartTurnAsync("c", "late")).Replies);
        Assert.Empty(await Store.DealNamesAsync("p1"));
    }

    [Fact]
    public async Task One_activity_is_recorded_once()
    {
        await CommitAsync(new Change.PersonSaved(Zhang));
        await Assert.ThrowsAnyAsync<DbException>(() => Store.CommitTurnAsync(new TurnCommit("c", "a1", At, "again", 1, "again", [])));
        Assert.Equal("said 1", (await Store.StartTurnAsync("c", "a1")).Replies);
    }

    [Fact]
    public async Task Old_turns_are_forgotten_and_nothing_else()
    {
        await CommitAsync(new Change.PersonSaved(Zhang), Added("d1", "恒瑞", "仓储"), Taken("d1", "s1", At, "target", FactSheet.Empty));
        await Store.ForgetTurnsAsync(At);
        Assert.Equal("said 1", (await Store.StartTurnAsync("c", "a1")).Replies);
        await Store.ForgetTurnsAsync(At.AddSeconds(1));
        Assert.Equal(new TurnStart(null, "state 1", 1), await Store.StartTurnAsync("c", "a1"));
        Assert.Single(await Store.HistoryAsync("d1"));
    }

    [Fact]
    public async Task Writes_at_once_are_all_done_and_a_bad_one_spoils_no_other()
    {
        await CommitAsync(new Change.PersonSaved(Zhang));
        var tasks = Enumerable.Range(0, 60).Select(n => n % 10 == 3
            ? Assert.ThrowsAnyAsync<DbException>(() => Store.CommitTurnAsync(new TurnCommit($"c{n}", "a", At, "s", 0, "r", [Added("x", "A", "B") with { OwnerId = "nobody" }])))
            : Store.CommitTurnAsync(new TurnCommit($"c{n}", "a", At, "s", 0, "r", [Added($"d{n}", $"A{n}", "B")])));
        await Task.WhenAll(tasks);
        Assert.Equal(54, (await Store.DealNamesAsync("p1")).Count);
    }

    [Fact]
    public async Task Facts_come_back_as_they_were_with_their_evidence()
    {
        Fact[] told =
        [
            Told("budget", new FactValue.Money(300000.55m, null, "USD"), Certainty.Hedged), Told("competitors", new FactValue.List(["用友", "SAP"])),
            Told("go_live", new FactValue.Date(new DateOnly(2026, 6, 30))), Told("visits", new FactValue.Count(3)), Told("bid_won", new FactValue.Flag(false)),
            Told("core_needs", new FactValue.Text("要能“对接” SAP \\ 😀")), Told("org_size", new FactValue.Choice("large")),
            Told("symptoms", new FactValue.Choices(["rushing", "gap_too_wide"])), Told("close_date", FactValue.Open.Value),
        ];
        await CommitAsync(new Change.PersonSaved(Zhang), Added("d1", "恒瑞", "仓储"), Taken("d1", "s1", At, "intent", FactSheet.Of(told)));
        Assert.Equal(FactSheet.Of(told), (await Store.FindDealAsync("d1"))!.Latest!.Facts);
    }

    [Fact]
    public async Task History_is_newest_first_and_any_past_moment_can_be_asked()
    {
        await CommitAsync(new Change.PersonSaved(Zhang), Added("d1", "恒瑞", "仓储"));
        foreach (var (id, day, stage) in new[] { ("s1", 0, "target"), ("s2", 3, "intent"), ("s3", 9, "target") })
            await CommitAsync(Taken("d1", id, At.AddDays(day), stage, FactSheet.Empty));
        Assert.Equal([("s3", 3L), ("s2", 2L), ("s1", 1L)], (await Store.HistoryAsync("d1")).Select(s => (s.Id, s.Seq)));
        Assert.Null(await Store.AsOfAsync("d1", At.AddSeconds(-1)));
        Assert.Equal("s1", (await Store.AsOfAsync("d1", At.ToOffset(TimeSpan.Zero)))!.Id);
        Assert.Equal("s2", (await Store.AsOfAsync("d1", At.AddDays(8)))!.Id);
        Assert.Equal("s3", (await Store.FindDealAsync("d1"))!.Latest!.Id);
        Assert.Empty(await Store.HistoryAsync("no' or 1=1 --"));
    }

    [Fact]
    public async Task Deals_are_listed_the_one_touched_last_first_and_only_to_their_owner()
    {
        await CommitAsync(new Change.PersonSaved(Zhang), new Change.PersonSaved(Zhang with { Id = "p2", UserId = "li", Name = "李" }), Added("d1", "恒瑞", "一"), Added("d2", "恒瑞", "二"));
        await CommitAsync(Taken("d1", "s1", At.AddDays(1), null, FactSheet.Empty));
        var mine = await Store.DealsOfAsync("p1");
        Assert.Equal(["d1", "d2"], mine.Select(deal => deal.Id));
        Assert.Equal(mine[0].AccountId, mine[1].AccountId);
        Assert.Empty(await Store.DealsOfAsync("p2"));
        Assert.Equal("李", (await Store.NamesAsync(["p2", "p9"]))["p2"]);
    }

    [Theory]
    [InlineData("update snapshots set earned = 'closing'")]
    [InlineData("delete from snapshots")]
    [InlineData("update audit set what = 'nothing'")]
    [InlineData("delete from audit")]
    public async Task The_database_refuses_to_change_or_delete(string statement)
    {
        await CommitAsync(new Change.PersonSaved(Zhang), Added("d1", "恒瑞", "仓储"), Taken("d1", "s1", At, "target", FactSheet.Empty),
            new Change.Audited("p1", "checkin.saved", "d1", "", At));
        // Past the store, as a hand at the database would.
        await using (var connection = _test.Database.Open()) await Assert.ThrowsAnyAsync<DbException>(() => connection.ExecuteAsync(statement));
        Assert.Equal("target", (await Store.HistoryAsync("d1")).Single().Earned);
    }

    [Fact]
    public async Task Check_ins_of_one_deal_from_many_conversations_at_once_are_all_numbered()
    {
        await CommitAsync(new Change.PersonSaved(Zhang), Added("d1", "恒瑞", "仓储"));
        await Task.WhenAll(Enumerable.Range(0, 40).Select(n => Store.CommitTurnAsync(new TurnCommit($"c{n}", "a", At, "s", 0, "r",
            [Taken("d1", $"s{n:00}", At, null, FactSheet.Empty)]))));
        Assert.Equal(Enumerable.Range(1, 40).Select(n => (long)n).Reverse(), (await Store.HistoryAsync("d1")).Select(snapshot => snapshot.Seq));
    }

    [Fact]
    public async Task Deals_of_a_new_customer_added_at_once_are_of_one_account()
    {
        await CommitAsync(new Change.PersonSaved(Zhang));
        await Task.WhenAll(Enumerable.Range(0, 40).Select(n => Store.CommitTurnAsync(new TurnCommit($"c{n}", "a", At, "s", 0, "r", [Added($"d{n}", "恒瑞", "仓储")]))));
        var deals = await Store.DealsOfAsync("p1");
        Assert.Equal((40, 1), (deals.Count, deals.Select(deal => deal.AccountId).Distinct().Count()));
    }

    [Fact]
    public async Task Of_two_turns_of_one_state_at_once_one_is_recorded()
    {
        await CommitAsync(new Change.PersonSaved(Zhang));
        var moved = 0;
        await Task.WhenAll(Enumerable.Range(0, 20).Select(async n =>
        {
            try
            {
                await Store.CommitTurnAsync(new TurnCommit("c", $"b{n}", At, $"after b{n}", 1, "r", []));
            }
            catch (StateMovedException)
            {
                Interlocked.Increment(ref moved);
            }
        }));
        Assert.Equal(19, moved);
        Assert.Equal(2, (await Store.StartTurnAsync("c", "none")).Version);
    }

    private async Task CommitAsync(params Change[] changes)
    {
        _turn++;
        await Store.CommitTurnAsync(new TurnCommit("c", $"a{_turn}", At, $"state {_turn}", _version++, $"said {_turn}", changes));
    }

    private static Change.DealAdded Added(string id, string account, string name) => new(id, account, name, "p1", At);

    private static Change.SnapshotTaken Taken(string dealId, string id, DateTimeOffset at, string? earned, FactSheet facts) =>
        new(new Snapshot(id, dealId, 0, "p1", at, "a", "2026.11", earned, null, null, facts));

    private static Fact Told(string id, FactValue value, Certainty certainty = Certainty.Stated) =>
        new(id, value, certainty, At, new Evidence("原话", "p1", At, "a1", EvidenceGrade.Customer));
}
