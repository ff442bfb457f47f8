using AesthetixWorkflows.Core.Enrollments;
using AesthetixWorkflows.Core.Machine;
using AesthetixWorkflows.Core.Records;
using AesthetixWorkflows.Local.Tests.Running;
using AesthetixWorkflows.Local.Tests.Simulating;
using AesthetixWorkflows.Runtime.Jobs;
using AesthetixWorkflows.Runtime.Operating;
using AesthetixWorkflows.Specs.Running;
using static AesthetixWorkflows.Specs.Running.Pieces;

namespace AesthetixWorkflows.Local.Tests.Jobs;

/// <summary>Many at a time: nobody twice, nobody left out, and it stops when it is told to.</summary>
public sealed class JobTests : IAsyncLifetime
{
    Clinic Clinic { get; } = new(new LocalCarriers(new StoppedClock()));

    public Task InitializeAsync() => Clinic.Open();

    public async Task DisposeAsync() => await Clinic.DisposeAsync();

    [Fact]
    public async Task Everybody_named_is_enrolled_once_and_each_has_a_result()
    {
        var workflow = await Clinic.Publish(new Flow("form.submitted", Tag("tag", "in"), Delay("day", "P1D")));
        var people = await People(25);
        var job = await HandIn(new() { Type = "enroll", By = "Nora", WorkflowId = workflow, Pace = new() }, [.. people, "con_nobody"]);
        var done = await Over(job);
        Assert.Equal((JobStatus.Done, 26, 26, 25), (done.Status, done.Total, done.Processed, done.Succeeded));
        var results = await Results(job);
        Assert.Equal([.. people, "con_nobody"], results.Select(r => r.Target));
        Assert.Equal("contact.unknown", results[^1].Code);
        Assert.Equal((await Clinic.Enrollments()).Select(e => e.Id).Order(), results.Take(25).Select(r => r.EnrollmentId!).Order());

        // Again: they are all inside.
        var again = await Over(await HandIn(new() { Type = "enroll", By = "Nora", WorkflowId = workflow, Pace = new() }, people));
        Assert.Equal((25, 0), (again.Processed, again.Succeeded));
        Assert.Equal(25, (await Clinic.Enrollments()).Count);
    }

    [Fact]
    public async Task Those_with_a_tag_go_in_batches_and_within_hours()
    {
        var workflow = await Clinic.Publish(new Flow("form.submitted", Delay("day", "P9D")));
        for (var i = 0; i < 30; i++) await Clinic.Person(but: c => i % 3 == 0 ? c with { Tags = ["VIP"] } : c);
        // Monday, nine in the morning at the practice.
        var hours = System.Text.Json.JsonElement.Parse("""{"days":["mon","tue"],"from":"09:00","to":"11:00"}""");
        var job = await HandIn(new() { Type = "enroll", By = "Nora", WorkflowId = workflow, Tag = "vip", Pace = new(4, "PT1H", hours) }, null);
        await Until(job, j => j.Processed == 4 && j.NextAt is not null);
        Assert.Equal(4, (await Clinic.Enrollments()).Count);
        await Clinic.Pass("PT1H");
        await Until(job, j => j.Processed == 8);
        await Clinic.Pass("PT1H");
        // Eleven: closed until tomorrow.
        Assert.Equal(8, (await Find(job)).Processed);
        await Clinic.Pass("PT23H");
        var done = await Over(job);
        Assert.Equal((10, 10, 10), (done.Processed, done.Succeeded, (await Clinic.Enrollments()).Count));
    }

    [Fact]
    public async Task Those_of_several_statuses_are_taken_and_nobody_else()
    {
        var workflow = await Clinic.Publish(new Flow("form.submitted", Delay("day", "P9D")));
        await Over(await HandIn(new() { Type = "enroll", By = "Nora", WorkflowId = workflow, Pace = new() }, await People(6)));
        await Clinic.Quiet();
        var all = await Clinic.Enrollments();
        foreach (var (at, what) in new[] { Operation.Pause, Operation.Pause, Operation.Stop }.Index())
            await Clinic.Get<Operator>().Send(new(Clinic.Id, "Nora", Clinic.Now), all[at].Id, what, null, "by hand");
        await Clinic.Quiet();
        // One is over already; of the others two are paused and three wait.
        var paused = await Over(await HandIn(new() { Type = "stop", By = "Nora", WorkflowId = workflow, Reason = "campaign over", Filter = new(Statuses: [EnrollmentStatus.Paused, EnrollmentStatus.Waiting]), Pace = new() }, null));
        Assert.Equal((5, 5), (paused.Processed, paused.Succeeded));
        await Clinic.Quiet();
        Assert.Equal(["by hand 1", "campaign over 5"], (await Clinic.Enrollments()).CountBy(e => e.Reason!).Select(c => $"{c.Key} {c.Value}").Order());
    }

    [Fact]
    public async Task A_job_begins_when_it_is_told_rests_when_paused_and_ends_when_cancelled()
    {
        var workflow = await Clinic.Publish(new Flow("form.submitted", Delay("day", "P9D")));
        var job = await HandIn(new() { Type = "enroll", By = "Nora", WorkflowId = workflow, NextAt = Clinic.Now.AddHours(1), Pace = new(2, "PT1H") }, await People(8));
        Assert.Equal(0, (await Find(job)).Processed);
        await Clinic.Pass("PT1H");
        await Until(job, j => j.Processed == 2);
        await Clinic.Get<JobDesk>().Pause(Clinic.Staff, job);
        await Clinic.Pass("PT3H");
        Assert.Null(await Clinic.Get<JobRunner>().Turn(Clinic.Id, job));
        Assert.Equal(2, (await Find(job)).Processed);
        await Clinic.Get<JobDesk>().Resume(Clinic.Staff, job);
        await Until(job, j => j.Processed == 4);
        await Clinic.Get<JobDesk>().Cancel(Clinic.Staff, job);
        await Clinic.Pass("P1D");
        Assert.Equal((JobStatus.Cancelled, 4), ((await Find(job)).Status, (await Find(job)).Processed));
        Assert.True((await Clinic.Get<JobDesk>().Resume(Clinic.Staff, job)).Over);
        Assert.Equal(4, (await Clinic.Enrollments()).Count);
    }

    [Fact]
    public async Task After_an_outage_all_that_failed_are_retried_with_one_call()
    {
        var workflow = await Clinic.Publish(new Flow("form.submitted", Text("text").OrElse("stop", 1)));
        Clinic.Post.Instead = _ => new Core.Machine.Outcome.Failed("provider.away", false);
        foreach (var contact in await People(12)) await Clinic.Happens("form.submitted", contact, new { form = new { id = "a" } });
        await Clinic.Quiet();
        Assert.All(await Clinic.Enrollments(), e => Assert.Equal(EnrollmentStatus.Failed, e.Status));
        Clinic.Post.Instead = _ => null;

        var job = await HandIn(new() { Type = "retry", By = "Nora", WorkflowId = workflow, Filter = new(EnrollmentStatus.Failed, Reason: "provider.away"), Pace = new() }, null);
        Assert.Equal((12, 12), ((await Over(job)).Processed, (await Find(job)).Succeeded));
        await Clinic.Quiet();
        Assert.All(await Clinic.Enrollments(), e => Assert.Equal(EnrollmentStatus.Completed, e.Status));
    }

    [Fact]
    public async Task Who_is_over_cannot_be_stopped_and_who_is_moved_goes_on_there()
    {
        var workflow = await Clinic.Publish(new Flow("form.submitted", Delay("day", "P1D"), Tag("tag", "x")));
        foreach (var contact in await People(3)) await Clinic.Happens("form.submitted", contact, new { form = new { id = "a" } });
        await Clinic.Quiet();
        var ids = (await Clinic.Enrollments()).Select(e => e.Id).ToList();
        await Over(await HandIn(new() { Type = "move", By = "Nora", WorkflowId = workflow, StepId = "tag", Pace = new() }, [ids[0]]));
        await Clinic.Quiet();
        Assert.Equal(EnrollmentStatus.Completed, (await Clinic.Store.FindEnrollment(Clinic.Id, ids[0]))!.Enrollment.Status);
        var stop = await HandIn(new() { Type = "stop", By = "Nora", WorkflowId = workflow, Pace = new() }, [.. ids, "enr_none"]);
        Assert.Equal(2, (await Over(stop)).Succeeded);
        Assert.Equal(["enrollment.over", null, null, "notFound"], (await Results(stop)).Select(r => r.Code));
        await Clinic.Quiet();
        Assert.Equal(2, (await Clinic.Enrollments()).Count(e => e.Status is EnrollmentStatus.Exited));
    }

    [Fact]
    public async Task Hosts_that_work_on_one_job_side_by_side_do_nothing_twice()
    {
        var workflow = await Clinic.Publish(new Flow("form.submitted", Delay("day", "P9D")) { Settings = new() { ["reentry"] = "always" } });
        var people = await People(60);
        var job = await HandIn(new() { Type = "enroll", By = "Nora", WorkflowId = workflow, Pace = new() }, people);
        // Beside the host's own loop.
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => new Bench(Clinic.Store).Jobs.CarryOn(Clinic.Id)));
        await Over(job);
        Assert.Equal(60, (await Clinic.Enrollments()).Count);
        Assert.Equal(people, (await Results(job)).Select(r => r.Target));
    }

    async Task<List<string>> People(int count)
    {
        var people = new List<string>();
        for (var i = 0; i < count; i++) people.Add(await Clinic.Person());
        return people;
    }

    async Task<string> HandIn(Job job, IReadOnlyList<string>? targets) => (await Clinic.Get<JobDesk>().HandIn(Clinic.Staff, job, targets)).Id;

    async Task<Job> Find(string job) => (await Clinic.Store.Find(Kinds.Job, Clinic.Id, job))!.Body;

    Task<Job> Over(string job) => Until(job, j => !j.IsOpen);

    async Task<Job> Until(string job, Func<Job, bool> fits) => await Journeys.Visitor.Until(() => Find(job), fits);

    async Task<IReadOnlyList<JobResult>> Results(string job) =>
        [.. (await Clinic.Store.List(Kinds.JobResult, Clinic.Id, new(200, null, "job", job, Descending: false))).Items.Select(r => r.Body)];
}
