using AesthetixWorkflows.Core.Enrollments;
using AesthetixWorkflows.Core.Records;
using AesthetixWorkflows.Runtime.Ports;

namespace AesthetixWorkflows.Specs.Storage;

/// <summary>For a store that a runner works from.</summary>
public abstract class BacklogSpec : StoreSpec
{
    IBacklog Backlog => (IBacklog)Store;

    [Fact]
    public async Task What_is_due_comes_soonest_first_over_all_practices()
    {
        await Keep(Set(new Change.Enroll(Sample.Asleep("enr_1", Sample.Noon.AddMinutes(2)), false)));
        await Keep(Set(new Change.Enroll(Sample.Asleep("enr_2", Sample.Noon.AddMinutes(1)), false)));
        await Keep(Set(new Change.Enroll(Sample.Asleep("enr_3", Sample.Noon.AddMinutes(3)), false)));
        await Keep(new ChangeSet(There).Add(new Change.Enroll(Sample.Enrollment("enr_4", practice: There), false)));
        Assert.Equal(["enr_4", "enr_2", "enr_1"], await Due(Sample.Noon.AddMinutes(2)));
        Assert.Equal(["enr_4"], await Due(Sample.Noon.AddMinutes(2), 1));
        var row = (await Backlog.Due(Sample.Noon.AddMinutes(2), 10))[1];
        Assert.Equal(new DueRow(Here, "enr_2", Sample.Noon.AddMinutes(1)), row);
    }

    [Fact]
    public async Task Who_rests_is_not_due()
    {
        var paused = Sample.Asleep("enr_1", Sample.Noon) with { Status = EnrollmentStatus.Paused };
        var forever = Sample.Asleep("enr_2", Sample.Noon) with { Pending = new Pending.Timer("enr_2/s1/1", "reply", Sample.Noon, null) };
        await Keep(Set(new Change.Enroll(paused, false)));
        await Keep(Set(new Change.Enroll(forever, false)));
        await Keep(Set(new Change.Enroll(Sample.Over(Sample.Enrollment("enr_3")), false)));
        Assert.Empty(await Due(Sample.Noon.AddYears(1)));
        await Keep(Set(new Change.Save(paused with { Status = EnrollmentStatus.Waiting }, 1)));
        Assert.Equal(["enr_1"], await Due(Sample.Noon));
        await Keep(Set(new Change.Save(Sample.Over(paused), 2)));
        Assert.Empty(await Due(Sample.Noon.AddYears(1)));
    }

    [Fact]
    public async Task Who_has_inputs_is_listed_once_longest_waiting_first()
    {
        await Keep(Set(new Change.Send("enr_2", "a", Sample.Reply("a")), new Change.Send("enr_1", "b", Sample.Reply("b")), new Change.Send("enr_2", "c", Sample.Reply("c"))));
        Assert.Equal([new EnrollmentRef(Here, "enr_2"), new EnrollmentRef(Here, "enr_1")], await Backlog.WithInbox(10));
        await Keep(Set(new Change.Taken("enr_2", "a"), new Change.Taken("enr_2", "c")));
        Assert.Equal([new EnrollmentRef(Here, "enr_1")], await Backlog.WithInbox(10));
    }

    [Fact]
    public async Task Events_are_unrouted_in_order_of_acceptance_until_they_are_routed()
    {
        await Keep(Set(new Change.Accept(Sample.Event("evt_2"))));
        await Keep(Set(new Change.Accept(Sample.Event("evt_1"))));
        await Keep(Set(new Change.Accept(Sample.Event("evt_3", "evt_2"))));
        Assert.Equal(["evt_2", "evt_1"], (await Backlog.Unrouted(10)).Select(e => e.Id));
        await Keep(Set(new Change.Routed(Sample.Event("evt_2"), null, "ignored")));
        Assert.Equal(["evt_1"], (await Backlog.Unrouted(10)).Select(e => e.Id));
    }

    async Task<IEnumerable<string>> Due(DateTimeOffset until, int limit = 10) => (await Backlog.Due(until, limit)).Select(d => d.Id);
}
