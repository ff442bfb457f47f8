using AesthetixWorkflows.Core.Enrollments;
using AesthetixWorkflows.Core.Machine;
using AesthetixWorkflows.Core.Records;
using AesthetixWorkflows.Runtime.Scheduling;
using static AesthetixWorkflows.Specs.Running.Pieces;

namespace AesthetixWorkflows.Specs.Running;

/// <summary>Everything that arrives may arrive again, late, or in another order; the end is the same.</summary>
public abstract class RepeatsSpec<THost> : RunnerSpec<THost> where THost : ICarriers, new()
{
    [Fact]
    public async Task The_same_event_again_changes_nothing()
    {
        await Clinic.Publish(new Flow("form.submitted", Text("text")) { Settings = new() { ["reentry"] = "always" } });
        var ada = await Clinic.Person();
        var ids = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Clinic.Form(ada, "delivery-1")));
        await Clinic.Quiet();
        Assert.Equal(ids[0], await Clinic.Form(ada, "delivery-1"));
        await Clinic.Quiet();
        Assert.Single(ids.Distinct());
        Assert.Equal(["text"], Clinic.Sent());
        await Clinic.Only();
    }

    [Fact]
    public async Task An_event_that_is_routed_twice_means_what_it_meant_once()
    {
        await Clinic.Publish(new Flow("form.submitted", Text("text"), ForReply("first", null, "P3D", null), ForReply("second", null, "P3D", null)) { Settings = new() { ["reentry"] = "always" } });
        var ada = await Clinic.Person();
        var form = await Clinic.Form(ada);
        await Clinic.Quiet();
        await RouteAgain(form);
        var reply = await Clinic.Reply(ada);
        await Clinic.Quiet();
        await RouteAgain(reply);
        Assert.Equal(["text"], Clinic.Sent());
        (await Clinic.Only()).WaitsAt("second");
        Assert.Single(await Clinic.Messages(), m => m.Direction is Direction.In);
    }

    [Theory]
    [InlineData("reply tag click")]
    [InlineData("click tag reply")]
    [InlineData("tag reply click reply tag click")]
    [InlineData("reply reply click click tag tag")]
    [InlineData("click reply tag tag reply click")]
    public async Task Answers_count_once_each_in_whatever_order_they_come(string order)
    {
        await Clinic.Publish(new Flow("form.submitted", Text("text"), ForReply("w1", null, "P3D", "late"), ForTag("w2", "vip", "P3D", "late"),
            ForClick("w3", "lnk_a", "P3D", "late"), Email("met"), ForReply("w4", null, "P3D", "late"), Text("never").To(null), Text("late")));
        var ada = await Clinic.Person();
        await Clinic.Form(ada);
        await Clinic.Quiet();
        foreach (var word in order.Split(' '))
        {
            await (word switch { "reply" => Clinic.Reply(ada, sourceId: "reply-1"), "tag" => Clinic.Tagged(ada, "vip", "tag-1"), _ => Clinic.Click(ada, "lnk_a", "click-1") });
            await Clinic.Quiet();
        }
        (await Clinic.Only()).WaitsAt("w4");
        Assert.Equal(["text", "met"], Clinic.Sent());
    }

    [Fact]
    public async Task Reports_of_a_visit_that_come_twice_and_late_leave_it_as_it_is()
    {
        await Clinic.Publish(new Flow("appointment.booked", Email("confirm"), Before("w", "-P1D"), Text("text")) { Settings = new() { ["scope"] = "appointment" } });
        var ada = await Clinic.Person();
        var (first, moved) = (Clinic.Now.AddDays(5), Clinic.Now.AddDays(8));
        await Clinic.Books(ada, "v1", first, "1");
        await Clinic.Quiet();
        await Clinic.Moves(ada, "v1", moved, "2");
        await Clinic.Quiet();
        await Clinic.Books(ada, "v1", first, "1");
        await Clinic.Moves(ada, "v1", moved, "2");
        await Clinic.Quiet();
        (await Clinic.Only()).WaitsAt("w", moved.AddDays(-1));
        await Clinic.Turns(ada, "v1", "cancelled", "3");
        await Clinic.Quiet();
        await Clinic.Moves(ada, "v1", moved, "2");
        await Clinic.Turns(ada, "v1", "cancelled", "3");
        await Clinic.Books(ada, "v1", first, "1");
        await Clinic.Quiet();
        (await Clinic.Only()).IsOver(EnrollmentStatus.Exited, "appointment.cancelled");
        Assert.Equal(["confirm"], Clinic.Sent());
        Assert.Equal(AppointmentStatus.Cancelled, (await Clinic.Store.FindBy(Kinds.Appointment, Clinic.Id, "external", "v1"))!.Body.Status);
    }

    [Fact]
    public async Task An_operators_command_given_twice_does_what_it_does_once()
    {
        await Clinic.Publish(new Flow("form.submitted", Delay("day", "P1D"), Text("text"), Delay("rest", "P9D")));
        await Clinic.Form(await Clinic.Person());
        await Clinic.Quiet();
        var run = await Clinic.Only();
        foreach (var command in new[] { Operation.Pause, Operation.Pause, Operation.Resume, Operation.Resume }) await Clinic.Operate(run.Id, command);
        await Clinic.Quiet();
        (await Clinic.Only()).WaitsAt("day", run.Pending.DueAt);
        await Clinic.Pass("P1D");
        Assert.Equal(["text"], Clinic.Sent());
        await Task.WhenAll(Clinic.Operate(run.Id, Operation.Stop), Clinic.Operate(run.Id, Operation.Stop));
        await Clinic.Quiet();
        (await Clinic.Only()).IsOver(EnrollmentStatus.Exited, "stopped.operator");
        Assert.Single(await Clinic.Log(run.Id), line => line.What is Happened.Finished);
    }

    async Task RouteAgain(string id)
    {
        var stored = (await Clinic.Store.FindEvent(Clinic.Id, id))!;
        await Clinic.Get<Runtime.Routing.EventRouter>().Route(stored.Event);
        await Clinic.Quiet();
    }

    [Fact]
    public async Task An_invoice_becomes_overdue_once_and_wakes_who_waits_for_it_and_paying_it_in_time_prevents_it()
    {
        await Clinic.Publish(new Flow("invoice.changed", Text("text")) { Filters = Where("invoice.status", "is", "overdue"), Settings = new() { ["reentry"] = "always", ["scope"] = "invoice" } });
        var ada = await Clinic.Person();
        var due = Clinic.Now.AddDays(2);
        foreach (var id in new[] { "late", "paid" }) await Tells(id, "sent");
        await Clinic.Quiet();
        await LookTwice();
        Assert.Empty(Clinic.Sent());
        await Tells("paid", "paid");
        await Clinic.Pass("P3D");
        await LookTwice();
        await Tells("late", "overdue");
        await LookTwice();
        Assert.Equal(["text"], Clinic.Sent());
        Assert.Equal([InvoiceStatus.Overdue, InvoiceStatus.Paid], (await Clinic.Store.List(Kinds.Invoice, Clinic.Id, new())).Items.Select(i => i.Body.Status).OrderDescending());

        Task<string> Tells(string id, string status) => Clinic.Happens("invoice.changed", ada, new { invoice = new { externalId = id, status, amount = 120, dueAt = due } });

        async Task LookTwice()
        {
            foreach (var _ in new[] { 1, 2 }) await Clinic.Get<OverdueInvoices>().Look(Clinic.Id, Clinic.Now);
            await Clinic.Quiet();
        }
    }
}
