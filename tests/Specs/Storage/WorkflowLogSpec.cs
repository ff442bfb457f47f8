using AesthetixWorkflows.Core.Enrollments;
using AesthetixWorkflows.Core.Machine;
using AesthetixWorkflows.Core.Records;
using AesthetixWorkflows.Runtime.Ports;

namespace AesthetixWorkflows.Specs.Storage;

/// <summary>The log of a whole workflow, and what it comes to for each step.</summary>
public abstract class WorkflowLogSpec : StoreSpec
{
    static LogEntry Line(int minute, Happened what, string? step, string? code = null) => new(Sample.Noon.AddMinutes(minute), what, step, 1, code);

    async Task Seed()
    {
        await Keep(Set(new Change.Enroll(Sample.Enrollment("enr_1", "con_1"), false), new Change.Log("enr_1", [Line(0, Happened.Enrolled, null), Line(1, Happened.Done, "s1", "msg_1")])));
        await Keep(Set(new Change.Enroll(Sample.Enrollment("enr_2", "con_2"), false), new Change.Log("enr_2", [Line(2, Happened.Failed, "s1", "sms.refused")])));
        await Keep(Set(new Change.Enroll(Sample.Enrollment("enr_3", "con_1", "wf_2"), false), new Change.Log("enr_3", [Line(3, Happened.Done, "s1")])));
        await Keep(Set(new Change.Save(Sample.Enrollment("enr_1", "con_1") with { StepId = "s2" }, 1), new Change.Log("enr_1", [Line(4, Happened.Unknown, "s2", "provider.timeout:msg_2"), Line(5, Happened.Skipped, "s3", "disabled")])));
    }

    [Fact]
    public async Task Lines_come_newest_first_with_whose_they_are()
    {
        await Seed();
        var lines = (await Store.ListLog(Here, new("wf_1"))).Items;
        Assert.Equal(["enr_1:4", "enr_1:3", "enr_2:1", "enr_1:2", "enr_1:1"], lines.Select(l => $"{l.EnrollmentId}:{l.Seq}"));
        Assert.Equal(new WorkflowLine("enr_2", "con_2", 1, Line(2, Happened.Failed, "s1", "sms.refused")), lines[2]);
        Assert.Empty((await Store.ListLog(There, new("wf_1"))).Items);
        Assert.Empty((await Store.ListLog(Here, new("wf_9"))).Items);
    }

    [Fact]
    public async Task They_are_kept_by_contact_step_kind_and_time()
    {
        await Seed();
        Assert.Equal([2], await Minutes(new("wf_1", ContactId: "con_2")));
        Assert.Equal([5, 4, 1, 0], await Minutes(new("wf_1", ContactId: "con_1")));
        Assert.Equal([2, 1], await Minutes(new("wf_1", Steps: ["s1"])));
        Assert.Equal([5, 4], await Minutes(new("wf_1", Steps: ["s2", "s3"])));
        Assert.Equal([4, 2], await Minutes(new("wf_1", What: [Happened.Failed, Happened.Unknown])));
        Assert.Equal([5], await Minutes(new("wf_1", What: [Happened.Skipped])));
        Assert.Equal([4, 2, 1], await Minutes(new("wf_1", From: Sample.Noon.AddMinutes(1), To: Sample.Noon.AddMinutes(5))));
        Assert.Equal([4], await Minutes(new("wf_1", "con_1", ["s2"], [Happened.Unknown], Sample.Noon, Sample.Noon.AddDays(1))));
        Assert.Empty(await Minutes(new("wf_1", Steps: ["s9"])));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task Pages_neither_repeat_nor_leave_out_a_line(int limit)
    {
        await Seed();
        foreach (var query in new LogQuery[] { new("wf_1"), new("wf_1", ContactId: "con_1") })
        {
            var (seen, cursor) = (new List<string>(), (string?)null);
            do
            {
                var page = await Store.ListLog(Here, query with { Limit = limit, Cursor = cursor });
                Assert.InRange(page.Items.Count, 0, limit);
                seen.AddRange(page.Items.Select(l => $"{l.EnrollmentId}:{l.Seq}"));
                cursor = page.Next;
            } while (cursor is not null);
            Assert.Equal((await Store.ListLog(Here, query)).Items.Select(l => $"{l.EnrollmentId}:{l.Seq}"), seen);
        }
    }

    [Fact]
    public async Task Steps_are_counted_by_what_happened_and_why_and_who_stands_there()
    {
        await Seed();
        Assert.Equal(
            ["s1 Done  1", "s1 Failed sms.refused 1", "s1   1", "s2 Unknown provider.timeout 1", "s2   1", "s3 Skipped disabled 1"],
            await Counts("wf_1"));
        Assert.Equal(["s1 Done  1", "s1   1"], await Counts("wf_2"));
        Assert.Empty(await Store.StepsOf(There, "wf_1"));
    }

    [Fact]
    public async Task Who_left_a_step_before_its_end_is_counted_there_and_who_met_a_goal_from_afar_at_the_goal()
    {
        var e = Sample.Enrollment("enr_1", "con_1");
        LogEntry[] lines = [Line(1, Happened.Jumped, "s1") with { Code = "goal:g", Left = true }, Line(2, Happened.Jumped, "s2") with { Code = "s3" }, Line(3, Happened.Finished, "s4") with { Code = "stopped.operator", Left = true }];
        await Keep(Set(new Change.Enroll(e, false), new Change.Log(e.Id, lines)));
        Assert.Equal(["g Jumped  1", "s1 Jumped left 1", "s1   1", "s2 Jumped  1", "s4 Finished left 1"], await Counts("wf_1"));
        Assert.Equal(lines, (await Store.LogOf(Here, e.Id)).Select(line => line.Entry));
        Assert.Equal(lines.Reverse(), (await Store.ListLog(Here, new("wf_1"))).Items.Select(line => line.Entry));
    }

    [Fact]
    public async Task Who_is_over_stands_nowhere_and_what_was_refused_is_not_counted()
    {
        await Seed();
        await Keep(Set(new Change.Save(Sample.Over(Sample.Enrollment("enr_2", "con_2")), 1), new Change.Log("enr_2", [Line(9, Happened.Finished, null)])));
        await Refuse(Set(new Change.Save(Sample.Enrollment("enr_1", "con_1"), 1), new Change.Log("enr_1", [Line(9, Happened.Done, "s1")])));
        Assert.Equal(["s1 Done  1", "s1 Failed sms.refused 1", "s2 Unknown provider.timeout 1", "s2   1", "s3 Skipped disabled 1"], await Counts("wf_1"));
    }

    [Fact]
    public async Task Counts_are_exact_however_many_write_and_read_at_once()
    {
        await Task.WhenAll(Enumerable.Range(0, 30).Select(async i =>
        {
            var e = Sample.Enrollment($"enr_{i:00}", $"con_{i}");
            await Keep(Set(new Change.Enroll(e, false), new Change.Log(e.Id, [Line(-600, Happened.Done, "s1")])));
            if (i % 3 == 0) await Store.StepsOf(Here, "wf_1");
            await Keep(Set(new Change.Save(e with { StepId = "s2" }, 1), new Change.Log(e.Id, [Line(-500, Happened.Done, "s2")])));
        }));
        Assert.Equal(["s1 Done  30", "s2 Done  30", "s2   30"], await Counts("wf_1"));
        Assert.Equal(["s1 Done  30", "s2 Done  30", "s2   30"], await Counts("wf_1"));
    }

    async Task<IEnumerable<int>> Minutes(LogQuery query) => (await Store.ListLog(Here, query)).Items.Select(l => (int)(l.Entry.At - Sample.Noon).TotalMinutes);

    async Task<IEnumerable<string>> Counts(string workflow) => (await Store.StepsOf(Here, workflow))
        .OrderBy(c => c.StepId, StringComparer.Ordinal).ThenBy(c => c.What ?? (Happened)99).ThenBy(c => c.Code, StringComparer.Ordinal).Select(c => $"{c.StepId} {c.What} {c.Code} {c.Count}");
}
