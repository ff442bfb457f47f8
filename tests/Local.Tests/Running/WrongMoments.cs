using AesthetixWorkflows.Core.Enrollments;
using AesthetixWorkflows.Core.Records;
using AesthetixWorkflows.Local.Storage;
using AesthetixWorkflows.Local.Tests.Storage;
using AesthetixWorkflows.Runtime.Facts;
using AesthetixWorkflows.Runtime.Matching;
using AesthetixWorkflows.Runtime.Ports;
using AesthetixWorkflows.Runtime.Publishing;
using AesthetixWorkflows.Specs.Running;
using Microsoft.Extensions.DependencyInjection;
using static AesthetixWorkflows.Specs.Running.Pieces;

namespace AesthetixWorkflows.Local.Tests.Running;

/// <summary>Things that happen between two steps of something else.</summary>
public sealed class WrongMoments
{
    [Fact]
    public async Task A_workflow_that_goes_on_just_before_an_enrollment_rests_for_it_takes_the_enrollment_along()
    {
        string? workflow = null;
        Clinic? clinic = null;
        async Task GoOn(ChangeSet changes)
        {
            if (changes.Changes.OfType<Change.Save>().Any(save => save.Enrollment.Status is EnrollmentStatus.Paused))
                await clinic!.Get<Lifecycle>().Resume(clinic.Staff, workflow!);
        }
        await using var here = clinic = new Clinic(new LocalCarriers(), services =>
            services.AddSingleton(s => StoreTap.Over(s.GetRequiredService<SqliteStore>(), GoOn)));
        await clinic.Open();
        workflow = await clinic.Publish(new Flow("form.submitted", Delay("day", "P1D"), Text("text")));
        await clinic.Form(await clinic.Person());
        await clinic.Quiet();
        await clinic.Get<Lifecycle>().Pause(clinic.Staff, workflow);
        await clinic.Pass("P1D");
        Assert.Equal(["text"], clinic.Sent());
    }

    [Fact]
    public async Task A_kill_switch_pulled_while_the_practice_is_being_read_is_not_forgotten()
    {
        using var folder = new DataFolder();
        await using var store = folder.Open();
        await store.Commit(new ChangeSet("p").Put(Kinds.Practice, "p", new Practice { Name = "Lumina", TimeZone = "UTC" }, 0));
        PracticeBook? book = null;
        store.Committed += (changes, _) => book!.Observe(changes);
        var pulled = false;
        book = new PracticeBook(StoreTap.Over(store, afterRead: _ =>
        {
            if (pulled) return;
            pulled = true;
            store.Commit(new ChangeSet("p").Put(Kinds.Practice, "p", new Practice { Name = "Lumina", TimeZone = "UTC", SendingPaused = true }, 1)).Wait();
        }), TimeProvider.System, TimeSpan.FromHours(1));
        await book.Of("p");
        Assert.True((await book.Of("p")).SendingPaused);
    }

    [Fact]
    public async Task A_workflow_that_is_unpublished_while_the_list_is_being_read_is_not_forgotten()
    {
        using var folder = new DataFolder();
        await using var store = folder.Open();
        Workflow Of(WorkflowStatus status) => new() { Name = "Hello", Status = status, Draft = System.Text.Json.JsonElement.Parse("{}") };
        await store.Commit(new ChangeSet("p").Put(Kinds.Workflow, "wf_1", Of(WorkflowStatus.Published), 0));
        WorkflowBook? book = null;
        store.Committed += (changes, _) => book!.Observe(changes);
        var changed = false;
        book = new WorkflowBook(StoreTap.Over(store, afterRead: _ =>
        {
            if (changed) return;
            changed = true;
            store.Commit(new ChangeSet("p").Put(Kinds.Workflow, "wf_1", Of(WorkflowStatus.Draft), 1)).Wait();
        }), TimeProvider.System, TimeSpan.FromHours(1));
        await book.Workflow("p", "wf_1");
        Assert.Equal(WorkflowStatus.Draft, (await book.Workflow("p", "wf_1"))!.Body.Status);
    }
}
