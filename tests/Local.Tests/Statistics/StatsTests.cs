using AesthetixWorkflows.Core.Enrollments;
using AesthetixWorkflows.Core.Machine;
using AesthetixWorkflows.Core.Records;
using AesthetixWorkflows.Local.Tests.Running;
using AesthetixWorkflows.Local.Tests.Simulating;
using AesthetixWorkflows.Runtime.Operating;
using AesthetixWorkflows.Runtime.Statistics;
using AesthetixWorkflows.Specs.Running;
using static AesthetixWorkflows.Specs.Running.Pieces;

namespace AesthetixWorkflows.Local.Tests.Statistics;

/// <summary>Figures of a workflow that contacts really went through.</summary>
public sealed class StatsTests : IAsyncLifetime
{
    Clinic Clinic { get; } = new(new LocalCarriers(new StoppedClock()));

    public Task InitializeAsync() => Clinic.Open();

    public async Task DisposeAsync() => await Clinic.DisposeAsync();

    [Fact]
    public async Task Every_step_says_how_many_went_through_wait_there_and_did_not_get_on()
    {
        var workflow = await Clinic.Publish(new Flow("form.submitted", Text("text"), Delay("day", "P1D"), If("if", Tagged("vip"), "late", null), Text("late")) { Filters = Where("form.id", "is", "a") });
        var (ada, bob, eve) = (await Clinic.Person("Ada", c => c with { Tags = ["vip"] }), await Clinic.Person("Bob", c => c with { Phone = null }), await Clinic.Person("Eve"));
        foreach (var contact in new[] { ada, bob, eve }) await Form(contact, "a");
        await Clinic.Pass("P2D");
        await Form(eve, "a");
        await Form(eve, "a");
        await Form(ada, "b");

        var stats = await Read(workflow);
        Assert.Equal((3, 1), (stats.Enrollments[EnrollmentStatus.Completed], stats.Enrollments[EnrollmentStatus.Waiting]));
        Assert.Equal(["text", "day", "if", "late"], stats.Steps.Select(s => s.Id));
        var steps = stats.Steps.ToDictionary(s => s.Id);
        Assert.Equal((4, 0, 3, 1, 0), Figures(steps["text"]));
        Assert.Equal(("contact.noPhone", 1), (steps["text"].SkippedBy.Single().Code, steps["text"].SkippedBy.Single().Count));
        Assert.Equal((4, 1, 3, 0, 0), Figures(steps["day"]));
        Assert.Equal(["none 2", "branch:b1 1"], steps["if"].Ways.Select(w => $"{w.Code} {w.Count}"));
        Assert.Equal((1, 0, 1, 0, 0), Figures(steps["late"]));
        Assert.Equal(3, steps["text"].Messages!.Sent);
        Assert.Null(steps["day"].Messages);

        var trigger = stats.Triggers.Single();
        Assert.Equal((6, 5), (trigger.Seen, trigger.Matched));
        Assert.Equal(["entry.already 1", "trigger.filter 1"], trigger.Reasons.Select(r => $"{r.Code} {r.Count}").Order());
        var filter = trigger.Reasons.Single(r => r.Code == "trigger.filter");
        Assert.Equal(("form.id", "Form is a", "b"), (filter.Field, filter.Expected, filter.Found));
    }

    [Fact]
    public async Task Figures_of_a_deleted_step_are_kept_and_are_a_minute_old_at_most()
    {
        var workflow = await Clinic.Publish(new Flow("form.submitted", Tag("tag", "x"), Tag("more", "y")));
        await Form(await Clinic.Person(), "a");
        await Clinic.Publish(new Flow("form.submitted", Tag("tag", "x")), workflow);
        var stats = await Read(workflow);
        Assert.Equal((true, 1), (stats.Steps.Single(s => s.Id == "more").Deleted, stats.Steps.Single(s => s.Id == "more").Done));
        Assert.False(stats.Steps.Single(s => s.Id == "tag").Deleted);
        Assert.Same(stats, await Read(workflow));
    }

    [Fact]
    public async Task Whoever_is_taken_out_of_a_wait_has_been_there()
    {
        var workflow = await Clinic.Publish(new Flow("form.submitted", Text("text"), ForReply("reply", "sms", "P3D", null), Delay("day", "P1D"), Goal("came", "appointment.booked", "continue"), Text("thanks"))
        {
            Settings = new() { ["stopOnReply"] = true },
        });
        var (ada, bob, eve, mia, zoe) = (await Clinic.Person("Ada"), await Clinic.Person("Bob"), await Clinic.Person("Eve"), await Clinic.Person("Mia"), await Clinic.Person("Zoe"));
        foreach (var contact in new[] { ada, bob, eve, mia, zoe }) await Form(contact, "a");
        // Ada replies, which stops it; Bob is stopped by hand and Eve moved on; Mia meets the goal from there; Zoe waits on.
        await Clinic.Reply(ada, "hello");
        await Clinic.Get<Operator>().Send(new(Clinic.Id, "Nora", Clinic.Now), (await Clinic.Only(bob)).Id, Operation.Stop, null, null);
        await Clinic.Get<Operator>().Send(new(Clinic.Id, "Nora", Clinic.Now), (await Clinic.Only(eve)).Id, Operation.Move, "day", null);
        await Clinic.Books(mia, "v1", Clinic.Now.AddDays(9));
        await Clinic.Quiet();

        var steps = (await Read(workflow)).Steps.ToDictionary(s => s.Id);
        Assert.Equal((5, 0, 5, 0, 0), Figures(steps["text"]));
        Assert.Equal((5, 1, 0, 0, 0), Figures(steps["reply"]));
        Assert.Equal((1, 1, 0, 0, 0), Figures(steps["day"]));
        Assert.Equal((1, 0, 1, 0, 0), Figures(steps["came"]));
        Assert.Equal((1, 0, 1, 0, 0), Figures(steps["thanks"]));
    }

    [Fact]
    public async Task Delivered_opened_and_answered_messages_are_counted_once_each()
    {
        var workflow = await Clinic.Publish(new Flow("form.submitted", Email("mail"), Text("text"), ForReply("reply", "sms", "P3D", null)));
        var ada = await Clinic.Person();
        await Form(ada, "a");
        var mail = (await Clinic.Store.List(Kinds.Message, Clinic.Id, new())).Items.Single(m => m.Body.Channel == "email");
        await Clinic.Store.Commit(new ChangeSet(Clinic.Id).Put(Kinds.Message, mail.Id, mail.Body with { Status = MessageStatus.Delivered }));
        foreach (var what in new[] { "opened", "opened", "clicked", "bounced" })
            await Clinic.Happens("email.event", ada, new { email = new { @event = what, stepId = "mail", messageId = mail.Id, workflowId = workflow } });
        await Clinic.Pass("PT1M");
        await Clinic.Happens("message.received", ada, new { message = new { channel = "sms", body = "yes" } });
        await Clinic.Happens("message.received", ada, new { message = new { channel = "sms", body = "please" } });
        await Clinic.Quiet();

        var steps = (await Read(workflow)).Steps.ToDictionary(s => s.Id);
        Assert.Equal(new MessageStats(1, 1, 1, 1, 0, 0, 1), steps["mail"].Messages);
        Assert.Equal(new MessageStats(1, 0, 0, 0, 1, 0, 0), steps["text"].Messages);
        Assert.Equal((0, 1), (steps["reply"].Waiting, steps["reply"].Done));
    }

    [Fact]
    public async Task Counters_agree_with_the_histories_they_were_counted_from()
    {
        var workflow = await Clinic.Publish(new Flow("form.submitted", Tag("tag", "x"), Split("split", "mail", "text"), Email("mail").To("day"), Text("text"), Delay("day", "PT1H"), GoTo("again", "tag", 1)));
        for (var i = 0; i < 12; i++) await Clinic.Happens("form.submitted", await Clinic.Person(), new { form = new { id = "a" } });
        await Clinic.Pass("PT90M");
        await Clinic.Restart();
        await Clinic.Pass("PT90M");

        var lines = new List<LogEntry>();
        foreach (var e in await Clinic.Enrollments()) lines.AddRange((await Clinic.Store.LogOf(Clinic.Id, e.Id)).Select(l => l.Entry));
        Assert.Equal(
            lines.SelectMany(l => StepCodes.Counted(l).Select(c => $"{c.Step} {l.What} {c.Code}")).CountBy(c => c).Select(c => $"{c.Key} {c.Value}").Order(),
            (await Clinic.Store.StepsOf(Clinic.Id, workflow)).Where(c => c.What is not null).Select(c => $"{c.StepId} {c.What} {c.Code} {c.Count}").Order());
        Assert.Equal(12, (await Read(workflow)).Steps.Single(s => s.Id == "split").Done - 12);
    }

    static (long, long, long, long, long) Figures(StepStats s) => (s.Entered, s.Waiting, s.Done, s.Skipped, s.Failed);

    async Task<WorkflowStats> Read(string workflow) => await Clinic.Get<StatsReader>().Read(Clinic.Id, (await Clinic.Store.Find(Kinds.Workflow, Clinic.Id, workflow))!);

    async Task Form(string contact, string form)
    {
        await Clinic.Happens("form.submitted", contact, new { form = new { id = form } });
        await Clinic.Quiet();
    }
}
