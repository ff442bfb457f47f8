using System.Collections.Immutable;
using System.Text.Json;
using AesthetixWorkflows.Core.Enrollments;
using AesthetixWorkflows.Core.Machine;
using AesthetixWorkflows.Core.Records;

namespace AesthetixWorkflows.Specs.Storage;

public abstract class EnrollmentsSpec : StoreSpec
{
    [Fact]
    public async Task It_comes_back_as_it_was()
    {
        var full = Sample.Asleep("enr_1", Sample.Noon.AddTicks(12_345)) with
        {
            TriggerId = "t1", EventId = "evt_1", StartStep = "s2", StartAt = Sample.Noon, Reason = "why", FinishedAt = Sample.Noon,
            Visits = ImmutableDictionary<string, int>.Empty.Add("s1", 2), AnchorStep = "s1", LastMessageAt = Sample.Noon,
            Buffered = [new("evt_2", SignalKind.Clicked, Sample.Noon, "lnk_1", "s1")], MetGoals = ["g1"], RecentSignals = ["evt_2"], Hops = 4,
            EnrolledAt = Sample.Noon.AddTicks(1),
        };
        await Keep(Set(new Change.Enroll(full, true)));
        var found = await Store.FindEnrollment(Here, "enr_1");
        Assert.Equal(1, found!.Revision);
        Assert.Equal(JsonSerializer.Serialize(full, Shapes.Default.Enrollment), JsonSerializer.Serialize(found.Enrollment, Shapes.Default.Enrollment));
    }

    [Fact]
    public async Task One_about_nobody_comes_back_too()
    {
        var nobody = Sample.Enrollment("enr_1") with { ContactId = null };
        await Keep(Set(new Change.Enroll(nobody, true)));
        Assert.Null((await Store.FindEnrollment(Here, "enr_1"))!.Enrollment.ContactId);
        await Refuse(Set(new Change.Enroll(nobody with { Id = "enr_2" }, true)));
        Assert.Equal(1, (await Store.HistoryOf(Here, "wf_1", null, "contact", Sample.Noon)).Times);
    }

    [Fact]
    public async Task A_save_counts_and_needs_the_latest_revision()
    {
        var e = await Enrolled("enr_1");
        await Keep(Set(new Change.Save(e with { StepId = "s2" }, 1)));
        await Refuse(Set(new Change.Save(e with { StepId = "s3" }, 1)));
        await Refuse(Set(new Change.Save(e with { Id = "enr_none" }, 1)));
        var found = await Store.FindEnrollment(Here, "enr_1");
        Assert.Equal((2, "s2"), (found!.Revision, found.Enrollment.StepId));
    }

    [Fact]
    public async Task Several_saves_of_one_set_follow_each_other()
    {
        var e = await Enrolled("enr_1");
        await Keep(Set(new Change.Save(e with { StepId = "s2" }, 1), new Change.Save(e with { StepId = "s3" }, 2)));
        await Refuse(Set(new Change.Save(e with { StepId = "s4" }, 3), new Change.Save(e with { StepId = "s5" }, 3)));
        var found = await Store.FindEnrollment(Here, "enr_1");
        Assert.Equal((3, "s3"), (found!.Revision, found.Enrollment.StepId));
    }

    [Fact]
    public async Task An_enrollment_that_must_be_alone_is_refused_beside_a_live_one()
    {
        var e = await Enrolled("enr_1");
        await Refuse(Set(new Change.Enroll(e with { Id = "enr_2" }, true)));
        await Keep(Set(new Change.Enroll(e with { Id = "enr_3", ScopeKey = "appointment:apt_1" }, true)));
        await Keep(Set(new Change.Enroll(Sample.Enrollment("enr_4", "con_2"), true)));
        await Keep(Set(new Change.Enroll(Sample.Enrollment("enr_5", workflow: "wf_2"), true)));
        await Keep(Set(new Change.Enroll(e with { Id = "enr_6" }, false)));
    }

    [Fact]
    public async Task One_that_is_over_makes_room_even_in_the_same_set()
    {
        var e = await Enrolled("enr_1");
        await Keep(Set(new Change.Save(Sample.Over(e), 1), new Change.Enroll(e with { Id = "enr_2" }, true)));
        await Refuse(Set(new Change.Enroll(e with { Id = "enr_3" }, true)));
    }

    [Fact]
    public async Task One_that_never_asked_to_be_alone_keeps_out_those_who_do()
    {
        await Keep(Set(new Change.Enroll(Sample.Enrollment("enr_1"), false)));
        await Refuse(Set(new Change.Enroll(Sample.Enrollment("enr_2"), true)));
        await Refuse(Set(new Change.Enroll(Sample.Enrollment("enr_3", "con_2"), false), new Change.Enroll(Sample.Enrollment("enr_4", "con_2"), true)));
        await Keep(Set(new Change.Save(Sample.Over(Sample.Enrollment("enr_1")), 1)));
        await Keep(Set(new Change.Enroll(Sample.Enrollment("enr_2"), true)));
    }

    [Fact]
    public async Task One_that_comes_back_to_life_keeps_others_out_again()
    {
        var e = await Enrolled("enr_1");
        await Keep(Set(new Change.Save(Sample.Over(e), 1)));
        await Keep(Set(new Change.Save(e, 2)));
        await Refuse(Set(new Change.Enroll(e with { Id = "enr_2" }, true)));
    }

    [Fact]
    public async Task Room_is_made_before_it_is_taken()
    {
        var e = await Enrolled("enr_1");
        await Refuse(Set(new Change.Enroll(e with { Id = "enr_2" }, true), new Change.Save(Sample.Over(e), 1)));
        Assert.Equal(["enr_1"], (await Store.LiveOf(Here, "con_1")).Select(l => l.Enrollment.Id));
    }

    [Fact]
    public async Task What_is_enrolled_and_carried_on_in_one_set_is_at_its_last_revision()
    {
        var e = Sample.Enrollment("enr_1");
        await Keep(Set(
            new Change.Enroll(e, true), new Change.Log("enr_1", [Sample.Line("s1")]), new Change.Save(Sample.Over(e), 1), new Change.Log("enr_1", [Sample.Line("s2")])));
        Assert.Equal(2, (await Store.FindEnrollment(Here, "enr_1"))!.Revision);
        Assert.Equal([1, 2], (await Store.LogOf(Here, "enr_1")).Select(l => l.Seq));
        Assert.Empty(await Store.LiveOf(Here, "con_1"));
        await Keep(Set(new Change.Enroll(e with { Id = "enr_2" }, true)));
    }

    [Fact]
    public async Task An_id_is_taken_once()
    {
        var e = await Enrolled("enr_1");
        await Refuse(Set(new Change.Enroll(e, false)));
    }

    [Fact]
    public async Task Nothing_of_a_refused_set_is_kept()
    {
        var e = await Enrolled("enr_1");
        await Refuse(Set(
            new Change.Log("enr_1", [Sample.Line("s1")]),
            new Change.Put("note", "note_1", Kinds.Note.Write(new("con_1", "Hello", "usr_1", Sample.Noon)), [], null),
            new Change.Enroll(Sample.Enrollment("enr_2", "con_2"), true),
            new Change.Claim("enr_1/s1/1", Sample.Noon, null),
            new Change.Save(Sample.Over(e), 7)));
        Assert.Null(await Store.FindEnrollment(Here, "enr_2"));
        Assert.Null(await Store.Find(Kinds.Note, Here, "note_1"));
        Assert.Null(await Store.FindLedger(Here, "enr_1/s1/1"));
        Assert.Empty(await Store.LogOf(Here, "enr_1"));
        Assert.Equal(1, (await Store.CountsOf(Here, "wf_1")).Values.Sum());
        await Keep(Set(new Change.Enroll(Sample.Enrollment("enr_2", "con_2"), true)));
    }

    [Fact]
    public async Task The_log_keeps_its_order_and_pages_by_line()
    {
        await Enrolled("enr_1");
        await Keep(Set(new Change.Log("enr_1", [Sample.Line("s1"), Sample.Line("s2")])));
        await Keep(Set(new Change.Log("enr_1", [new LogEntry(Sample.Noon, Happened.Held, "s3", 2, "quiet", Sample.Noon.AddHours(1))])));
        var lines = await Store.LogOf(Here, "enr_1");
        Assert.Equal(["s1", "s2", "s3"], lines.Select(l => l.Entry.StepId));
        Assert.Equal(new LogEntry(Sample.Noon, Happened.Held, "s3", 2, "quiet", Sample.Noon.AddHours(1)), lines[2].Entry);
        Assert.Equal(["s2"], (await Store.LogOf(Here, "enr_1", 1, lines[0].Seq)).Select(l => l.Entry.StepId));
        await Refuse(Set(new Change.Log("enr_none", [Sample.Line("s1")])));
    }

    [Fact]
    public async Task Practices_do_not_see_each_other()
    {
        var e = await Enrolled("enr_1");
        await Keep(Set(new Change.Log("enr_1", [Sample.Line("s1")])));
        Assert.Null(await Store.FindEnrollment(There, "enr_1"));
        Assert.Empty(await Store.LogOf(There, "enr_1"));
        Assert.Empty(await Store.LiveOf(There, "con_1"));
        Assert.Empty(await Store.CountsOf(There, "wf_1"));
        var other = new ChangeSet(There).Add(new Change.Save(e with { Practice = There }, 1));
        await Refuse(other);
        await Keep(new ChangeSet(There).Add(new Change.Enroll(e with { Practice = There }, true)));
        Assert.Equal(There, (await Store.FindEnrollment(There, "enr_1"))!.Enrollment.Practice);
        await Assert.ThrowsAsync<ArgumentException>(() => Store.Commit(new ChangeSet(There).Add(new Change.Save(e, 1))));
    }

    async Task<Enrollment> Enrolled(string id)
    {
        var e = Sample.Enrollment(id);
        await Keep(Set(new Change.Enroll(e, true)));
        return e;
    }
}
