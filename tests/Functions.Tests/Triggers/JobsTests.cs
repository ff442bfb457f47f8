using AesthetixWorkflows.Core.Records;
using AesthetixWorkflows.Functions.Tests.Doubles;
using AesthetixWorkflows.Functions.Tests.Storage;
using AesthetixWorkflows.Functions.Triggers;
using AesthetixWorkflows.Runtime.Auditing;
using AesthetixWorkflows.Runtime.Enrolling;
using AesthetixWorkflows.Runtime.Facts;
using AesthetixWorkflows.Runtime.Identity;
using AesthetixWorkflows.Runtime.Jobs;
using AesthetixWorkflows.Runtime.Matching;
using AesthetixWorkflows.Runtime.Operating;
using Microsoft.Azure.Functions.Worker;

namespace AesthetixWorkflows.Functions.Tests.Triggers;

public sealed class JobsTests
{
    [Fact]
    public async Task The_timer_enrolls_everybody_and_each_gets_an_orchestration()
    {
        await using var stand = await AzureStand.Open();
        var by = new Actor(AzureStand.Practice, "Nora", stand.Clock.GetUtcNow());
        await Furnish(stand.Store, AzureStand.Practice, 23);
        var job = await stand.Get<JobDesk>().HandIn(by, Everybody(), Names(23));
        await stand.Function<Jobs>().Run(new TimerInfo(), stand.Durable, default);
        Assert.Equal((JobStatus.Done, 23), await Standing(stand.Store, AzureStand.Practice, job.Id));
        Assert.Equal(23, stand.Durable.Started.Count);
        await stand.Function<Jobs>().Run(new TimerInfo(), stand.Durable, default);
        Assert.Equal(23, stand.Durable.Started.Count);
    }

    /// <param name="reentry">Who may enter once writes a row more.</param>
    [Theory]
    [InlineData("afterFinish")]
    [InlineData("once")]
    public async Task In_Table_storage_a_turn_is_one_transaction(string reentry)
    {
        const int people = 3 * JobRunner.PerTurn;
        var store = await Tables.Empty(time: null);
        var (clock, ids) = (TimeProvider.System, new IdSource(TimeProvider.System));
        var (workflows, practices) = (new WorkflowBook(store, clock, TimeSpan.FromHours(1)), new PracticeBook(store, clock, TimeSpan.FromHours(1)));
        var runner = new JobRunner(store, new Enroller(store, workflows, practices, ids, clock), new Operator(store, ids), practices, clock);
        await Furnish(store, Things.Here, people, reentry);
        var job = await new JobDesk(store, ids).HandIn(new(Things.Here, "Nora", clock.GetUtcNow()), Everybody(), Names(people));
        var before = store.Traffic.Transactions;
        await runner.CarryOn(Things.Here);
        Assert.Equal((JobStatus.Done, people), await Standing(store, Things.Here, job.Id));
        Assert.Equal(3, store.Traffic.Transactions - before);
    }

    static Job Everybody() => new() { Type = "enroll", By = "Nora", WorkflowId = "wf_bulk", Pace = new() };

    static string[] Names(int count) => [.. Enumerable.Range(0, count).Select(i => $"con_{i:00}")];

    static async Task<(JobStatus, int)> Standing(Runtime.Ports.IStore store, string practice, string job) =>
        (await store.Find(Kinds.Job, practice, job))!.Body is var found ? (found.Status, found.Succeeded) : default;

    static async Task Furnish(Runtime.Ports.IStore store, string practice, int people, string reentry = "afterFinish")
    {
        var definition = System.Text.Json.JsonElement.Parse("""{"schemaVersion":1,"settings":{"reentry":"REENTRY"},"start":"s1","triggers":[],"steps":{"s1":{"type":"wait.delay","config":{"for":"P1D"},"next":null}}}""".Replace("REENTRY", reentry, StringComparison.Ordinal));
        var changes = new ChangeSet(practice)
            .Put(Kinds.Version, "wf_bulk.1", new WorkflowVersion("wf_bulk", 1, "ver_1", definition, null, "Nora", DateTimeOffset.UnixEpoch), 0)
            .Put(Kinds.Workflow, "wf_bulk", new Workflow { Name = "Bulk", Status = WorkflowStatus.Published, Version = 1, Draft = definition }, 0);
        if (await store.Find(Kinds.Practice, practice, practice) is null) changes.Put(Kinds.Practice, practice, new Practice { Name = "Lumina", TimeZone = "UTC" }, 0);
        Assert.True((await store.Commit(changes)).Ok);
        foreach (var name in Names(people)) Assert.True((await store.Commit(new ChangeSet(practice).Put(Kinds.Contact, name, new Contact { FirstName = name }, 0))).Ok);
    }
}
