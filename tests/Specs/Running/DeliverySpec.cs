using AesthetixWorkflows.Runtime.Intake;
using System.Text.Json;
using AesthetixWorkflows.Core.Enrollments;
using AesthetixWorkflows.Core.Machine;
using AesthetixWorkflows.Core.Records;
using AesthetixWorkflows.Runtime.Delivering;
using static AesthetixWorkflows.Specs.Running.Pieces;

namespace AesthetixWorkflows.Specs.Running;

/// <summary>What providers say afterwards: in any order, any number of times, and sometimes before we have written down that
/// the message was sent at all.</summary>
public abstract class DeliverySpec<THost> : RunnerSpec<THost> where THost : ICarriers, new()
{
    [Fact]
    public async Task A_message_only_moves_forward_whatever_the_order_of_its_reports()
    {
        var (_, mail) = await Mailed();
        var reports = new[] { DeliveryEvent.Sent, DeliveryEvent.Opened, DeliveryEvent.Delivered, DeliveryEvent.Sent, DeliveryEvent.Clicked };
        foreach (var what in reports.Concat(reports)) await Report(mail, what);
        Assert.Equal((MessageStatus.Delivered, null), await State(mail));
        // A mail server may take a message and send it back later.
        await Report(mail, DeliveryEvent.Bounced, "sendgrid.blocked");
        await Report(mail, DeliveryEvent.Delivered);
        Assert.Equal((MessageStatus.Failed, "sendgrid.blocked"), await State(mail));
    }

    [Fact]
    public async Task C18_The_same_news_twice_is_one_event()
    {
        var (ada, mail) = await Mailed();
        for (var i = 0; i < 3; i++) await Report(mail, DeliveryEvent.Opened, id: "open-1");
        await Report(mail, DeliveryEvent.Delivered);
        await Clinic.Quiet();
        var e = Assert.Single((await Clinic.Store.ListEvents(Clinic.Id, "email.event", ada, null, 50, null)).Items).Event;
        Assert.Equal(("sendgrid", "open-1", "opened", "mail"), (e.Source, e.SourceId, e.Data.GetProperty("email").GetProperty("event").GetString(), e.Data.GetProperty("email").GetProperty("stepId").GetString()));
    }

    [Fact]
    public async Task Whoever_waits_for_an_email_to_be_opened_goes_on_when_it_is()
    {
        await Clinic.Publish(new Flow("form.submitted", Email("mail"), ForMail("wait", "mail", "opened", "P3D", null), Tag("tag", "reader")));
        var ada = await Clinic.Person();
        await Clinic.Form(ada);
        await Clinic.Quiet();
        await Report((await MessageOf("mail")).Id, DeliveryEvent.Opened);
        await Clinic.Quiet();
        (await Clinic.Only()).IsOver(EnrollmentStatus.Completed, "finished");
    }

    [Fact]
    public async Task The_email_of_another_workflow_is_another_email_though_its_step_has_the_same_name()
    {
        await Clinic.Publish(new Flow("form.submitted", Email("mail"), ForMail("wait", "mail", "opened", "P3D", null)));
        var other = await Clinic.Publish(new Flow("survey.submitted", Email("mail"), Tag("tag", "other")));
        var ada = await Clinic.Person();
        await Clinic.Form(ada);
        await Clinic.Happens("survey.submitted", ada, new { survey = new { id = "s" } });
        await Clinic.Quiet();
        await Report((await Messages()).Single(m => m.Body.WorkflowId == other).Id, DeliveryEvent.Opened);
        await Clinic.Quiet();
        Assert.Single(await Clinic.Enrollments(ada), e => e.WorkflowId != other).WaitsAt("wait");
    }

    [Theory]
    [InlineData(DeliveryEvent.Bounced, "bounced")]
    [InlineData(DeliveryEvent.Dropped, "bounced")]
    [InlineData(DeliveryEvent.Complained, "complained")]
    [InlineData(DeliveryEvent.Unsubscribed, "unsubscribed")]
    public async Task An_address_that_is_dead_or_wants_no_more_is_left_alone_and_its_phone_is_not(DeliveryEvent what, string reason)
    {
        await Clinic.Publish(new Flow("form.submitted", Email("mail"), Delay("day", "P1D"), Email("again"), Text("text")));
        var ada = await Clinic.Person();
        await Clinic.Form(ada);
        await Clinic.Quiet();
        await Report((await MessageOf("mail")).Id, what, stop: reason);
        await Clinic.Pass("P1D");
        Assert.Equal(["mail", "text"], Clinic.Sent());
        Assert.Equal(("email", reason), Dnd(await Contact(ada)));
        Assert.Contains(await Clinic.Audited(), line => (line.By, line.Action, line.Subject) == ("sendgrid", "consent.stop", ada));
        Assert.Equal("consent.dnd.email", await Clinic.Code((await Clinic.Only()).Id, "again", Happened.Skipped));
    }

    [Fact]
    public async Task A_number_that_opted_out_at_the_carrier_is_not_tried_again()
    {
        await Clinic.Publish(new Flow("form.submitted", Text("text").OrElse("continue"), Delay("day", "P1D"), Text("again")));
        Clinic.Post.Instead = m => m.StepId == "text" ? new Outcome.Failed("twilio.21610", false) : null;
        var ada = await Clinic.Person();
        await Clinic.Form(ada);
        await Clinic.Pass("P1D");
        Assert.Empty(Clinic.Sent());
        Assert.Equal(("sms", "stop"), Dnd(await Contact(ada)));
        Assert.Single((await Clinic.Store.ListEvents(Clinic.Id, "sms.failed", ada, null, 50, null)).Items);
    }

    [Fact]
    public async Task A_report_that_is_repeated_after_START_does_not_silence_the_contact_again()
    {
        await Clinic.Publish(new Flow("form.submitted", Text("text")));
        var ada = await Clinic.Person();
        await Clinic.Form(ada);
        await Clinic.Quiet();
        var text = (await MessageOf("text")).Id;
        await Report(text, DeliveryEvent.Failed, "twilio.30005", "SM1:undelivered", DeliveryStops.ReasonOf("twilio.30005"));
        await Clinic.Quiet();
        Assert.Equal(("sms", "unknownNumber"), Dnd(await Contact(ada)));
        await Clinic.Reply(ada, "START");
        await Clinic.Quiet();
        await Report(text, DeliveryEvent.Failed, "twilio.30005", "SM1:undelivered", DeliveryStops.ReasonOf("twilio.30005"));
        await Clinic.Quiet();
        Assert.Empty((await Contact(ada)).Dnd);
    }

    [Fact]
    public async Task What_staff_switched_off_a_workflow_may_not_switch_on_once_the_contact_has_said_so_too()
    {
        var (ada, mail) = await Mailed();
        await Clinic.Change(ada, c => c with { Dnd = [new("email", "staff", Clinic.Now)] });
        await Report(mail, DeliveryEvent.Unsubscribed, stop: DeliveryStops.Unsubscribed);
        await Clinic.Quiet();
        Assert.Equal(("email", "unsubscribed"), Dnd(await Contact(ada)));
    }

    [Fact]
    public async Task C2_a_report_tells_what_became_of_a_message_whose_fate_nobody_knew()
    {
        Clinic.Post.Instead = _ => new Outcome.Unknown("sendgrid.noAnswer");
        var (_, mail) = await Mailed();
        Assert.Equal((MessageStatus.Unknown, "sendgrid.noAnswer"), await State(mail));
        await Report(mail, DeliveryEvent.Delivered);
        Assert.Equal((MessageStatus.Delivered, null), await State(mail));
    }

    [Fact]
    public async Task C2_what_a_provider_reported_on_is_not_handed_over_again_though_it_said_that_it_was_away()
    {
        var left = 1;
        Clinic.Post.Instead = _ => left-- > 0 ? new Outcome.Failed("sendgrid.unavailable", true) : null;
        var (_, mail) = await Mailed();
        await Report(mail, DeliveryEvent.Delivered);
        await Clinic.Pass("PT1M");
        Assert.Empty(Clinic.Sent());
        Assert.Equal((MessageStatus.Delivered, null), await State(mail));
        (await Clinic.Only()).IsOver(EnrollmentStatus.Completed, "finished");
    }

    [Fact]
    public async Task A_report_that_is_quicker_than_our_own_note_of_sending_is_not_overwritten_by_it()
    {
        Task? report = null;
        Clinic.Post.Meanwhile = async _ =>
        {
            report = Report((await MessageOf("mail")).Id, DeliveryEvent.Delivered);
            // Time enough for it to be written, if it did not wait for us.
            await Task.WhenAny(report, Task.Delay(200));
        };
        var (_, mail) = await Mailed();
        await report!;
        Assert.Equal((MessageStatus.Delivered, null), await State(mail));
    }

    [Fact]
    public async Task Reports_about_nothing_that_we_sent_are_counted_and_let_go()
    {
        var (ada, mail) = await Mailed();
        await Clinic.Reply(ada);
        await Clinic.Quiet();
        var reply = (await Messages()).Single(m => m.Body.Direction is Direction.In).Id;
        var taken = await Clinic.Get<DeliveryReports>().Take([Of("msg_none", DeliveryEvent.Opened), Of(reply, DeliveryEvent.Opened), Of(mail, DeliveryEvent.Opened), Of(mail, DeliveryEvent.Opened) with { Practice = "prac_none" }]);
        Assert.Equal(new ReportsTaken(1, 3), taken);
    }

    async Task<(string Contact, string Message)> Mailed()
    {
        await Clinic.Publish(new Flow("form.submitted", Email("mail")));
        var ada = await Clinic.Person();
        await Clinic.Form(ada);
        await Clinic.Quiet();
        return (ada, (await MessageOf("mail")).Id);
    }

    Task<ReportsTaken> Report(string message, DeliveryEvent what, string? code = null, string? id = null, string? stop = null) =>
        Clinic.Get<DeliveryReports>().Take([Of(message, what, code, id, stop)]);

    DeliveryReport Of(string message, DeliveryEvent what, string? code = null, string? id = null, string? stop = null) =>
        new(Clinic.Id, message, what, what is DeliveryEvent.Failed ? "twilio" : "sendgrid", id ?? Guid.NewGuid().ToString("n"), Clinic.Now, "provider-1", code, stop);

    async Task<(MessageStatus, string?)> State(string message) =>
        (await Clinic.Store.Find(Kinds.Message, Clinic.Id, message))!.Body is var m ? (m.Status, m.Code) : default;

    async Task<Contact> Contact(string id) => (await Clinic.Store.Find(Kinds.Contact, Clinic.Id, id))!.Body;
    static (string, string) Dnd(Contact contact) => Assert.Single(contact.Dnd) is var dnd ? (dnd.Channel, dnd.Reason) : default;
    async Task<IReadOnlyList<Stored<Message>>> Messages() => (await Clinic.Store.List(Kinds.Message, Clinic.Id, new(200, Descending: false))).Items;
    async Task<Stored<Message>> MessageOf(string step) => Assert.Single(await Messages(), m => m.Body.StepId == step);

    [Fact]
    public async Task A_START_that_was_held_up_does_not_lift_the_STOP_sent_after_it()
    {
        var ada = await Clinic.Person();
        var earlier = Clinic.Now;
        await Clinic.Pass("PT5M");
        await Clinic.Reply(ada, "STOP");
        await Clinic.Quiet();
        await Clinic.Get<EventIntake>().Accept(Clinic.Id,
            [new("late", "start", "message.received", earlier, JsonSerializer.SerializeToElement(new { message = new { channel = "sms", body = "START" } }), ada)]);
        await Clinic.Quiet();
        Assert.Contains((await Clinic.Store.Find(Kinds.Contact, Clinic.Id, ada))!.Body.Dnd, dnd => dnd.Channel == "sms");

        await Clinic.Reply(ada, "START");
        await Clinic.Quiet();
        Assert.Empty((await Clinic.Store.Find(Kinds.Contact, Clinic.Id, ada))!.Body.Dnd);
    }
}
