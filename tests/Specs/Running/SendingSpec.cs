using AesthetixWorkflows.Core.Enrollments;
using AesthetixWorkflows.Core.Machine;
using AesthetixWorkflows.Core.Records;
using static AesthetixWorkflows.Specs.Running.Pieces;

namespace AesthetixWorkflows.Specs.Running;

/// <summary>What keeps a message from going, and what becomes of the enrollment then.</summary>
public abstract class SendingSpec<THost> : RunnerSpec<THost> where THost : ICarriers, new()
{
    const string NewYork = "America/New_York";

    [Fact]
    public async Task C6_after_STOP_no_text_goes_and_the_log_says_why_while_the_care_email_does()
    {
        await Clinic.Publish(new Flow("form.submitted", Delay("hour", "PT1H"), Text("text"), Email("mail")));
        var ada = await Clinic.Person();
        await Clinic.Form(ada);
        await Clinic.Quiet();
        await Clinic.Reply(ada, "STOP");
        await Clinic.Pass("PT1H");
        Assert.Equal(["mail"], Clinic.Sent());
        var run = await Clinic.Only();
        Assert.Equal("consent.dnd.sms", await Clinic.Code(run.Id, "text", Happened.Skipped));
        run.IsOver(EnrollmentStatus.Completed, "finished");
    }

    [Fact]
    public async Task C6_a_STOP_that_comes_while_the_message_before_is_on_its_way_counts()
    {
        await Clinic.Publish(new Flow("form.submitted", Email("mail"), Text("text")));
        var ada = await Clinic.Person();
        Clinic.Post.Meanwhile = async message =>
        {
            if (message.StepId is null) return;
            var id = await Clinic.Reply(ada, "stop");
            while ((await Clinic.Store.FindEvent(Clinic.Id, id))?.Result is null) await Task.Delay(2);
        };
        await Clinic.Form(ada);
        await Clinic.Quiet();
        Assert.Equal(["mail"], Clinic.Sent());
    }

    [Fact]
    public async Task C7_a_text_at_half_past_ten_in_the_evening_waits_for_nine()
    {
        await Clinic.Change(p => p with { TextHours = null });
        await Clinic.Publish(new Flow("form.submitted", Text("text"), Email("mail")));
        var evening = await Tomorrow(22, 30);
        var (ada, inLosAngeles) = (await Clinic.Person(), await Clinic.Person(but: c => c with { TimeZone = "America/Los_Angeles" }));
        await Clinic.Form(ada);
        await Clinic.Form(inLosAngeles);
        await Clinic.Quiet();
        // It is half past seven in Los Angeles.
        Assert.Equal([inLosAngeles], Clinic.Post.Sent.Select(m => m.ContactId).Distinct());
        var held = await Clinic.Only(ada);
        held.WaitsAt("text", Core.Calendars.Zones.At(Core.Calendars.Zones.DateOf(evening.AddDays(1), NewYork), new TimeOnly(9, 0), NewYork));
        await Clinic.PassUntil(held.Pending.DueAt!.Value);
        Assert.Equal(["text", "mail"], Clinic.Post.Sent.Where(m => m.ContactId == ada).Select(m => m.StepId));
    }

    [Fact]
    public async Task C7_two_hours_before_a_late_visit_the_text_is_dropped_rather_than_sent_the_next_day()
    {
        await Clinic.Change(p => p with { TextHours = null });
        await Clinic.Publish(new Flow("appointment.booked", Before("w2", "-PT2H"), Text("t2"), Delay("night", "PT14H"), Email("after")));
        var noon = await Tomorrow(12, 0);
        await Clinic.Books(await Clinic.Person(), "v1", noon.AddHours(11));
        await Clinic.PassUntil(noon.AddHours(9).AddMinutes(1));
        await Clinic.Pass("P1D");
        Assert.Equal(["after"], Clinic.Sent());
        Assert.Equal("message.expired", await Clinic.Code((await Clinic.Only()).Id, "t2", Happened.Skipped));
    }

    [Fact]
    public async Task Advertising_needs_a_yes_for_texts_and_no_no_for_email()
    {
        await Clinic.Publish(new Flow("form.submitted", Text("ad", purpose: "marketing"), Email("news", purpose: "marketing"), Text("care")));
        var (never, refused) = (await Clinic.Person(but: c => c with { Consents = [] }),
            await Clinic.Person(but: c => c with { Consents = [new("sms", "marketing", false, c.CreatedAt, "staff"), new("email", "marketing", false, c.CreatedAt, "staff")] }));
        await Clinic.Form(never);
        await Clinic.Form(refused);
        await Clinic.Quiet();
        Assert.Equal(["news", "care"], Clinic.Post.Sent.Where(m => m.ContactId == never).Select(m => m.StepId));
        Assert.Equal(["care"], Clinic.Post.Sent.Where(m => m.ContactId == refused).Select(m => m.StepId));
        Assert.Equal("consent.missing.sms", await Clinic.Code((await Clinic.Only(never)).Id, "ad", Happened.Skipped));
        Assert.Equal("consent.refused.email", await Clinic.Code((await Clinic.Only(refused)).Id, "news", Happened.Skipped));
    }

    [Fact]
    public async Task A_merge_field_without_a_value_fails_the_step_and_nothing_is_sent()
    {
        await Clinic.Publish(new Flow("form.submitted", Text("text", "How is {{contact.company}}?"), Email("mail")));
        await Clinic.Form(await Clinic.Person());
        await Clinic.Quiet();
        Assert.Equal(["mail"], Clinic.Sent());
        var run = await Clinic.Only();
        Assert.Equal("merge.missing:contact.company", await Clinic.Code(run.Id, "text", Happened.Failed));
        run.IsOver(EnrollmentStatus.Completed, "finished");
        // Nobody would find it otherwise: the enrollment went on.
        var kept = Assert.Single((await Clinic.Store.List(Kinds.Message, Clinic.Id, new())).Items, message => message.Body.StepId == "text");
        Assert.Equal((MessageStatus.Failed, "merge.missing:contact.company", "sms", run.Id), (kept.Body.Status, kept.Body.Code, kept.Body.Channel, kept.Body.EnrollmentId));
        Assert.Null(kept.Body.Text);
    }

    [Fact]
    public async Task What_could_not_be_written_goes_as_one_message_when_the_value_is_there_and_somebody_retries()
    {
        await Clinic.Publish(new Flow("form.submitted", Text("text", "How is {{contact.company}}?").OrElse("stop", attempts: 1), Email("mail")));
        var ada = await Clinic.Person();
        await Clinic.Form(ada);
        await Clinic.Quiet();
        var run = await Clinic.Only();
        run.IsOver(EnrollmentStatus.Failed, "merge.missing:contact.company");
        await Clinic.Pass("PT1H");
        await Clinic.Operate(run.Id, Operation.Retry);
        await Clinic.Quiet();
        Assert.Empty(Clinic.Sent());
        var kept = Assert.Single((await Clinic.Store.List(Kinds.Message, Clinic.Id, new())).Items);

        await Clinic.Change(ada, contact => contact with { Company = "Lumina" });
        await Clinic.Pass("PT1H");
        await Clinic.Operate(run.Id, Operation.Retry);
        await Clinic.Quiet();
        Assert.Equal(["text", "mail"], Clinic.Sent());
        var sent = Assert.Single((await Clinic.Store.List(Kinds.Message, Clinic.Id, new())).Items, message => message.Body.StepId == "text");
        Assert.Equal((kept.Id, MessageStatus.Sent, null, "How is Lumina?"), (sent.Id, sent.Body.Status, sent.Body.Code, sent.Body.Text));
    }

    [Fact]
    public async Task What_is_left_out_on_purpose_or_for_want_of_an_address_is_no_message_that_failed()
    {
        await Clinic.Publish(new Flow("form.submitted", Text("ad", purpose: "marketing"), Email("mail")));
        await Clinic.Form(await Clinic.Person(but: c => c with { Consents = [], Email = null }));
        await Clinic.Quiet();
        (await Clinic.Only()).IsOver(EnrollmentStatus.Completed, "finished");
        Assert.Empty((await Clinic.Store.List(Kinds.Message, Clinic.Id, new())).Items);
    }

    [Fact]
    public async Task The_kill_switch_holds_messages_and_lets_them_go_once_it_is_lifted()
    {
        await Clinic.Publish(new Flow("form.submitted", Tag("tag", "seen"), Text("text")));
        await Clinic.Change(p => p with { SendingPaused = true });
        var ada = await Clinic.Person();
        await Clinic.Form(ada);
        await Clinic.Pass("PT30M");
        Assert.Empty(Clinic.Sent());
        Assert.Contains("seen", (await Clinic.Store.Find(Kinds.Contact, Clinic.Id, ada))!.Body.Tags);
        await Clinic.Change(p => p with { SendingPaused = false });
        await Clinic.Pass("PT30S");
        await Clinic.Sweep();
        Assert.Equal(["text"], Clinic.Sent());
    }

    [Fact]
    public async Task A_provider_that_is_away_is_asked_again_and_the_message_goes_once()
    {
        await Clinic.Publish(new Flow("form.submitted", Text("text"), Email("mail")));
        var left = 3;
        Clinic.Post.Instead = m => m.StepId == "text" && left-- > 0 ? new Outcome.Failed("provider.away", true) : null;
        await Clinic.Form(await Clinic.Person());
        foreach (var pause in new[] { "PT10S", "PT1M", "PT10M" }) await Clinic.Pass(pause);
        Assert.Equal(["text", "mail"], Clinic.Sent());
        var run = await Clinic.Only();
        Assert.Equal(3, (await Clinic.Log(run.Id)).Count(line => line.What is Happened.Retrying));
        // One message that was tried four times, not four messages.
        Assert.Equal(MessageStatus.Sent, Assert.Single(await Clinic.Messages(), m => m.StepId == "text").Status);
    }

    [Fact]
    public async Task C2_a_message_whose_fate_nobody_knows_is_marked_and_never_sent_again()
    {
        await Clinic.Publish(new Flow("form.submitted", Text("text"), Email("mail")));
        Clinic.Post.Instead = m => m.StepId == "text" ? new Outcome.Unknown("send.unknown") : null;
        await Clinic.Form(await Clinic.Person());
        await Clinic.Pass("P1D");
        await Clinic.Restart();
        await Clinic.Quiet();
        Assert.Equal(["mail"], Clinic.Sent());
        Assert.Equal(MessageStatus.Unknown, Assert.Single(await Clinic.Messages(), m => m.StepId == "text").Status);
        var run = await Clinic.Only();
        Assert.Contains(await Clinic.Log(run.Id), line => line is { StepId: "text", What: Happened.Unknown });
        run.IsOver(EnrollmentStatus.Completed, "finished");
    }

    [Fact]
    public async Task A_contact_that_is_deleted_leaves_and_is_sent_nothing()
    {
        await Clinic.Publish(new Flow("form.submitted", Delay("day", "P1D"), Text("text")));
        var ada = await Clinic.Person();
        await Clinic.Form(ada);
        await Clinic.Quiet();
        await Clinic.Delete(ada);
        await Clinic.Pass("P2D");
        Assert.Empty(Clinic.Sent());
        (await Clinic.Only()).IsOver(EnrollmentStatus.Exited, "contact.deleted");
    }

    async Task<DateTimeOffset> Tomorrow(int hour, int minute)
    {
        var at = Core.Calendars.Zones.At(Core.Calendars.Zones.DateOf(Clinic.Now.AddDays(1), NewYork), new TimeOnly(hour, minute), NewYork);
        await Clinic.PassUntil(at);
        return at;
    }
}
