using AesthetixWorkflows.Core.Enrollments;
using static AesthetixWorkflows.Specs.Running.Pieces;

namespace AesthetixWorkflows.Specs.Running;

/// <summary>Who may enter, how often, and what stops workflows from starting each other for ever.</summary>
public abstract class EntrySpec<THost> : RunnerSpec<THost> where THost : ICarriers, new()
{
    [Fact]
    public async Task C1_two_triggers_in_the_same_second_make_one_run_and_one_email()
    {
        await Clinic.Publish(new Flow("form.submitted", Email("mail"), Delay("day", "P1D")) { Also = ["survey.submitted"] });
        for (var round = 0; round < 10; round++)
        {
            var ada = await Clinic.Person();
            await Task.WhenAll(Clinic.Form(ada), Clinic.Happens("survey.submitted", ada, new { survey = new { id = "intake" } }), Clinic.Form(ada));
            await Clinic.Quiet();
            await Clinic.Only(ada);
            Assert.Single(Clinic.Post.Sent, m => m.ContactId == ada);
        }
    }

    [Theory]
    [InlineData("once", 1, 1)]
    [InlineData("afterFinish", 1, 2)]
    [InlineData("always", 2, 3)]
    public async Task Reentry_is_as_the_workflow_says(string reentry, int whileInside, int afterwards)
    {
        await Clinic.Publish(new Flow("form.submitted", Email("mail"), Delay("day", "P1D")) { Settings = new() { ["reentry"] = reentry } });
        var ada = await Clinic.Person();
        await Clinic.Form(ada);
        await Clinic.Quiet();
        await Clinic.Form(ada);
        await Clinic.Quiet();
        Assert.Equal(whileInside, (await Clinic.Enrollments()).Count);
        await Clinic.Pass("P2D");
        await Clinic.Form(ada);
        await Clinic.Quiet();
        Assert.Equal(afterwards, (await Clinic.Enrollments()).Count);
        Assert.Equal(afterwards, Clinic.Post.Sent.Count);
    }

    [Fact]
    public async Task Somebody_unknown_who_fills_in_a_form_becomes_one_contact()
    {
        await Clinic.Publish(new Flow("form.submitted", Email("mail")));
        await Clinic.Happens("form.submitted", null, new { contact = new { firstName = "Eve", email = "Eve@Example.test", phone = "(212) 555-0177" } });
        await Clinic.Quiet();
        var sent = Assert.Single(Clinic.Post.Sent);
        Assert.Equal("eve@example.test", sent.To);
        await Clinic.Only(sent.ContactId!);
    }

    [Fact]
    public async Task A_workflow_adds_its_contact_to_another_once()
    {
        var other = await Clinic.Publish(new Flow("survey.submitted", Text("other"), Delay("day", "P1D")));
        await Clinic.Publish(new Flow("form.submitted", AddTo("add", other), Text("one")));
        await Clinic.Form(await Clinic.Person());
        await Clinic.Quiet();
        Assert.Equal(["one", "other"], Clinic.Sent().Order());
        Assert.Equal(2, (await Clinic.Enrollments()).Count);
    }

    [Fact]
    public async Task A_workflow_removes_its_contact_from_another()
    {
        var other = await Clinic.Publish(new Flow("survey.submitted", Delay("day", "P1D"), Text("never")));
        await Clinic.Publish(new Flow("form.submitted", Act("remove", "workflow.remove", new() { ["which"] = "another", ["workflowId"] = other }), Text("done")));
        var ada = await Clinic.Person();
        await Clinic.Happens("survey.submitted", ada, new { });
        await Clinic.Quiet();
        await Clinic.Form(ada);
        await Clinic.Pass("P2D");
        Assert.Equal(["done"], Clinic.Sent());
        Assert.Single(await Clinic.Enrollments(), e => e.Reason == "removed.otherWorkflow");
    }

    [Fact]
    public async Task A_workflow_takes_its_contact_out_of_those_that_only_advertise()
    {
        var offers = await Clinic.Publish(new Flow("form.submitted", Text("ad", purpose: "marketing"), Delay("week", "P7D")));
        var visits = await Clinic.Publish(new Flow("form.submitted", Text("care"), Text("ad", purpose: "marketing"), Delay("week", "P7D")));
        var silent = await Clinic.Publish(new Flow("form.submitted", Tag("tag", "lead"), Delay("week", "P7D")));
        await Clinic.Publish(new Flow("survey.submitted", Act("remove", "workflow.remove", new() { ["which"] = "marketing" }), Delay("day", "P1D")));
        var ada = await Clinic.Person();
        await Clinic.Form(ada);
        await Clinic.Quiet();
        await Clinic.Happens("survey.submitted", ada, new { survey = new { id = "stop" } });
        await Clinic.Quiet();
        var live = (await Clinic.Enrollments(ada)).Where(e => e.IsLive).Select(e => e.WorkflowId).ToList();
        Assert.DoesNotContain(offers, live);
        Assert.Contains(visits, live);
        Assert.Contains(silent, live);
        Assert.Equal("removed.otherWorkflow", Assert.Single(await Clinic.Enrollments(ada), e => e.WorkflowId == offers).Reason);
    }

    [Fact]
    public async Task A_workflow_that_removes_its_contact_from_itself_ends_there()
    {
        await Clinic.Publish(new Flow("form.submitted", Act("remove", "workflow.remove", new() { ["which"] = "current" }), Delay("moment", "PT1M"), Text("never")));
        await Clinic.Form(await Clinic.Person());
        await Clinic.Pass("P1D");
        Assert.Empty(Clinic.Sent());
        (await Clinic.Only()).IsOver(EnrollmentStatus.Exited, "removed.workflow");
    }

    [Theory]
    [InlineData("always")]
    [InlineData("afterFinish")]
    public async Task C12_two_workflows_that_add_to_each_other_are_stopped_by_the_guard(string reentry)
    {
        Flow Adds(string trigger, string to) => new(trigger, Text("text"), AddTo("add", to)) { Settings = new() { ["reentry"] = reentry } };
        var a = await Clinic.Draft(Adds("form.submitted", "wf_b"), "wf_a");
        var b = await Clinic.Draft(Adds("survey.submitted", "wf_a"), "wf_b");
        await Clinic.Publish(Adds("survey.submitted", a), b);
        await Clinic.Publish(Adds("form.submitted", b), a);
        await Clinic.Form(await Clinic.Person());
        await Clinic.Quiet();
        Assert.InRange(Clinic.Post.Sent.Count, 2, EntryRules.DepthLimit + 1);
        if (reentry == "always") Assert.Contains(await Clinic.Audited(), line => line.Action == "loop.guard");
    }

    [Fact]
    public async Task C12_a_loop_of_tags_is_stopped_by_the_guard()
    {
        await Clinic.Publish(new Flow("contact.tag.added", Text("text"), Untag("untag", "ping")) { Settings = new() { ["reentry"] = "always" } });
        await Clinic.Publish(new Flow("contact.tag.removed", Text("text"), Tag("tag", "ping")) { Settings = new() { ["reentry"] = "always" } });
        await Clinic.Tagged(await Clinic.Person(), "ping");
        await Clinic.Quiet();
        Assert.InRange(Clinic.Post.Sent.Count, 2, EntryRules.DepthLimit + 1);
        Assert.Contains(await Clinic.Audited(), line => line.Action == "loop.guard");
    }
}
