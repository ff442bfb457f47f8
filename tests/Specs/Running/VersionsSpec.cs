using AesthetixWorkflows.Core.Enrollments;
using static AesthetixWorkflows.Specs.Running.Pieces;

namespace AesthetixWorkflows.Specs.Running;

/// <summary>A workflow changes, rests and goes on while contacts are inside it.</summary>
public abstract class VersionsSpec<THost> : RunnerSpec<THost> where THost : ICarriers, new()
{
    const int Inside = 100;

    [Theory]
    [InlineData(Core.Definitions.InFlight.Stay, "old")]
    [InlineData(Core.Definitions.InFlight.Move, "new")]
    [InlineData(Core.Definitions.InFlight.End, null)]
    public async Task C10_those_who_wait_stay_move_or_end_and_nobody_repeats_a_step(Core.Definitions.InFlight inFlight, string? then)
    {
        var workflow = await Clinic.Publish(new Flow("form.submitted", Text("hello"), Delay("wait", "P1D"), Email("old")));
        await Enter(Inside);
        await Clinic.Publish(new Flow("form.submitted", Text("hello"), Delay("wait", "P1D"), Email("new")), workflow, inFlight);
        await Clinic.Pass("P1D");
        Assert.Equal(Inside, Clinic.Sent().Count(step => step == "hello"));
        Assert.Equal(then is null ? 0 : Inside, Clinic.Sent().Count(step => step == then));
        Assert.Equal(Inside + (then is null ? 0 : Inside), Clinic.Post.Sent.Count);
        Assert.All(await Clinic.Enrollments(), e => Assert.False(e.IsLive));
    }

    [Fact]
    public async Task C10_whose_step_is_gone_goes_on_at_the_next_one_that_is_left()
    {
        var workflow = await Clinic.Publish(new Flow("form.submitted", Text("hello"), Delay("wait", "P9D"), Email("middle"), Text("last")));
        await Enter(3);
        await Clinic.Publish(new Flow("form.submitted", Text("hello"), Text("last")), workflow, Core.Definitions.InFlight.Move);
        await Clinic.Quiet();
        Assert.Equal(["hello", "hello", "hello", "last", "last", "last"], Clinic.Sent());
    }

    [Fact]
    public async Task New_contacts_enter_the_new_version()
    {
        var workflow = await Clinic.Publish(new Flow("form.submitted", Text("old")));
        await Clinic.Publish(new Flow("form.submitted", Text("new")), workflow);
        await Enter(1);
        Assert.Equal(["new"], Clinic.Sent());
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Who_waits_in_an_unpublished_workflow_stays_and_goes_on_when_it_is_published_again(bool dueMeanwhile)
    {
        var flow = new Flow("form.submitted", Text("hello"), Delay("wait", "P1D"), Email("later"));
        var workflow = await Clinic.Publish(flow);
        await Enter(5);
        await Clinic.Get<Runtime.Publishing.Lifecycle>().Unpublish(Clinic.Staff, workflow);
        if (dueMeanwhile) await Clinic.Pass("P2D");
        await Clinic.Form(await Clinic.Person());
        await Clinic.Quiet();
        Assert.Equal(5, (await Clinic.Enrollments()).Count);
        Assert.Equal(5, Clinic.Post.Sent.Count);
        await Clinic.Publish(flow, workflow);
        await Clinic.Pass("P1D");
        Assert.Equal(10, Clinic.Post.Sent.Count);
        Assert.All(await Clinic.Enrollments(), e => e.IsOver(EnrollmentStatus.Completed, "finished"));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Who_waits_in_a_deleted_workflow_goes_on_when_it_is_restored_and_published_again(bool dueMeanwhile)
    {
        var flow = new Flow("form.submitted", Delay("wait", "P1D"), Email("later"));
        var workflow = await Clinic.Publish(flow);
        await Enter(1);
        var lifecycle = Clinic.Get<Runtime.Publishing.Lifecycle>();
        await lifecycle.Delete(Clinic.Staff, workflow, null);
        if (dueMeanwhile) await Clinic.Pass("P2D");
        await lifecycle.Restore(Clinic.Staff, workflow);
        await Clinic.Pass("PT1H");
        Assert.Empty(Clinic.Sent());
        await Clinic.Publish(flow, workflow);
        await Clinic.Pass("P1D");
        Assert.Equal(["later"], Clinic.Sent());
    }

    [Fact]
    public async Task A_paused_workflow_holds_everybody_and_loses_nobody()
    {
        var workflow = await Clinic.Publish(new Flow("form.submitted", ForReply("wait", null, "P3D", null), Text("met")));
        var lifecycle = Clinic.Get<Runtime.Publishing.Lifecycle>();
        var ada = await Clinic.Person();
        await Clinic.Form(ada);
        await Clinic.Quiet();
        await lifecycle.Pause(Clinic.Staff, workflow);
        await Clinic.Reply(ada);
        await Clinic.Quiet();
        Assert.Empty(Clinic.Sent());
        await lifecycle.Resume(Clinic.Staff, workflow);
        await Clinic.Quiet();
        Assert.Equal(["met"], Clinic.Sent());
    }

    [Fact]
    public async Task Nobody_is_left_behind_when_a_workflow_is_paused_and_resumed_in_a_hurry()
    {
        var workflow = await Clinic.Publish(new Flow("form.submitted", [.. Enumerable.Range(0, 20).Select(i => Tag($"tag{i}", $"t{i}")), Text("end")]));
        var lifecycle = Clinic.Get<Runtime.Publishing.Lifecycle>();
        var people = new List<string>();
        for (var i = 0; i < 20; i++) people.Add(await Clinic.Person());
        await Task.WhenAll(people.Select(p => Clinic.Form(p)));
        for (var i = 0; i < 10; i++)
        {
            await lifecycle.Pause(Clinic.Staff, workflow);
            await lifecycle.Resume(Clinic.Staff, workflow);
        }
        await Clinic.Quiet();
        Assert.All(await Clinic.Enrollments(), e => e.IsOver(EnrollmentStatus.Completed, "finished"));
        Assert.Equal(people.Count - await Refused(), Clinic.Post.Sent.Count);

        // A form that comes while the workflow is paused lets nobody in; that is as it should be.
        async Task<int> Refused() => people.Count - (await Clinic.Enrollments()).Count;
    }

    async Task Enter(int people)
    {
        for (var i = 0; i < people; i++) await Clinic.Form(await Clinic.Person());
        await Clinic.Quiet();
    }
}
