using AesthetixWorkflows.Core.Records;
using AesthetixWorkflows.Functions.Storage;
using AesthetixWorkflows.Runtime.Ports;

namespace AesthetixWorkflows.Functions.Tests.Storage;

public sealed class ThrottlingTests
{
    [Theory]
    [InlineData(429)]
    [InlineData(503)]
    [InlineData(500)]
    public async Task A_busy_service_is_asked_again(int status)
    {
        var (store, busy) = await Open();
        busy.Refuse(status, times: 3);
        await store.Keep(Things.Put("con_1"));
        busy.Refuse(status, times: 3);
        Assert.NotNull(await store.Find(Kinds.Contact, Things.Here, "con_1"));
        Assert.Equal(3, busy.Broken);
    }

    [Theory]
    [InlineData(429)]
    [InlineData(503)]
    [InlineData(403)]
    public async Task One_that_stays_busy_or_closed_leaves_nothing_half_written(int status)
    {
        var (store, busy) = await Open();
        busy.Refuse(status, times: 1000);
        var e = await Assert.ThrowsAsync<StoreUnavailableException>(() => store.Commit(Things.Set(Things.Put("con_1"), new Change.Accept(Things.Event("evt_1")))));
        Assert.Contains($"{status}", e.Message, StringComparison.Ordinal);
        Assert.Contains($"{status}", await store.WhyNotReady(), StringComparison.Ordinal);
        busy.Refuse(status, times: 0);
        Assert.Null(await store.Find(Kinds.Contact, Things.Here, "con_1"));
        Assert.Null(await store.FindEvent(Things.Here, "evt_1"));
    }

    [Fact]
    public async Task A_table_that_is_not_there_is_an_outage_and_no_conflict()
    {
        var store = await Tables.Over(Azurite.NewTable());
        await Assert.ThrowsAsync<StoreUnavailableException>(() => store.Commit(Things.Set(Things.Put("con_1"))));
        Assert.Contains("TableNotFound", await store.WhyNotReady(), StringComparison.Ordinal);
        await store.Ensure();
        await store.Ensure();
        Assert.Null(await store.WhyNotReady());
    }

    static async Task<(TablesStore, Faults)> Open()
    {
        var busy = new Faults();
        return (await Tables.Empty(set: busy.Set), busy);
    }
}
