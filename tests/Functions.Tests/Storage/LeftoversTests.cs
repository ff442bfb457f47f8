using AesthetixWorkflows.Core.Records;
using AesthetixWorkflows.Functions.Storage;

namespace AesthetixWorkflows.Functions.Tests.Storage;

public sealed class LeftoversTests
{
    readonly Clock _clock = new();

    [Fact]
    public async Task What_was_committed_and_not_carried_on_is_found_when_it_is_old_enough()
    {
        var store = await Tables.Empty(_clock);
        await store.Keep(
            new Change.Accept(Things.Event("evt_1")), new Change.Enroll(Things.Enrollment("enr_1"), true), new Change.Send("enr_0", "inp_1", Things.Reply("1")));
        _clock.Now += TimeSpan.FromMinutes(1);
        await store.Keep(
            new Change.Accept(Things.Event("evt_2")), new Change.Enroll(Things.Enrollment("enr_2", "con_2"), true), new Change.Send("enr_0", "inp_2", Things.Reply("2")));

        var old = await store.Find(Things.Here, _clock.Now, 10);
        Assert.Equal((["evt_1"], ["enr_1"], [new LeftInput("enr_0", "inp_1")]), (old.Events, old.Starts, old.Inputs), Same);
        var all = await store.Find(Things.Here, _clock.Now.AddTicks(1), 10);
        Assert.Equal((["evt_1", "evt_2"], ["enr_1", "enr_2"], [new("enr_0", "inp_1"), new("enr_0", "inp_2")]), (all.Events, all.Starts, all.Inputs), Same);
        Assert.Equal(["evt_1"], (await store.Find(Things.Here, _clock.Now.AddTicks(1), 1)).Events);
        Assert.Empty((await store.Find("prac_there", _clock.Now.AddTicks(1), 10)).Events);
    }

    [Fact]
    public async Task What_has_been_carried_on_is_not_left_over()
    {
        var store = await Tables.Empty(_clock);
        await store.Keep(
            new Change.Accept(Things.Event("evt_1")), new Change.Enroll(Things.Enrollment("enr_1"), true), new Change.Send("enr_1", "inp_1", Things.Reply("1")));
        await store.Keep(new Change.Routed(Things.Event("evt_1"), null, "ignored"), new Change.Taken("enr_1", "inp_1"));
        await store.Started(Things.Here, "enr_1");
        await store.Started(Things.Here, "enr_1");
        var left = await store.Find(Things.Here, DateTimeOffset.MaxValue, 10);
        Assert.Equal((0, 0, 0), (left.Events.Count, left.Starts.Count, left.Inputs.Count));
    }

    [Fact]
    public async Task What_follows_a_commit_is_awaited_and_its_failure_is_not_the_commits()
    {
        var store = await Tables.Empty(_clock);
        var heard = new List<int>();
        store.Afterwards = async (set, committed, _) =>
        {
            await Task.Yield();
            Assert.True(committed.Ok);
            heard.Add(set.Changes.Count);
            if (set.Changes.Count == 2) throw new InvalidOperationException("The task hub is away.");
        };
        await store.Keep(Things.Put("con_1", null, 0));
        await store.Refuse(Things.Put("con_1", null, 0));
        await store.Keep(Things.Put("con_2"), Things.Put("con_3"));
        Assert.Equal([1, 2], heard);
        Assert.NotNull(await store.Find(Kinds.Contact, Things.Here, "con_3"));
    }

    static bool Same(
        (IReadOnlyList<string> Events, IReadOnlyList<string> Starts, IReadOnlyList<LeftInput> Inputs) a,
        (IReadOnlyList<string> Events, IReadOnlyList<string> Starts, IReadOnlyList<LeftInput> Inputs) b) =>
        a.Events.SequenceEqual(b.Events) && a.Starts.SequenceEqual(b.Starts) && a.Inputs.SequenceEqual(b.Inputs);
}
