using AesthetixWorkflows.Core.Machine;
using AesthetixWorkflows.Core.Records;
using AesthetixWorkflows.Functions.Storage;
using AesthetixWorkflows.Runtime.Ports;

namespace AesthetixWorkflows.Functions.Tests.Storage;

/// <summary>Counting on from what has been counted.</summary>
public sealed class StepCountsTests
{
    [Fact]
    public async Task What_is_old_enough_is_counted_once_and_not_read_again()
    {
        var clock = new Clock();
        var store = await Tables.Empty(clock);
        await store.Keep(new Change.Enroll(Things.Enrollment("enr_1"), false));
        for (var i = 1; i <= 5; i++)
        {
            await store.Keep(new Change.Log("enr_1", [Things.Line("s1")]));
            // Asked at every age: never counted, just counted, counted long ago.
            Assert.Equal(i, await Done(store));
            Assert.Equal(i, await Done(store));
            clock.Now += TimeSpan.FromMinutes(40);
        }
        clock.Now += TimeSpan.FromDays(1);
        Assert.Equal(5, await Done(store));
        var read = store.Traffic.RoundTrips;
        Assert.Equal(5, await Done(store));
        Assert.Equal(4, store.Traffic.RoundTrips - read);
    }

    [Fact]
    public async Task Two_who_count_at_once_do_not_count_twice()
    {
        var clock = new Clock();
        var store = await Tables.Empty(clock);
        await store.Keep(new Change.Enroll(Things.Enrollment("enr_1"), false));
        for (var i = 0; i < 20; i++) await store.Keep(new Change.Log("enr_1", [Things.Line("s1")]));
        clock.Now += TimeSpan.FromHours(2);
        Assert.All(await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Done(store))), count => Assert.Equal(20, count));
        await store.Keep(new Change.Log("enr_1", [Things.Line("s1")]));
        Assert.Equal(21, await Done(store));
    }

    static async Task<long> Done(TablesStore store) => (await store.StepsOf(Things.Here, "wf_1")).Single(c => c.What is Happened.Done).Count;
}
