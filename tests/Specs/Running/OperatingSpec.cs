using AesthetixWorkflows.Core.Enrollments;
using AesthetixWorkflows.Core.Machine;
using static AesthetixWorkflows.Specs.Running.Pieces;

namespace AesthetixWorkflows.Specs.Running;

/// <summary>What an operator does to one enrollment.</summary>
public abstract class OperatingSpec<THost> : RunnerSpec<THost> where THost : ICarriers, new()
{
    [Fact]
    public async Task Paused_it_sends_nothing_and_resumed_it_goes_on()
    {
        var run = await Waiting();
        await Clinic.Operate(run, Operation.Pause);
        await Clinic.Pass("P2D");
        Assert.Empty(Clinic.Sent());
        Assert.Equal(EnrollmentStatus.Paused, (await Clinic.Only()).Status);
        await Clinic.Operate(run, Operation.Resume);
        await Clinic.Quiet();
        Assert.Equal(["text", "mail"], Clinic.Sent());
    }

    [Theory]
    [InlineData(Operation.Skip)]
    [InlineData(Operation.RunNow)]
    public async Task Skipped_or_run_now_the_wait_is_over(Operation operation)
    {
        await Clinic.Operate(await Waiting(), operation);
        await Clinic.Quiet();
        Assert.Equal(["text", "mail"], Clinic.Sent());
        await Clinic.Pass("P2D");
        Assert.Equal(["text", "mail"], Clinic.Sent());
    }

    [Fact]
    public async Task Moved_it_goes_on_at_the_named_step()
    {
        await Clinic.Operate(await Waiting(), Operation.Move, "mail");
        await Clinic.Pass("P2D");
        Assert.Equal(["mail"], Clinic.Sent());
    }

    [Fact]
    public async Task Stopped_it_is_over()
    {
        await Clinic.Operate(await Waiting(), Operation.Stop);
        await Clinic.Pass("P2D");
        Assert.Empty(Clinic.Sent());
        (await Clinic.Only()).IsOver(EnrollmentStatus.Exited, "stopped.operator");
    }

    [Theory]
    [InlineData(Operation.Retry, "text mail")]
    [InlineData(Operation.Skip, "mail")]
    public async Task Failed_it_is_taken_up_again(Operation operation, string sent)
    {
        await Clinic.Publish(new Flow("form.submitted", Text("text").OrElse("stop", attempts: 1), Email("mail")));
        Clinic.Post.Instead = _ => new Outcome.Failed("provider.refused", false);
        await Clinic.Form(await Clinic.Person());
        await Clinic.Quiet();
        var run = await Clinic.Only();
        run.IsOver(EnrollmentStatus.Failed, "provider.refused");
        Clinic.Post.Instead = _ => null;
        await Clinic.Operate(run.Id, operation);
        await Clinic.Quiet();
        Assert.Equal(sent.Split(' '), Clinic.Sent());
        (await Clinic.Only()).IsOver(EnrollmentStatus.Completed, "finished");
    }

    [Fact]
    public async Task A_retry_that_waits_can_be_run_now()
    {
        await Clinic.Publish(new Flow("form.submitted", Text("text")));
        Clinic.Post.Instead = _ => new Outcome.Failed("provider.away", true, Clinic.Now.AddHours(5));
        await Clinic.Form(await Clinic.Person());
        await Clinic.Quiet();
        Clinic.Post.Instead = _ => null;
        await Clinic.Operate((await Clinic.Only()).Id, Operation.RunNow);
        await Clinic.Quiet();
        Assert.Equal(["text"], Clinic.Sent());
    }

    async Task<string> Waiting()
    {
        await Clinic.Publish(new Flow("form.submitted", Delay("day", "P1D"), Text("text"), Email("mail")));
        await Clinic.Form(await Clinic.Person());
        await Clinic.Quiet();
        return (await Clinic.Only()).Id;
    }
}
