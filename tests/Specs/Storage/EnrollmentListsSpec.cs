using AesthetixWorkflows.Core.Enrollments;
using AesthetixWorkflows.Core.Records;
using AesthetixWorkflows.Runtime.Ports;

namespace AesthetixWorkflows.Specs.Storage;

public abstract class EnrollmentListsSpec : StoreSpec
{
    [Fact]
    public async Task By_workflow_contact_status_step_and_time_newest_first()
    {
        await Enroll(Sample.Enrollment("enr_1", "con_1", "wf_1"));
        await Enroll(Sample.Enrollment("enr_2", "con_2", "wf_1") with { StepId = "s2", EnrolledAt = Sample.Noon.AddDays(1) });
        await Enroll(Sample.Enrollment("enr_3", "con_1", "wf_2") with { Status = EnrollmentStatus.Failed });
        Assert.Equal(["enr_3", "enr_2", "enr_1"], await Ids(new()));
        Assert.Equal(["enr_2", "enr_1"], await Ids(new(WorkflowId: "wf_1")));
        Assert.Equal(["enr_3", "enr_1"], await Ids(new(ContactId: "con_1")));
        Assert.Equal(["enr_3"], await Ids(new(Status: EnrollmentStatus.Failed)));
        Assert.Equal(["enr_3"], await Ids(new(WorkflowId: "wf_2", Status: EnrollmentStatus.Failed)));
        Assert.Equal(["enr_2"], await Ids(new(WorkflowId: "wf_1", StepId: "s2")));
        Assert.Equal(["enr_2"], await Ids(new(From: Sample.Noon.AddHours(1))));
        Assert.Equal(["enr_3", "enr_1"], await Ids(new(To: Sample.Noon.AddHours(1))));
        Assert.Equal(["enr_1"], await Ids(new(WorkflowId: "wf_1", ContactId: "con_1", Status: EnrollmentStatus.Active)));
        Assert.Empty(await Ids(new(WorkflowId: "wf_none")));
        Assert.Empty((await Store.ListEnrollments(There, new())).Items);
    }

    [Fact]
    public async Task Pages_are_stable_while_rows_are_added()
    {
        foreach (var i in Enumerable.Range(2, 5)) await Enroll(Sample.Enrollment($"enr_{i}", $"con_{i}"));
        var first = await Store.ListEnrollments(Here, new(WorkflowId: "wf_1", Limit: 2));
        await Enroll(Sample.Enrollment("enr_8", "con_8"));
        var second = await Store.ListEnrollments(Here, new(WorkflowId: "wf_1", Limit: 2, Cursor: first.Next));
        var last = await Store.ListEnrollments(Here, new(WorkflowId: "wf_1", Limit: 2, Cursor: second.Next));
        Assert.Equal(["enr_6", "enr_5", "enr_4", "enr_3", "enr_2"], first.Items.Concat(second.Items).Concat(last.Items).Select(i => i.Enrollment.Id));
        Assert.Null(last.Next);
    }

    [Fact]
    public async Task Live_ones_of_a_contact()
    {
        await Enroll(Sample.Enrollment("enr_1"));
        await Enroll(Sample.Enrollment("enr_2", workflow: "wf_2") with { Status = EnrollmentStatus.Paused });
        await Enroll(Sample.Over(Sample.Enrollment("enr_3", workflow: "wf_3")));
        await Enroll(Sample.Enrollment("enr_4", "con_2"));
        Assert.Equal(["enr_1", "enr_2"], (await Store.LiveOf(Here, "con_1")).Select(e => e.Enrollment.Id).Order());
    }

    [Fact]
    public async Task Counts_follow_every_change_of_status()
    {
        await Enroll(Sample.Enrollment("enr_1"));
        await Enroll(Sample.Enrollment("enr_2", "con_2"));
        await Keep(Set(new Change.Save(Sample.Over(Sample.Enrollment("enr_1")), 1)));
        var counts = await Store.CountsOf(Here, "wf_1");
        Assert.Equal(1, counts[EnrollmentStatus.Active]);
        Assert.Equal(1, counts[EnrollmentStatus.Completed]);
        Assert.Empty(await Store.CountsOf(Here, "wf_none"));
    }

    [Fact]
    public async Task Pages_go_through_every_status_and_an_enrollment_is_in_one_place()
    {
        EnrollmentStatus[] statuses = [.. Enum.GetValues<EnrollmentStatus>()];
        foreach (var i in Enumerable.Range(10, 14))
        {
            await Enroll(Sample.Enrollment($"enr_{i}", $"con_{i}"));
            await Keep(Set(new Change.Save(Sample.Enrollment($"enr_{i}", $"con_{i}") with { Status = statuses[i % 7], StepId = i % 2 == 0 ? "s1" : null }, 1)));
        }
        var seen = new List<string>();
        string? cursor = null;
        do
        {
            var page = await Store.ListEnrollments(Here, new(WorkflowId: "wf_1", Limit: 3, Cursor: cursor));
            seen.AddRange(page.Items.Select(i => i.Enrollment.Id));
            cursor = page.Next;
        } while (cursor is not null);
        Assert.Equal(Enumerable.Range(10, 14).Reverse().Select(i => $"enr_{i}"), seen);
        foreach (var status in statuses)
        {
            string[] expected = [.. Enumerable.Range(10, 14).Reverse().Where(i => statuses[i % 7] == status).Select(i => $"enr_{i}")];
            Assert.Equal(expected, await Ids(new(WorkflowId: "wf_1", Status: status)));
            Assert.Equal(expected, await Ids(new(Status: status)));
            Assert.Equal(2, (await Store.CountsOf(Here, "wf_1"))[status]);
        }
        Assert.Equal(7, (await Ids(new(WorkflowId: "wf_1", StepId: "s1"))).Count());
    }

    [Fact]
    public async Task What_re_entry_is_decided_on()
    {
        await Enroll(Sample.Over(Sample.Enrollment("enr_1")));
        await Enroll(Sample.Over(Sample.Enrollment("enr_2")) with { EnrolledAt = Sample.Noon.AddDays(1) });
        await Enroll(Sample.Enrollment("enr_3") with { EnrolledAt = Sample.Noon.AddDays(2) });
        await Enroll(Sample.Enrollment("enr_4") with { ScopeKey = "invoice:inv_1", EnrolledAt = Sample.Noon.AddDays(3) });
        var history = await Store.HistoryOf(Here, "wf_1", "con_1", "contact", Sample.Noon.AddHours(1));
        Assert.Equal((3, "enr_3", "enr_2", 3), (history.Times, history.LiveId, history.LastFinished!.Enrollment.Id, history.RecentInWorkflow));
        Assert.Equal(new EntryHistory(0, null, null, 0), await Store.HistoryOf(There, "wf_1", "con_1", "contact", Sample.Noon));
        Assert.Equal(new EntryHistory(0, null, null, 0), await Store.HistoryOf(Here, "wf_1", "con_9", "contact", Sample.Noon));
    }

    Task Enroll(Enrollment e) => Keep(Set(new Change.Enroll(e, false)));

    async Task<IEnumerable<string>> Ids(EnrollmentQuery query) => (await Store.ListEnrollments(Here, query)).Items.Select(i => i.Enrollment.Id);
}
