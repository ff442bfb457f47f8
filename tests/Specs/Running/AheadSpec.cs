using AesthetixWorkflows.Core.Calendars;
using AesthetixWorkflows.Core.Enrollments;
using AesthetixWorkflows.Core.Machine;
using AesthetixWorkflows.Core.Records;
using AesthetixWorkflows.Runtime.Enrolling;
using AesthetixWorkflows.Runtime.Simulating.Ahead;
using static AesthetixWorkflows.Specs.Running.Pieces;

namespace AesthetixWorkflows.Specs.Running;

/// <summary>What a contact will get next if nothing else happens: all that goes, what would not and why, and where it stops.</summary>
public abstract class AheadSpec<THost> : RunnerSpec<THost> where THost : ICarriers, new()
{
    static readonly TimeSpan Moment = TimeSpan.FromSeconds(60);

    async Task<ContactAhead> Look(string contact) => (await Clinic.Get<Lookahead>().Of(Clinic.Id, contact))!;

    /// <summary>Enters by a form.</summary>
    async Task<string> Enter(Flow flow, Func<Contact, Contact>? but = null)
    {
        await Clinic.Publish(flow);
        var ada = await Clinic.Person("Ada", but);
        await Clinic.Form(ada);
        await Clinic.Quiet();
        return ada;
    }

    static string Brief(AheadItem item) => $"{item.StepId} {item.Kind} {item.Verdict} {item.Why?.Code}".TrimEnd();

    [Fact]
    public async Task All_workflows_are_told_together_in_the_order_of_time_and_that_is_what_comes()
    {
        await Clinic.Publish(new Flow("survey.submitted", Delay("wait", "P2D"), Text("between", "Hi {{contact.firstName}}")));
        var ada = await Enter(new Flow("form.submitted", Delay("day", "PT24H"), Text("first"), Delay("days", "P2D"), Email("last", "For {{contact.firstName}}"), Act("task", "task.add", new() { ["title"] = "Call {{contact.firstName}}" })));
        await Clinic.Happens("survey.submitted", ada, new { survey = new { id = "s" } });
        await Clinic.Quiet();

        var ahead = await Look(ada);
        Assert.Equal(["first Text Goes", "between Text Goes", "last Email Goes", "task Task Goes"], ahead.Items.Select(Brief));
        Assert.Equal([("Hello Ada", null), ("Hi Ada", null)], ahead.Items.Take(2).Select(item => (item.Text, item.Title)));
        Assert.Equal(("About last", "Call Ada"), (ahead.Items[2].Title, ahead.Items[3].Title));
        Assert.Equal(Clinic.Now.AddDays(1), ahead.Items[0].At, Moment);
        Assert.Equal(["finished", "finished"], ahead.Enrollments.Select(e => e.Stop.Code));
        Assert.Null(ahead.Cut);

        foreach (var length in new[] { "P1D", "P1D", "P2D" }) await Clinic.Pass(length);
        Assert.Equal(["first", "between", "last"], Clinic.Sent());
        Assert.Empty((await Look(ada)).Items);
        Assert.Empty((await Look(ada)).Enrollments);
    }

    [Fact]
    public async Task What_would_not_go_is_told_with_the_reason_and_its_words()
    {
        var ada = await Enter(new Flow("form.submitted", Delay("day", "P1D"), Text("offer", "Offer, {{contact.firstName}}", "marketing"), Text("care", "How are you, {{contact.company}}?"), Email("mail")),
            contact => contact with { Consents = [], Dnd = [new("email", "staff", contact.CreatedAt)] });
        var items = (await Look(ada)).Items;
        Assert.Equal(["offer Text Skipped consent.missing.sms", "care Text Failed merge.missing:contact.company", "mail Email Skipped consent.dnd.email"], items.Select(Brief));
        Assert.Equal(("Offer, Ada", "Advertising by text needs a consent, and there is none."), (items[0].Text, items[0].Why!.Words));
        Assert.Equal("About mail", items[2].Title);
    }

    [Fact]
    public async Task A_text_in_the_night_is_told_for_the_morning_and_a_cap_counts_what_comes_before()
    {
        await Clinic.Change(p => p with { TextHours = null, Caps = [new(1, "P30D", "sms")] });
        var ada = await Enter(new Flow("form.submitted", DelayTo("night", "P1D", "23:30"), Text("one", "One", "marketing"), Text("two", "Two", "marketing")));
        var ahead = await Look(ada);
        Assert.Equal(["one Text Goes held.quietHours", "two Text Skipped cap.sms"], ahead.Items.Select(Brief));
        var (at, due) = (Zones.ToLocal(ahead.Items[0].At, ahead.TimeZone), Zones.ToLocal(ahead.Items[0].DueAt!.Value, ahead.TimeZone));
        Assert.Equal((new TimeOnly(9, 0), new TimeOnly(23, 30)), (TimeOnly.FromTimeSpan(at.TimeOfDay), TimeOnly.FromTimeSpan(due.TimeOfDay)));
        await Clinic.PassUntil(ahead.Items[0].At);
        Assert.Equal(["one"], Clinic.Sent());
    }

    [Fact]
    public async Task While_sending_is_paused_what_is_due_waits_and_what_comes_after_is_not_told()
    {
        await Clinic.Change(p => p with { SendingPaused = true });
        var ada = await Enter(new Flow("form.submitted", Text("now", "Hi {{contact.firstName}}"), Delay("day", "P1D"), Text("later")));
        foreach (var _ in new[] { 1, 2 })
        {
            var ahead = await Look(ada);
            Assert.Equal(["now Text Held sending.paused"], ahead.Items.Select(Brief));
            Assert.Equal(("sending.paused", "now", "Hi Ada"), (Assert.Single(ahead.Enrollments).Stop.Code, ahead.Enrollments[0].Stop.StepId, ahead.Items[0].Text));
            await Clinic.Pass("PT1H");
        }
    }

    [Fact]
    public async Task Of_the_paused_nothing_is_told_but_that()
    {
        var paused = await Clinic.Publish(new Flow("survey.submitted", Delay("day", "P1D"), Text("text")));
        var ada = await Enter(new Flow("form.submitted", Delay("day", "P1D"), Text("text")));
        await Clinic.Happens("survey.submitted", ada, new { survey = new { id = "s" } });
        await Clinic.Quiet();
        await Clinic.Operate((await Clinic.Enrollments(ada)).Single(e => e.WorkflowId != paused).Id, Operation.Pause);
        var known = (await Clinic.Store.Find(Kinds.Workflow, Clinic.Id, paused))!;
        Assert.True((await Clinic.Store.Commit(new ChangeSet(Clinic.Id).Put(Kinds.Workflow, paused, known.Body with { Status = WorkflowStatus.Paused }, known.Revision))).Ok);
        await Clinic.Quiet();
        var ahead = await Look(ada);
        Assert.Empty(ahead.Items);
        Assert.Equal(["paused.operator", "workflow.paused"], ahead.Enrollments.Select(e => e.Stop.Code).Order());
    }

    [Fact]
    public async Task One_that_is_to_start_later_is_told_from_there_on()
    {
        var workflow = await Clinic.Publish(new Flow("form.submitted", Text("text")));
        var ada = await Clinic.Person("Ada");
        var start = Clinic.Now.AddDays(3);
        await Clinic.Get<Enroller>().Enroll(new(Clinic.Id, workflow, ada, null, null, null, start, "Nora"), default);
        await Clinic.Quiet();
        var ahead = await Look(ada);
        Assert.Equal((EnrollmentStatus.Scheduled, start), (Assert.Single(ahead.Enrollments).Status, ahead.Enrollments[0].StartsAt));
        Assert.Equal(start, Assert.Single(ahead.Items).At);
    }

    [Fact]
    public async Task It_stops_where_somebody_must_answer_or_do_something_and_goes_on_where_time_is_enough()
    {
        var ada = await Enter(new Flow("form.submitted", ForReply("ask", "sms", "P2D", "late"), Text("answered").To(null), Text("late"), Act("call", "manual.call", new() { ["purpose"] = "care", ["script"] = "Ask {{contact.firstName}}" }), Text("after")));
        var ahead = await Look(ada);
        Assert.Equal(["late Text Goes", "call Call Goes"], ahead.Items.Select(Brief));
        Assert.Equal("Ask Ada", ahead.Items[1].Text);
        Assert.Equal(("waiting.task", "call"), (ahead.Enrollments[0].Stop.Code, ahead.Enrollments[0].Stop.StepId));

        await Clinic.Pass("P2D");
        ahead = await Look(ada);
        Assert.Empty(ahead.Items);
        Assert.Equal(("waiting.task", "call", null), (ahead.Enrollments[0].Stop.Code, ahead.Enrollments[0].Stop.StepId, ahead.Enrollments[0].Stop.At));
    }

    [Fact]
    public async Task A_wait_without_an_end_is_told_as_one()
    {
        var ada = await Enter(new Flow("form.submitted", Delay("day", "PT24H"), Text("text"), Act("ask", "wait.reply", []), Text("answered")));
        var ahead = await Look(ada);
        Assert.Equal("text", Assert.Single(ahead.Items).StepId);
        Assert.Equal(("reply", "ask", "Waits for a reply, however long it takes."), (ahead.Enrollments[0].Stop.Code, ahead.Enrollments[0].Stop.StepId, ahead.Enrollments[0].Stop.Words));
        Assert.Equal(Clinic.Now.AddDays(1), ahead.Enrollments[0].Stop.At!.Value, Moment);
    }

    [Fact]
    public async Task A_workflow_that_another_leads_to_is_told_too()
    {
        await Clinic.Publish(new Flow("contact.tag.added", Delay("day", "P1D"), Text("tagged")) { Filters = Where("tag.name", "is", "vip") });
        var other = await Clinic.Publish(new Flow("survey.submitted", Text("added")));
        var ada = await Enter(new Flow("form.submitted", Delay("day", "P1D"), Tag("tag", "vip"), AddTo("add", other)));
        var ahead = await Look(ada);
        Assert.Equal(["added Text Goes", "tagged Text Goes"], ahead.Items.Select(Brief));
        // Those that do not exist yet have no id that anybody could look up.
        Assert.Equal([(EnrollmentStatus.Waiting, true), (EnrollmentStatus.Scheduled, false), (EnrollmentStatus.Scheduled, false)], ahead.Enrollments.Select(e => (e.Status, e.EnrollmentId is not null)));
        Assert.All(ahead.Items, item => Assert.Null(item.EnrollmentId));
        await Clinic.Pass("P1D");
        await Clinic.Pass("P1D");
        Assert.Equal(["added", "tagged"], Clinic.Sent());
    }

    [Fact]
    public async Task A_random_split_is_told_by_the_side_that_the_contact_is_on_and_says_so()
    {
        var ada = await Enter(new Flow("form.submitted", Delay("day", "P1D"), Split("split", "left", "right"), Text("left").To(null), Text("right")));
        var item = Assert.Single((await Look(ada)).Items);
        Assert.Equal("ahead.split", Assert.Single(item.Notes).Code);
        await Clinic.Pass("P1D");
        Assert.Equal([item.StepId], Clinic.Sent());
    }

    [Fact]
    public async Task One_that_never_ends_is_cut_and_that_is_told()
    {
        var ada = await Enter(new Flow("form.submitted", Delay("hour", "PT1H"), Text("text"), GoTo("again", "hour", 1000)));
        var ahead = await Look(ada);
        Assert.Equal((50, "ahead.items"), (ahead.Items.Count, ahead.Cut?.Code));
        Assert.Equal("ahead.long", Assert.Single(ahead.Enrollments).Stop.Code);
    }

    [Fact]
    public async Task Who_is_in_nothing_gets_nothing_and_nobody_is_nobody()
    {
        var ahead = await Look(await Clinic.Person("Ada"));
        Assert.Equal((0, 0), (ahead.Items.Count, ahead.Enrollments.Count));
        Assert.Null(await Clinic.Get<Lookahead>().Of(Clinic.Id, "con_nobody"));
    }
}
