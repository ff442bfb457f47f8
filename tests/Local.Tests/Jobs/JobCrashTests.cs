using AesthetixWorkflows.Specs.Crashing;
using System.Globalization;
using AesthetixWorkflows.Core.Records;
using AesthetixWorkflows.Local.Tests.Simulating;
using AesthetixWorkflows.Local.Tests.Storage;
using AesthetixWorkflows.Runtime.Auditing;
using AesthetixWorkflows.Local.Storage;
using AesthetixWorkflows.Specs.Running;
using AesthetixWorkflows.Specs.Storage;

namespace AesthetixWorkflows.Local.Tests.Jobs;

/// <summary>A process that dies in the middle of a job, and the next one that goes on with it.</summary>
public sealed class JobCrashTests : IDisposable
{
    const string Practice = "prac_spec", Workflow = "wf_care";
    static readonly Actor Nora = new(Practice, "Nora", StoppedClock.Monday);

    readonly DataFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(Crash.LostBefore)]
    [InlineData(Crash.KeptButAnswerLost)]
    public async Task A_crash_at_any_commit_enrolls_nobody_twice_and_leaves_nobody_out(Crash how)
    {
        await using var store = _folder.Open();
        var people = await Furnish(store);
        for (var (at, crashes) = (1, true); crashes; at++)
        {
            var job = (await new Bench(store).Desk.HandIn(Nora, new() { Type = "enroll", By = "Nora", WorkflowId = Workflow, Pace = new() }, people)).Id;
            var before = await Count(store);
            try
            {
                await new Bench(new CrashableStore(store).CrashAt(at, how)).Jobs.CarryOn(Practice);
                crashes = false;
            }
            catch (CrashedException)
            {
                // The process is gone; another one takes over.
            }
            await new Bench(store).Jobs.CarryOn(Practice);
            Assert.Equal(before + people.Length, await Count(store));
            var results = (await store.List(Kinds.JobResult, Practice, new(200, null, "job", job, Descending: false))).Items;
            Assert.Equal(people, results.Select(r => r.Body.Target));
            Assert.All(results, r => Assert.Null(r.Body.Code));
            Assert.Equal(JobStatus.Done, (await store.Find(Kinds.Job, Practice, job))!.Body.Status);
            Assert.True(at <= 3 || !crashes, "Twenty-five people are three turns.");
        }
    }

    static async Task<int> Count(SqliteStore store) => (int)(await store.CountsOf(Practice, Workflow)).Values.Sum();

    static async Task<string[]> Furnish(SqliteStore store)
    {
        var flow = new Flow("form.submitted", Pieces.Delay("day", "P9D")) { Settings = new() { ["reentry"] = "always" } }.Json();
        string[] people = [.. Enumerable.Range(0, 25).Select(i => string.Create(CultureInfo.InvariantCulture, $"con_{i:00}"))];
        var changes = new ChangeSet(Practice)
            .Put(Kinds.Practice, Practice, new Practice { Name = "Lumina", TimeZone = "UTC" }, 0)
            .Put(Kinds.Version, $"{Workflow}.1", new WorkflowVersion(Workflow, 1, "ver_1", flow, null, "Nora", StoppedClock.Monday), 0)
            .Put(Kinds.Workflow, Workflow, new Workflow { Name = "Care", Status = WorkflowStatus.Published, Version = 1, Draft = flow }, 0);
        foreach (var person in people) changes.Put(Kinds.Contact, person, new Contact { FirstName = person }, 0);
        Assert.True((await store.Commit(changes)).Ok);
        return people;
    }
}
