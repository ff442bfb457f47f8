using AesthetixWorkflows.Catalogue.Acting;
using AesthetixWorkflows.Core.Records;
using AesthetixWorkflows.Functions.Storage;
using AesthetixWorkflows.Runtime.Ports;

namespace AesthetixWorkflows.Functions.Tests.Storage;

/// <summary>Every kind of change, with the connection broken before the service heard of it and after it had done it.</summary>
public sealed class LostAnswersTests
{
    /// <param name="Before">What is there before.</param>
    /// <param name="Change">What is committed while the connection breaks.</param>
    /// <param name="IsKept">Whether the change is in the store, once.</param>
    public sealed record Case(string Name, Change[] Before, Change[] Change, Func<TablesStore, Task<bool>> IsKept)
    {
        public override string ToString() => Name;
    }

    static readonly AesthetixWorkflows.Core.Enrollments.Enrollment Ada = Things.Enrollment("enr_1");

    static readonly Case[] Cases =
    [
        new("a new record", [], [Things.Put("con_1", "ada@example.org", 0)], async s => await Contact(s) is { Revision: 1 } && await ByEmail(s, "ada@example.org")),
        new("a record replaced unseen", [], [Things.Put("con_1", "ada@example.org")], async s => await Contact(s) is { Revision: 1 }),
        new("a record replaced", [Things.Put("con_1", "ada@example.org")], [Things.Put("con_1", "new@example.org", 1)],
            async s => await Contact(s) is { Revision: 2 } && await ByEmail(s, "new@example.org") && !await ByEmail(s, "ada@example.org")),
        new("a record deleted", [Things.Put("con_1", "ada@example.org")], [new Change.Delete("contact", "con_1", 1)],
            async s => await Contact(s) is null && !await ByEmail(s, "ada@example.org")),
        new("an event accepted", [], [new Change.Accept(Things.Event("evt_1"))], async s => await s.FindEvent(Things.Here, "evt_1") is not null && await Left(s) is { Events: ["evt_1"] }),
        new("an event routed", [new Change.Accept(Things.Event("evt_1"))], [new Change.Routed(Things.Event("evt_1"), "con_1", "ignored")],
            async s => await s.FindEvent(Things.Here, "evt_1") is { Result: "ignored" } && await Left(s) is { Events: [] }),
        new("an event routed that was never accepted", [], [new Change.Routed(Things.Event("evt_1"), null, "ignored")],
            async s => await s.FindEvent(Things.Here, "evt_1") is { Result: "ignored" }),
        new("an enrollment", [], [new Change.Enroll(Ada, true), new Change.Log("enr_1", [Things.Line("s1")])],
            async s => await s.FindEnrollment(Things.Here, "enr_1") is { Revision: 1 } && await Lines(s) == 1),
        new("a save", [new Change.Enroll(Ada, true)], [new Change.Save(Ada with { StepId = "s2" }, 1), new Change.Log("enr_1", [Things.Line("s2")])],
            async s => await s.FindEnrollment(Things.Here, "enr_1") is { Revision: 2, Enrollment.StepId: "s2" } && await Lines(s) == 1),
        new("the last save", [new Change.Enroll(Ada, true)], [new Change.Save(Things.Over(Ada), 1)],
            async s => await s.FindEnrollment(Things.Here, "enr_1") is { Revision: 2, Enrollment.IsLive: false } && (await s.LiveOf(Things.Here, "con_1")).Count == 0
                && (await s.ListEnrollments(Things.Here, new("wf_1"))).Items.Count == 1),
        new("lines alone", [new Change.Enroll(Ada, true)], [new Change.Log("enr_1", [Things.Line("s1")])], async s => await Lines(s) == 1),
        new("an input", [], [new Change.Send("enr_1", "evt_1", Things.Reply("evt_1"))], async s => (await s.Inbox(Things.Here, "enr_1")).Count == 1),
        new("an input taken", [new Change.Send("enr_1", "evt_1", Things.Reply("evt_1"))], [new Change.Taken("enr_1", "evt_1")],
            async s => (await s.Inbox(Things.Here, "enr_1")).Count == 0),
        new("a claim", [], [new Change.Claim("enr_1/s1/1", Things.Noon, "msg_1")], async s => await s.FindLedger(Things.Here, "enr_1/s1/1") is { Ref: "msg_1", Outcome: null }),
        new("a claim settled", [new Change.Claim("enr_1/s1/1", Things.Noon, "msg_1")],
            [new Change.Settle("enr_1/s1/1", Things.Noon, new AesthetixWorkflows.Core.Machine.Outcome.Failed("provider.busy", true))],
            async s => await s.FindLedger(Things.Here, "enr_1/s1/1") is { Ref: "msg_1", Outcome: not null }),
    ];

    public static TheoryData<string, bool> All()
    {
        var data = new TheoryData<string, bool>();
        foreach (var name in Cases.Select(c => c.Name))
        {
            data.Add(name, true);
            data.Add(name, false);
        }
        return data;
    }

    [Theory, MemberData(nameof(All))]
    public async Task What_is_sent_again_is_done_once(string name, bool wasDone)
    {
        var (store, faults, one) = await Open(name);
        faults.Break(wasDone ? Fault.After : Fault.Before, times: 2);
        await store.Keep(one.Change);
        Assert.Equal(2, faults.Broken);
        Assert.True(await one.IsKept(store));
    }

    [Theory, MemberData(nameof(All))]
    public async Task A_store_that_gives_up_says_so_and_keeps_all_or_nothing(string name, bool wasDone)
    {
        var (store, faults, one) = await Open(name);
        faults.Break(wasDone ? Fault.After : Fault.Before, times: 1000);
        await Assert.ThrowsAsync<StoreUnavailableException>(() => store.Commit(Things.Set(one.Change)));
        faults.Break(Fault.Before, times: 0);
        // The answer that it was never accepted is the one that was lost.
        var isKept = wasDone && name != "an event routed that was never accepted";
        Assert.Equal(isKept, await one.IsKept(store));
        // Whoever did not hear an answer comes again: it is done now, or known to be done.
        var again = await store.Commit(Things.Set(one.Change));
        Assert.True(again.Ok || wasDone);
        Assert.True(await one.IsKept(store) || name is "lines alone" or "a record replaced unseen");
    }

    [Fact]
    public async Task An_effect_whose_answer_was_lost_keeps_its_place_in_the_drip()
    {
        var (store, faults) = await Open();
        faults.Break(Fault.After, times: 2);
        var first = await Take(store, "e1");
        Assert.Equal(2, faults.Broken);
        Assert.Equal((Things.Noon, Things.Noon), (first, await Take(store, "e1")));
        Assert.Equal(Things.Noon.AddMinutes(10), await Take(store, "e2"));
    }

    [Fact]
    public async Task A_key_whose_answer_was_lost_is_still_the_askers()
    {
        var (store, faults) = await Open();
        faults.Break(Fault.After, times: 2);
        Assert.Null(await store.BeginIdempotent(Things.Here, "k", "hash", Things.Noon));
        Assert.Equal(2, faults.Broken);
        Assert.NotNull(await store.BeginIdempotent(Things.Here, "k", "hash", Things.Noon));
    }

    [Fact]
    public async Task A_lost_answer_is_told_from_somebody_elses_work()
    {
        var (store, faults) = await Open();
        await store.Keep(new Change.Enroll(Ada, true));
        faults.Break(Fault.Before);
        await store.Keep(new Change.Save(Ada with { StepId = "s2" }, 1));
        faults.Break(Fault.After);
        await store.Refuse(new Change.Save(Ada with { StepId = "s3" }, 1));
        Assert.Equal("s2", (await store.FindEnrollment(Things.Here, "enr_1"))!.Enrollment.StepId);
    }

    [Fact]
    public async Task Reads_are_tried_again_too_and_give_up_in_the_end()
    {
        var (store, faults) = await Open();
        await store.Keep(Things.Put("con_1"));
        faults.Break(Fault.Before, times: 2, _ => true);
        Assert.NotNull(await Contact(store));
        faults.Break(Fault.Before, times: 1000, _ => true);
        await Assert.ThrowsAsync<StoreUnavailableException>(() => Contact(store));
        await Assert.ThrowsAsync<StoreUnavailableException>(() => store.List(Kinds.Contact, Things.Here, new Listing()));
        await Assert.ThrowsAsync<StoreUnavailableException>(() => Take(store, "e1"));
        Assert.Contains("no answer", await store.WhyNotReady(), StringComparison.Ordinal);
        faults.Break(Fault.Before, times: 0);
        Assert.Null(await store.WhyNotReady());
    }

    static async Task<(TablesStore, Faults, Case)> Open(string name)
    {
        var (store, faults) = await Open();
        var one = Cases.Single(c => c.Name == name);
        if (one.Before.Length > 0) await store.Keep(one.Before);
        return (store, faults, one);
    }

    static async Task<(TablesStore, Faults)> Open()
    {
        var faults = new Faults();
        return (await Tables.Empty(set: faults.Set), faults);
    }

    static Task<Stored<Contact>?> Contact(TablesStore store) => store.Find(Kinds.Contact, Things.Here, "con_1");
    static async Task<bool> ByEmail(TablesStore store, string email) => await store.FindBy(Kinds.Contact, Things.Here, "email", email) is not null;
    static async Task<int> Lines(TablesStore store) => (await store.LogOf(Things.Here, "enr_1")).Count;
    static Task<Leftovers> Left(TablesStore store) => store.Find(Things.Here, DateTimeOffset.MaxValue, 10);
    static Task<DateTimeOffset> Take(TablesStore store, string effect) =>
        store.TakeDripPlace(Things.Here, "wf_1", "s1", effect, 1, TimeSpan.FromMinutes(10), Things.Noon);
}
