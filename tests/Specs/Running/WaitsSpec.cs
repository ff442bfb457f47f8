using System.Text.Json.Nodes;
using AesthetixWorkflows.Core.Calendars;
using AesthetixWorkflows.Core.Enrollments;
using AesthetixWorkflows.Core.Machine;
using static AesthetixWorkflows.Specs.Running.Pieces;

namespace AesthetixWorkflows.Specs.Running;

/// <summary>Waits for something that happens: each is ended by its event, by no other, and by its timeout.</summary>
public abstract class WaitsSpec<THost> : RunnerSpec<THost> where THost : ICarriers, new()
{
    [Fact]
    public Task A_reply_ends_the_wait_for_it() => Ends(ForReply("wait", "sms", "P3D", "late"), c => Clinic.Reply(c));

    [Fact]
    public Task A_reply_on_another_channel_does_not() => LeavesWaiting(ForReply("wait", "sms", "P3D", "late"), c => Clinic.Reply(c, channel: "email"));

    [Fact]
    public Task A_condition_that_comes_true_ends_the_wait_for_it() => Ends(ForTag("wait", "booked", "P3D", "late"), c => Clinic.Tagged(c, "booked"));

    [Fact]
    public Task Another_tag_does_not() => LeavesWaiting(ForTag("wait", "booked", "P3D", "late"), c => Clinic.Tagged(c, "lead"));

    [Fact]
    public Task A_click_ends_the_wait_for_it() => Ends(ForClick("wait", "lnk_price", "P3D", "late"), c => Clinic.Click(c, "lnk_price"));

    [Fact]
    public Task Another_link_does_not() => LeavesWaiting(ForClick("wait", "lnk_price", "P3D", "late"), c => Clinic.Click(c, "lnk_other"));

    [Fact]
    public Task An_opened_email_ends_the_wait_for_it() => Ends(ForMail("wait", "mail", "opened", "P3D", "late"), c => Clinic.Mail(c, "mail", "opened"));

    [Fact]
    public Task A_bounce_does_not() => LeavesWaiting(ForMail("wait", "mail", "opened", "P3D", "late"), c => Clinic.Mail(c, "mail", "bounced"));

    [Fact]
    public async Task A_condition_that_is_true_already_is_not_waited_for()
    {
        await Publish(ForTag("wait", "booked", "P3D", "late"));
        await Clinic.Form(await Clinic.Person(but: c => c with { Tags = ["booked"] }));
        await Clinic.Quiet();
        Assert.Equal(["mail", "met"], Clinic.Sent());
    }

    [Fact]
    public async Task C9_a_reply_that_comes_a_moment_before_the_wait_is_found_by_it()
    {
        await Publish(ForReply("wait", null, "P3D", "late"));
        var ada = await Clinic.Person();
        // While the message is on its way out, the answer is on its way in.
        Clinic.Post.Meanwhile = async message =>
        {
            if (message.StepId != "mail") return;
            var id = await Clinic.Reply(ada);
            while ((await Clinic.Store.FindEvent(Clinic.Id, id))?.Result is null) await Task.Delay(2);
        };
        await Clinic.Form(ada);
        await Clinic.Quiet();
        Assert.Equal(["mail", "met"], Clinic.Sent());
    }

    [Fact]
    public async Task A_reply_to_an_earlier_message_does_not_answer_a_later_one()
    {
        await Clinic.Publish(new Flow("form.submitted", Text("first"), Delay("day", "P1D"), Text("second"), ForReply("wait", null, "P3D", null), Text("met")));
        var ada = await Clinic.Person();
        await Clinic.Form(ada);
        await Clinic.Quiet();
        await Clinic.Reply(ada);
        await Clinic.Pass("P1D");
        (await Clinic.Only()).WaitsAt("wait");
        await Clinic.Reply(ada);
        await Clinic.Quiet();
        Assert.Equal(["first", "second", "met"], Clinic.Sent());
    }

    [Fact]
    public async Task A_fact_that_comes_true_while_it_is_asked_for_is_not_missed()
    {
        await Clinic.Publish(new Flow("form.submitted", ForTag("wait", "vip", "P3D", null), Text("met")));
        var people = new List<string>();
        for (var i = 0; i < 20; i++) people.Add(await Clinic.Person());
        // Form and tag in the same breath: whichever is seen first, nobody is left behind.
        await Task.WhenAll(people.SelectMany(p => new[] { Clinic.Form(p), Clinic.Tagged(p, "vip") }));
        await Clinic.Quiet();
        Assert.Equal(20, Clinic.Sent().Count());
    }

    [Theory]
    [InlineData("P8D")]
    [InlineData(null)]
    public async Task A_condition_that_the_clock_makes_true_ends_the_wait_with_nothing_else_happening(string? timeout)
    {
        var weekday = Weekdays.Name(Zones.DateOf(Clinic.Now.AddDays(2), "America/New_York").DayOfWeek);
        await Publish(Until(new() { ["field"] = "now.weekday", ["op"] = "is", ["value"] = weekday }, timeout));
        var ada = await Clinic.Person();
        await Clinic.Form(ada);
        await Clinic.Quiet();
        (await Clinic.Only()).WaitsAt("wait");
        await Clinic.Pass("P2D");
        Assert.Equal(["mail", "met"], Clinic.Sent());
        (await Clinic.Only()).IsOver(EnrollmentStatus.Completed, "finished");
    }

    [Fact]
    public async Task A_visit_that_begins_ends_the_wait_for_the_first_one()
    {
        await Publish(Until(new() { ["field"] = "visits.count", ["op"] = "gte", ["value"] = 1 }, null));
        var ada = await Clinic.Person();
        await Clinic.Books(ada, "v1", Clinic.Now.AddDays(5));
        await Clinic.Form(ada);
        await Clinic.Quiet();
        (await Clinic.Only()).WaitsAt("wait");
        await Clinic.Pass("P4D");
        Assert.Equal(["mail"], Clinic.Sent());
        await Clinic.Pass("P1D");
        Assert.Equal(["mail", "met"], Clinic.Sent());
    }

    [Fact]
    public async Task A_condition_that_the_clock_never_makes_true_ends_with_the_timeout()
    {
        await Publish(Until(new() { ["field"] = "now.month", ["op"] = "is", ["value"] = 13 }, "P20D"));
        var ada = await Clinic.Person();
        await Clinic.Form(ada);
        await Clinic.Pass("P19D");
        Assert.Equal(["mail"], Clinic.Sent());
        await Clinic.Pass("P1D");
        Assert.Equal(["mail", "late"], Clinic.Sent());
        Assert.Single(await Clinic.Log((await Clinic.Only()).Id), line => line is { StepId: "wait", What: Happened.Waiting });
    }

    static Piece Until(JsonObject test, string? timeout)
    {
        var wait = Act("wait", "wait.condition", new() { ["when"] = new JsonObject { ["all"] = new JsonArray(test) } });
        return timeout is null ? wait : Timed(wait, timeout, "late");
    }

    [Fact]
    public async Task An_invoice_that_is_paid_ends_the_wait_for_its_due_date()
    {
        var due = Clinic.Now.AddDays(5);
        await Clinic.Publish(new Flow("form.submitted", Act("wait", "wait.invoice", new() { ["offset"] = "P1D", ["paidStep"] = "thanks" }), Text("overdue").To(null), Text("thanks")) { Settings = new() { ["scope"] = "invoice" } });
        var (ada, bob) = (await Clinic.Person("Ada"), await Clinic.Person("Bob"));
        Task Invoice(string what, string who, string id, string status) => Clinic.Happens(what, who, new { invoice = new { id, status, dueAt = due } });
        await Invoice("form.submitted", ada, "inv_1", "sent");
        await Invoice("form.submitted", bob, "inv_2", "sent");
        await Clinic.Quiet();
        await Invoice("invoice.changed", ada, "inv_1", "paid");
        await Clinic.Quiet();
        Assert.Equal(["thanks"], Clinic.Sent());
        await Clinic.PassUntil(due.AddDays(1).AddMinutes(1));
        Assert.Equal(["thanks", "overdue"], Clinic.Sent());
    }

    async Task Ends(Piece wait, Func<string, Task> what)
    {
        await Publish(wait);
        var (ada, bob) = (await Clinic.Person("Ada"), await Clinic.Person("Bob"));
        await Clinic.Form(ada);
        await Clinic.Form(bob);
        await Clinic.Quiet();
        (await Clinic.Only(ada)).WaitsAt("wait");
        await what(ada);
        await Clinic.Quiet();
        (await Clinic.Only(ada)).IsOver(EnrollmentStatus.Completed, "finished");
        (await Clinic.Only(bob)).WaitsAt("wait");
        await Clinic.Pass("P3D");
        Assert.Equal(["mail", "mail", "met", "late"], Clinic.Sent());
        Assert.Contains(await Clinic.Log((await Clinic.Only(bob)).Id), line => line is { StepId: "wait", What: Happened.TimedOut });
    }

    async Task LeavesWaiting(Piece wait, Func<string, Task> what)
    {
        await Publish(wait);
        var ada = await Clinic.Person();
        await Clinic.Form(ada);
        await Clinic.Quiet();
        await what(ada);
        await Clinic.Quiet();
        (await Clinic.Only()).WaitsAt("wait");
    }

    Task<string> Publish(Piece wait) => Clinic.Publish(new Flow("form.submitted", Email("mail"), wait, Text("met").To(null), Text("late")));
}
