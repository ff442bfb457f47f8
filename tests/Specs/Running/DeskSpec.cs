using System.Text.Json;
using System.Text.Json.Nodes;
using AesthetixWorkflows.Core.Enrollments;
using AesthetixWorkflows.Core.Machine;
using AesthetixWorkflows.Core.Records;
using static AesthetixWorkflows.Specs.Running.Pieces;

namespace AesthetixWorkflows.Specs.Running;

/// <summary>Steps that wait for a person: the contact goes on the moment the work is done, or when its time is over.</summary>
public abstract class DeskSpec<THost> : RunnerSpec<THost> where THost : ICarriers, new()
{
    static Piece Call(string id, string? deadline = null) => Act(id, "manual.call", new() { ["purpose"] = "care", ["script"] = "Ask {{contact.firstName}}", ["deadline"] = deadline });
    static Piece Approval(string id) => Act(id, "approval.request", new() { ["title"] = "May we?" }).With("onError", new JsonObject { ["then"] = "branch", ["next"] = "no" });

    async Task<Stored<WorkTask>> Work(string? contact) =>
        Assert.Single((await Clinic.Store.List(Kinds.Task, Clinic.Id, new(50))).Items, task => task.Body.ContactId == contact);

    /// <summary>Completes a task as the API does: the record and its event.</summary>
    async Task Complete(Stored<WorkTask> task, string result)
    {
        var done = task.Body with { CompletedAt = Clinic.Now, Result = result };
        var id = Clinic.Get<IIdSource>().New("evt");
        var data = JsonSerializer.SerializeToElement(new { task = new { id = task.Id, enrollmentId = done.EnrollmentId, stepId = done.StepId, effectId = done.EffectId, result = done.Result } });
        Assert.True((await Clinic.Store.Commit(new ChangeSet(Clinic.Id).Put(Kinds.Task, task.Id, done, task.Revision)
            .Add(new Change.Accept(new(id, Clinic.Id, "api", id, "task.completed", Clinic.Now, done.ContactId, data))))).Ok);
        await Clinic.Quiet();
    }

    [Fact]
    public async Task The_contact_goes_on_when_the_call_is_done_and_nobody_else_does()
    {
        await Clinic.Publish(new Flow("form.submitted", Call("call"), Text("after", "It went: {{steps.call.result}}")));
        var (ada, bob) = (await Clinic.Person("Ada"), await Clinic.Person("Bob"));
        await Clinic.Form(ada);
        await Clinic.Form(bob);
        await Clinic.Quiet();
        (await Clinic.Only(ada)).WaitsAt("call");
        var task = await Work(ada);
        Assert.Equal(("call", "Ask Ada"), (task.Body.Kind, task.Body.Script));
        await Complete(task, "reached");
        (await Clinic.Only(ada)).IsOver(EnrollmentStatus.Completed, "finished");
        (await Clinic.Only(bob)).WaitsAt("call");
        Assert.Equal(["It went: reached"], Clinic.Post.Sent.Select(m => m.Text));
    }

    [Fact]
    public async Task A_text_goes_out_as_it_was_approved()
    {
        var ask = Act("ask", "approval.request", new() { ["title"] = "May this go?", ["text"] = "Dear {{contact.firstName}}, it healed" });
        await Clinic.Publish(new Flow("form.submitted", ask, Email("after", "{{steps.ask.text}}")));
        var ada = await Clinic.Person("Ada");
        await Clinic.Form(ada);
        await Clinic.Quiet();
        var task = await Work(ada);
        Assert.Equal("Dear Ada, it healed", task.Body.Text);
        await Complete(task with { Body = task.Body with { Text = "Dear Ada, it healed well" } }, "approved");
        (await Clinic.Only(ada)).IsOver(EnrollmentStatus.Completed, "finished");
        Assert.Equal(["Dear Ada, it healed well"], Clinic.Post.Sent.Select(m => m.Text));
    }

    [Fact]
    public async Task A_call_that_nobody_makes_holds_the_contact_until_its_deadline_and_no_longer()
    {
        await Clinic.Publish(new Flow("form.submitted", Call("call", "P2D"), Text("after")));
        var ada = await Clinic.Person();
        await Clinic.Form(ada);
        await Clinic.Pass("P1D");
        Assert.Empty(Clinic.Sent());
        await Clinic.Pass("P1DT1M");
        Assert.Equal(["after"], Clinic.Sent());
        Assert.Equal("expired", (await Work(ada)).Body.Result);
    }

    [Fact]
    public async Task A_call_that_another_list_reports_done_lets_the_contact_go_on_too()
    {
        await Clinic.Publish(new Flow("form.submitted", Call("call"), Text("after", "It went: {{steps.call.result}}")));
        var ada = await Clinic.Person();
        await Clinic.Form(ada);
        await Clinic.Quiet();
        var task = await Work(ada);
        for (var i = 0; i < 2; i++) await Clinic.Happens("task.completed", ada, new { task = new { id = task.Id, result = "reached" } });
        await Clinic.Quiet();
        (await Clinic.Only(ada)).IsOver(EnrollmentStatus.Completed, "finished");
        Assert.Equal(["It went: reached"], Clinic.Post.Sent.Select(m => m.Text));
        Assert.Equal("reached", (await Work(ada)).Body.Result);
    }

    [Theory]
    [InlineData("approved", "yes")]
    [InlineData("rejected", "no")]
    public async Task An_approval_decides_the_way(string result, string step)
    {
        await Clinic.Publish(new Flow("form.submitted", Approval("ask"), Text("yes").To(null), Text("no")));
        var ada = await Clinic.Person();
        await Clinic.Form(ada);
        await Clinic.Quiet();
        await Complete(await Work(ada), result);
        Assert.Equal([step], Clinic.Sent());
    }

    [Fact]
    public async Task An_approval_about_nobody_is_answered_too()
    {
        await Clinic.Publish(new Flow("webhook.received", Approval("ask"), Act("task", "task.add", new() { ["title"] = "Do it" }).To(null), End("no")));
        await Clinic.Happens("webhook.received", null, new { webhook = new { a = 1 } });
        await Clinic.Quiet();
        await Complete(await Work(null), "approved");
        (await Clinic.Only()).IsOver(EnrollmentStatus.Completed, "finished");
        Assert.Contains((await Clinic.Store.List(Kinds.Task, Clinic.Id, new(50))).Items, task => task.Body.Title == "Do it");
    }

    [Fact]
    public async Task Whoever_is_not_to_be_disturbed_is_not_put_on_the_list()
    {
        await Clinic.Publish(new Flow("form.submitted", Call("call"), Email("after")));
        var ada = await Clinic.Person("Ada", c => c with { Dnd = [new("call", "staff", Clinic.Now)] });
        await Clinic.Form(ada);
        await Clinic.Quiet();
        Assert.Equal("consent.dnd.call", await Clinic.Code((await Clinic.Only(ada)).Id, "call", Happened.Skipped));
        Assert.Equal(["after"], Clinic.Sent());
    }

    [Fact]
    public async Task Work_that_is_done_while_the_workflow_is_paused_is_found_when_it_goes_on()
    {
        await Clinic.Publish(new Flow("form.submitted", Call("call"), Text("after")));
        var ada = await Clinic.Person();
        await Clinic.Form(ada);
        await Clinic.Quiet();
        var enrollment = (await Clinic.Only(ada)).Id;
        await Clinic.Operate(enrollment, Operation.Pause);
        await Complete(await Work(ada), "reached");
        Assert.Empty(Clinic.Sent());
        await Clinic.Operate(enrollment, Operation.Resume);
        await Clinic.Quiet();
        Assert.Equal(["after"], Clinic.Sent());
    }
}
