using AesthetixWorkflows.Catalogue.Acting;
using AesthetixWorkflows.Core.Enrollments;
using AesthetixWorkflows.Core.Records;
using AesthetixWorkflows.Functions.Storage;
using AesthetixWorkflows.Runtime.Access;
using AesthetixWorkflows.Runtime.Ports;

namespace AesthetixWorkflows.Functions.Tests.Storage;

/// <summary>Sets that are more than one transaction.</summary>
public sealed class BigSetsTests
{
    [Fact]
    public async Task Hundreds_of_inputs_arrive_in_their_order()
    {
        var store = await Tables.Empty(time: null);
        var set = Things.Set();
        foreach (var i in Enumerable.Range(0, 250)) set.Add(new Change.Send($"enr_{i % 5}", $"inp_{999 - i}", Things.Reply($"{i}")));
        await store.Keep(set);
        Assert.Equal(3, store.Traffic.Transactions);
        foreach (var n in Enumerable.Range(0, 5))
            Assert.Equal(Enumerable.Range(0, 50).Select(i => $"inp_{999 - (i * 5 + n)}"), (await store.Inbox(Things.Here, $"enr_{n}")).Select(i => i.InputId));
    }

    [Fact]
    public async Task More_inputs_than_one_transaction_can_take_come_in_several_looks()
    {
        var store = await Tables.Empty(time: null);
        var e = Things.Enrollment("enr_1");
        await store.Keep(new Change.Enroll(e, true));
        var all = Things.Set();
        foreach (var i in Enumerable.Range(0, 130)) all.Add(new Change.Send("enr_1", $"inp_{i}", Things.Reply($"{i}")));
        await store.Keep(all);
        var seen = new List<string>();
        for (var revision = 1; await store.Inbox(Things.Here, "enr_1") is { Count: > 0 } inbox; revision++)
        {
            seen.AddRange(inbox.Select(i => i.InputId));
            var set = Things.Set();
            foreach (var row in inbox) set.Add(new Change.Taken("enr_1", row.InputId));
            var before = store.Traffic.Transactions;
            await store.Keep(set.Add(new Change.Save(e, revision)).Add(new Change.Log("enr_1", [Things.Line("s1")])));
            Assert.Equal(1, store.Traffic.Transactions - before);
        }
        Assert.Equal(Enumerable.Range(0, 130).Select(i => $"inp_{i}"), seen);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task An_event_that_starts_forty_workflows_can_be_routed_again_after_any_crash(bool alone)
    {
        var crashes = 0;
        for (var at = 0; ; at++)
        {
            var faults = new Faults();
            var store = await Tables.Empty(set: faults.Set);
            await store.Keep(new Change.Accept(Things.Event("evt_1")));
            var transaction = 0;
            faults.Break(Fault.Before, 1000, r => Faults.IsTransaction(r) && transaction++ >= at);
            var crashed = false;
            try
            {
                await store.Keep(Routing(alone));
            }
            catch (StoreUnavailableException)
            {
                crashed = true;
                crashes++;
                faults.Break(Fault.Before, 0);
                Assert.Null((await store.FindEvent(Things.Here, "evt_1"))!.Result);
                // Another host, which knows nothing of the first attempt.
                await store.Keep(Routing(alone));
            }
            var live = await store.LiveOf(Things.Here, "con_1");
            Assert.Equal(40, live.Count);
            Assert.All(live, e => Assert.Equal(1, e.Revision));
            foreach (var e in live) Assert.Single(await store.LogOf(Things.Here, e.Enrollment.Id));
            Assert.Equal("enrolled:40", (await store.FindEvent(Things.Here, "evt_1"))!.Result);
            if (!crashed) break;
        }
        Assert.InRange(crashes, 2, 10);
    }

    [Fact]
    public async Task What_can_be_refused_is_refused_before_anything_of_the_set_is_written()
    {
        var store = await Tables.Empty(time: null);
        await store.Keep(Things.Put("con_0", "ada@example.org", 0));
        await store.Keep(new Change.Enroll(Things.Enrollment("enr_1"), true));
        foreach (Change refused in new Change[]
        {
            Things.Put("con_0", null, 7), Things.Put("con_1", "ada@example.org"), new Change.Delete("contact", "con_0", 7),
            new Change.Save(Things.Enrollment("enr_1"), 7), new Change.Enroll(Things.Enrollment("enr_1"), false), new Change.Log("enr_none", [Things.Line("s1")]),
        })
        {
            var set = Things.Set();
            foreach (var i in Enumerable.Range(0, 120)) set.Add(new Change.Send("enr_9", $"inp_{i}", Things.Reply($"{i}")));
            Assert.False((await store.Commit(set.Add(refused))).Ok);
            Assert.Empty(await store.Inbox(Things.Here, "enr_9"));
        }
    }

    [Fact]
    public async Task A_row_that_a_set_touches_often_is_written_once()
    {
        var store = await Tables.Empty(time: null);
        var e = Things.Enrollment("enr_1");
        await store.Keep(Things.Set(
            new Change.Enroll(e, true), new Change.Log("enr_1", [Things.Line("s1")]), new Change.Save(e with { StepId = "s2" }, 1), new Change.Log("enr_1", [Things.Line("s2")]),
            new Change.Claim("f", Things.Noon, "msg_1"), new Change.Settle("f", Things.Noon, new AesthetixWorkflows.Core.Machine.Outcome.Failed("x", false)),
            new Change.Accept(Things.Event("evt_1")), new Change.Routed(Things.Event("evt_1"), "con_1", "ignored"),
            Things.Put("con_1", "ada@example.org", 0), Things.Put("con_1", null, 1), Things.Put("con_2", "ada@example.org", 0),
            new Change.Send("enr_1", "inp_1", Things.Reply("1")), new Change.Send("enr_1", "inp_1", Things.Reply("1"))));
        Assert.Equal(1, store.Traffic.Transactions);
        Assert.Equal((2, "s2"), (await store.FindEnrollment(Things.Here, "enr_1") is { } found ? (found.Revision, found.Enrollment.StepId) : default));
        Assert.Equal(["s1", "s2"], (await store.LogOf(Things.Here, "enr_1")).Select(l => l.Entry.StepId));
        Assert.Equal("msg_1", (await store.FindLedger(Things.Here, "f"))!.Ref);
        Assert.Equal("ignored", (await store.FindEvent(Things.Here, "evt_1"))!.Result);
        Assert.Equal("con_2", (await store.FindBy(Kinds.Contact, Things.Here, "email", "ada@example.org"))!.Id);
        Assert.Single(await store.Inbox(Things.Here, "enr_1"));
        Assert.Empty((await store.Find(Things.Here, DateTimeOffset.MaxValue, 10)).Events);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task A_key_and_its_audit_are_in_two_partitions_and_the_key_comes_first(int broken)
    {
        var faults = new Faults();
        var store = await Tables.Empty(set: faults.Set);
        var transaction = 0;
        faults.Break(Fault.Before, 1000, r => Faults.IsTransaction(r) && ++transaction >= broken);
        await Assert.ThrowsAsync<StoreUnavailableException>(() => store.Commit(WithAudit()));
        faults.Break(Fault.Before, 0);
        Assert.Equal(broken == 2, await store.FindShared(Kinds.Key, Things.Here, "key_1", default) is not null);
        Assert.Empty((await store.List(Kinds.Audit, Things.Here, new Listing())).Items);
        Assert.Equal(broken == 1, (await store.Commit(WithAudit())).Ok);
        Assert.Equal("front desk", Assert.Single((await store.ListShared(Kinds.Key, Things.Here, 10, null, default)).Items).Body.Name);

        static ChangeSet WithAudit() => Things.Set().Put(Kinds.Audit, "aud_1", new AuditEntry(Things.Noon, "usr_1", "key.created", "key_1", null))
            .PutShared(Kinds.Key, "key_1", new ApiKey("front desk", new string('a', 64), ["read"], Things.Noon), 0);
    }

    static ChangeSet Routing(bool alone)
    {
        var set = Things.Set(Things.Put("con_1", "ada@example.org"));
        foreach (var i in Enumerable.Range(0, 40))
        {
            var e = Things.Enrollment($"enr_{i}", workflow: $"wf_{i}", eventId: "evt_1");
            set.Add(new Change.Enroll(e, alone)).Add(new Change.Log(e.Id, [Things.Line("s1")]));
        }
        return set.Add(new Change.Routed(Things.Event("evt_1"), "con_1", "enrolled:40"));
    }
}
