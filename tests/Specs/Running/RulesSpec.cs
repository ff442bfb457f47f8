using System.Text.Json.Nodes;
using AesthetixWorkflows.Core.Calendars;
using AesthetixWorkflows.Core.Enrollments;
using AesthetixWorkflows.Core.Machine;
using AesthetixWorkflows.Core.Records;
using AesthetixWorkflows.Runtime.Publishing;
using static AesthetixWorkflows.Specs.Running.Pieces;

namespace AesthetixWorkflows.Specs.Running;

/// <summary>The practice's rules of sending: caps, holidays, quiet times, notices, the kill switch; and what later steps know of
/// what earlier ones found and sent.</summary>
public abstract class RulesSpec<THost> : RunnerSpec<THost> where THost : ICarriers, new()
{
    const string NewYork = "America/New_York";

    [Fact]
    public async Task Advertising_beyond_the_cap_is_dropped_and_care_is_free()
    {
        await Clinic.Change(p => p with { Caps = [new(2, "P1D", "sms")] });
        await Clinic.Publish(new Flow("form.submitted", Text("a", purpose: "marketing"), Text("b", purpose: "marketing"), Text("c", purpose: "marketing"), Text("care"), Email("mail", purpose: "marketing"),
            Delay("day", "P1D"), Text("d", purpose: "marketing")));
        await Clinic.Form(await Clinic.Person());
        await Clinic.Quiet();
        Assert.Equal(["a", "b", "care", "mail"], Clinic.Sent());
        Assert.Equal("cap.sms", await Clinic.Code((await Clinic.Only()).Id, "c", Happened.Skipped));
        await Clinic.Pass("P1D");
        Assert.Equal("d", Clinic.Sent().Last());
    }

    [Fact]
    public async Task A_cap_may_hold_until_a_place_is_free()
    {
        await Clinic.Change(p => p with { Caps = [new(1, "P1D", null, "hold")] });
        await Clinic.Publish(new Flow("form.submitted", Text("a", purpose: "marketing"), Email("b", purpose: "marketing")));
        await Clinic.Form(await Clinic.Person());
        await Clinic.Quiet();
        Assert.Equal(["a"], Clinic.Sent());
        Assert.Equal("cap.email", await Clinic.Code((await Clinic.Only()).Id, "b", Happened.Held));
        await Clinic.Pass("P1D");
        await Clinic.Pass("PT1M");
        Assert.Equal(["a", "b"], Clinic.Sent());
    }

    [Fact]
    public async Task Many_workflows_at_the_same_moment_do_not_pass_the_cap()
    {
        await Clinic.Change(p => p with { Caps = [new(1, "P1D", "sms")] });
        for (var i = 0; i < 6; i++) await Clinic.Publish(new Flow("form.submitted", Text($"ad{i}", purpose: "marketing")));
        var people = new List<string>();
        for (var i = 0; i < 5; i++) people.Add(await Clinic.Person());
        foreach (var person in people) await Clinic.Form(person);
        await Clinic.Quiet();
        Assert.All(people, person => Assert.Single(Clinic.Post.Sent, m => m.ContactId == person));
    }

    [Fact]
    public async Task A_message_that_failed_takes_no_place_under_the_cap()
    {
        await Clinic.Change(p => p with { Caps = [new(1, "P1D", "sms")] });
        Clinic.Post.Instead = m => m.StepId == "a" ? new Outcome.Failed("provider.refused", false) : null;
        await Clinic.Publish(new Flow("form.submitted", Text("a", purpose: "marketing").OrElse("continue", 1), Text("b", purpose: "marketing")));
        await Clinic.Form(await Clinic.Person());
        await Clinic.Quiet();
        Assert.Equal(["b"], Clinic.Sent());
    }

    [Fact]
    public async Task On_a_holiday_texts_and_advertising_wait_and_care_email_goes()
    {
        var today = Zones.DateOf(Clinic.Now, NewYork);
        await Clinic.Change(p => p with { Holidays = [new(today, today.AddDays(1), "Founders")] });
        await Clinic.Publish(new Flow("form.submitted", Email("care")));
        await Clinic.Publish(new Flow("form.submitted", Text("text")));
        await Clinic.Publish(new Flow("form.submitted", Email("news", purpose: "marketing")));
        await Clinic.Form(await Clinic.Person());
        await Clinic.Quiet();
        Assert.Equal(["care"], Clinic.Sent());
        var after = Zones.At(today.AddDays(2), TimeOnly.MinValue, NewYork);
        Assert.All((await Clinic.Enrollments()).Where(e => e.IsLive), e => Assert.Equal(after, e.Pending.DueAt));
        await Clinic.PassUntil(after.AddMinutes(1));
        Assert.Equal(["care", "news", "text"], Clinic.Sent().Order());
    }

    [Fact]
    public async Task The_reminder_of_a_visit_right_after_a_holiday_goes_on_the_holiday()
    {
        await Clinic.Publish(new Flow("appointment.booked", Before("w", "-PT4H"), Text("soon")));
        var noon = Zones.At(Zones.DateOf(Clinic.Now, NewYork).AddDays(3), new TimeOnly(12, 0), NewYork);
        await Clinic.Change(p => p with { Holidays = [new(Zones.DateOf(noon, NewYork))] });
        await Clinic.Books(await Clinic.Person(), "v1", noon);
        await Clinic.PassUntil(noon.AddHours(-4).AddMinutes(1));
        Assert.Equal(["soon"], Clinic.Sent());
    }

    [Fact]
    public async Task A_wait_with_a_window_goes_on_after_the_holiday_even_one_that_was_entered_later()
    {
        var window = JsonNode.Parse("""{"days":["mon","tue","wed","thu","fri","sat","sun"],"from":"09:00","to":"17:00"}""")!.AsObject();
        await Clinic.Publish(new Flow("form.submitted", Act("w", "wait.delay", new() { ["for"] = "P1D", ["window"] = window }), Email("mail")));
        var today = Zones.DateOf(Clinic.Now, NewYork);
        await Clinic.Change(p => p with { Holidays = [new(today.AddDays(1), today.AddDays(2))] });
        await Clinic.Form(await Clinic.Person());
        await Clinic.Quiet();
        (await Clinic.Only()).WaitsAt("w", Zones.At(today.AddDays(3), new TimeOnly(9, 0), NewYork));
        await Clinic.Change(p => p with { Holidays = [new(today.AddDays(1), today.AddDays(4))] });
        await Clinic.PassUntil(Zones.At(today.AddDays(3), new TimeOnly(9, 1), NewYork));
        Assert.Empty(Clinic.Sent());
        await Clinic.PassUntil(Zones.At(today.AddDays(5), new TimeOnly(9, 1), NewYork));
        Assert.Equal(["mail"], Clinic.Sent());
    }

    [Fact]
    public async Task At_night_a_message_waits_or_is_dropped_as_its_step_says()
    {
        await Clinic.Change(p => p with { TextHours = null });
        await Clinic.Publish(new Flow("form.submitted", Quiet(Text("drop"), "drop"), Quiet(Text("hold"), "hold"), Email("mail")));
        await Clinic.PassUntil(Zones.At(Zones.DateOf(Clinic.Now.AddDays(1), NewYork), new TimeOnly(22, 30), NewYork));
        await Clinic.Form(await Clinic.Person());
        await Clinic.Pass("PT11H");
        Assert.Equal(["hold", "mail"], Clinic.Sent());
        Assert.Equal("dropped.quietHours", await Clinic.Code((await Clinic.Only()).Id, "drop", Happened.Skipped));
    }

    [Theory]
    [InlineData("+13105550100", null, 12)]
    [InlineData("+13105550101", NewYork, 9)]
    [InlineData("+18005550100", null, 9)]
    public async Task A_text_waits_for_the_morning_wherever_its_reader_may_be(string phone, string? zone, int hour)
    {
        await Clinic.Change(p => p with { TextHours = null });
        await Clinic.Publish(new Flow("form.submitted", Text("text", purpose: "marketing"), Email("mail")));
        // The clocks of both places are changed on the same day, three hours apart.
        var day = Zones.DateOf(Clinic.Now, NewYork).AddDays(2);
        await Clinic.PassUntil(Zones.At(day, new TimeOnly(9, 0), NewYork).AddHours(-1));
        await Clinic.Form(await Clinic.Person(but: c => c with { Phone = phone, TimeZone = zone }));
        await Clinic.Quiet();
        var morning = Zones.At(day, new TimeOnly(hour, 0), NewYork);
        (await Clinic.Only()).WaitsAt("text", morning);
        await Clinic.PassUntil(morning.AddMinutes(-1));
        Assert.Empty(Clinic.Sent());
        await Clinic.PassUntil(morning);
        Assert.Equal(["text", "mail"], Clinic.Sent());
    }

    [Fact]
    public async Task It_is_the_guardians_whereabouts_that_count()
    {
        await Clinic.Change(p => p with { TextHours = null });
        await Clinic.Publish(new Flow("form.submitted", Text("text")));
        var parent = await Clinic.Person("Anne", c => c with { Phone = "+18085550100" });
        var child = await Clinic.Person(but: c => c with { GuardianId = parent, TimeZone = NewYork });
        var day = Zones.DateOf(Clinic.Now, NewYork).AddDays(2);
        await Clinic.PassUntil(Zones.At(day, new TimeOnly(10, 0), NewYork));
        await Clinic.Form(child);
        await Clinic.Quiet();
        (await Clinic.Only()).WaitsAt("text", Zones.At(day, new TimeOnly(9, 0), "Pacific/Honolulu"));
    }

    [Fact]
    public async Task C7_texting_hours_may_differ_by_weekday()
    {
        var night = new OpenHours(new TimeOnly(10, 0), new TimeOnly(12, 0));
        var tomorrow = Zones.DateOf(Clinic.Now, NewYork).AddDays(1);
        await Clinic.Change(p => p with { TextWindow = new(System.Collections.Immutable.ImmutableDictionary<DayOfWeek, System.Collections.Immutable.ImmutableArray<OpenHours>>.Empty.Add(tomorrow.AddDays(2).DayOfWeek, [night])) });
        await Clinic.Publish(new Flow("form.submitted", Text("text")));
        await Clinic.Form(await Clinic.Person());
        await Clinic.Quiet();
        (await Clinic.Only()).WaitsAt("text", Zones.At(tomorrow.AddDays(2), new TimeOnly(10, 0), NewYork));
    }

    [Fact]
    public async Task How_long_a_message_keeps_is_counted_from_when_it_was_due_first()
    {
        var step = Text("text").Body.DeepClone().AsObject();
        step["config"]!["expiresAfter"] = "PT3H";
        await Clinic.Publish(new Flow("form.submitted", new Piece("text", step).OrElse("continue", 7), Email("mail")));
        Clinic.Post.Instead = m => m.StepId == "text" ? new Outcome.Failed("provider.away", true) : null;
        await Clinic.Form(await Clinic.Person());
        // Half an hour, two hours, five hours between the attempts: the third one comes too late.
        foreach (var pause in new[] { "PT10S", "PT1M", "PT7M", "PT40M", "PT3H" }) await Clinic.Pass(pause);
        Assert.Equal(["mail"], Clinic.Sent());
        Assert.Equal("message.expired", await Clinic.Code((await Clinic.Only()).Id, "text", Happened.Skipped));
    }

    [Fact]
    public async Task The_first_text_in_thirty_days_says_who_writes_and_how_to_opt_out()
    {
        await Clinic.Change(p => p with { OptOutNoticeDays = 30 });
        await Clinic.Publish(new Flow("form.submitted", Text("a"), Text("b"), Delay("month", "P31D"), Text("c", "Lumina here. Reply STOP to opt out"), Delay("later", "P31D"), Text("d")));
        await Clinic.Form(await Clinic.Person());
        await Clinic.Pass("P31D");
        await Clinic.Pass("P31D");
        Assert.Equal(
            ["Hello Ada\nLumina. Reply STOP to opt out.", "Hello Ada", "Lumina here. Reply STOP to opt out", "Hello Ada\nLumina. Reply STOP to opt out."], Clinic.Post.Sent.Select(m => m.Text));
        Assert.All(Clinic.Post.Sent, m => Assert.Equal(1, m.Segments));
    }

    [Fact]
    public async Task B19_while_sending_is_paused_messages_rest_and_then_leave_some_at_a_time_without_what_is_stale()
    {
        var step = Text("stale").Body.DeepClone().AsObject();
        step["config"]!["expiresAfter"] = "PT1H";
        await Clinic.Publish(new Flow("form.submitted", new Piece("stale", step), Text("text")));
        await Clinic.Change(p => p with { SendingPaused = true });
        for (var i = 0; i < 50; i++) await Clinic.Form(await Clinic.Person());
        await Clinic.Pass("PT5H");
        // They look neither every minute nor every hour.
        Assert.All(await Clinic.Enrollments(), e => Assert.True(e.Pending.DueAt > Clinic.Now.AddHours(6), $"{e.Pending.DueAt}"));
        Assert.Single(await Clinic.Log((await Clinic.Enrollments())[0].Id), line => line.What is Happened.Held);
        await Clinic.Change(p => p with { SendingPaused = false });
        await Clinic.Pass("PT15S");
        for (var i = 0; i < 3; i++)
        {
            await Clinic.Sweep();
            await Clinic.Pass("PT15S");
        }
        Assert.Equal(50, Clinic.Sent().Count(step => step == "text"));
        Assert.DoesNotContain("stale", Clinic.Sent());
        Assert.Empty((await Clinic.Store.List(Kinds.HeldSend, Clinic.Id, new(10))).Items);
    }

    [Fact]
    public async Task Private_information_stays_out_of_texts_unless_the_practice_opens_it()
    {
        var flow = new Flow("appointment.booked", Text("text", "Your {{appointment.service | default: \"visit\"}} is soon"), Email("mail", "Your {{appointment.service | default: \"visit\"}} is soon"));
        var draft = await Clinic.Draft(flow);
        var faulty = Assert.IsType<WorkflowDeed.Faulty>(await Clinic.Get<Publisher>().Publish(Clinic.Staff, draft, null, null));
        Assert.Contains(faulty.Findings, finding => finding.Code == "WF233");
        await Clinic.Change(p => p with { OpenFields = ["appointment.service"] });
        await Clinic.Publish(flow, draft);
        var ada = await Clinic.Person();
        await Clinic.Books(ada, "v1", Clinic.Now.AddDays(3));
        await Clinic.Quiet();
        Assert.Equal(["text", "mail"], Clinic.Sent());
        await Clinic.Change(p => p with { OpenFields = [] });
        await Clinic.Books(ada, "v2", Clinic.Now.AddDays(5));
        await Clinic.Quiet();
        Assert.Equal(["text", "mail", "mail"], Clinic.Sent());
        Assert.Contains((await Clinic.Store.StepsOf(Clinic.Id, draft)), count => count is { StepId: "text", Code: "private.field:appointment.service" });
    }

    [Theory]
    [InlineData("appointment.services.0", "private.field:appointment.services.0")]
    [InlineData("appointment.services.0.name", "private.field:appointment.services.0.name")]
    [InlineData("steps.kept.value", "private.field:steps.kept.value")]
    public async Task Neither_an_item_of_a_private_list_nor_what_a_step_retells_gets_into_a_text(string field, string code)
    {
        var draft = await Clinic.Draft(new Flow("appointment.booked", Act("kept", "value.set", new() { ["value"] = "{{appointment.service}}", ["to"] = "step" }), Text("text", $"Your {{{{{field} | default: \"visit\"}}}} is soon")));
        await Clinic.Change(p => p with { OpenFields = ["*"] });
        var done = await Clinic.Get<Publisher>().Publish(Clinic.Staff, draft, null, null);
        Assert.IsNotType<WorkflowDeed.Faulty>(done);
        await Clinic.Change(p => p with { OpenFields = [] });
        await Clinic.Books(await Clinic.Person(), "v1", Clinic.Now.AddDays(3));
        await Clinic.Quiet();
        Assert.Empty(Clinic.Sent());
        Assert.Contains((await Clinic.Store.StepsOf(Clinic.Id, draft)), count => count is { StepId: "text" } && count.Code == code);
    }

    [Fact]
    public async Task What_a_workflow_or_a_step_may_carry_is_published_and_sent()
    {
        var bySettings = new Flow("form.submitted", Text("a", "We have {{form.fields.wish | default: \"your wish\"}}")) { Settings = { ["allowPrivate"] = new JsonArray("sms") } };
        await Clinic.Publish(bySettings);
        await Clinic.Publish(new Flow("form.submitted", Act("b", "sms.send", new() { ["purpose"] = "care", ["body"] = "And {{form.fields.wish | default: \"your wish\"}}", ["allowPrivate"] = true })));
        await Clinic.Happens("form.submitted", await Clinic.Person(), new { form = new { id = "a", fields = new { wish = "peel" } } });
        await Clinic.Quiet();
        Assert.Equal(["And peel", "We have peel"], Clinic.Post.Sent.Select(m => m.Text).Order());
    }

    [Fact]
    public async Task Whom_a_step_has_found_later_steps_know()
    {
        await Clinic.Publish(new Flow("form.submitted", Act("find", "contact.find", new() { ["fields"] = new JsonObject { ["email"] = "patient2@example.test" } }),
            If("if", Where("found.tags", "contains", "vip"), "yes", "no"), Email("yes", "{{found.firstName}} sent you").To(null), Email("no")));
        var ada = await Clinic.Person("Ada");
        await Clinic.Person("Bob", c => c with { Tags = ["vip"] });
        await Clinic.Form(ada);
        await Clinic.Quiet();
        Assert.Equal("Bob sent you", Assert.Single(Clinic.Post.Sent).Text);
    }

    [Fact]
    public async Task An_invoice_that_a_step_has_sent_may_be_waited_for()
    {
        await Clinic.Change(p => p with { Pages = new(Invoice: "https://pay.example/{id}") });
        await Clinic.Publish(new Flow("form.submitted",
            Act("bill", "invoice.send", new() { ["channel"] = "email", ["purpose"] = "care", ["title"] = "Consultation", ["amount"] = 80, ["dueIn"] = "P7D" }),
            Act("wait", "wait.invoice", new() { ["offset"] = "P1D", ["paidStep"] = "thanks" }), Email("overdue").To(null), Email("thanks")));
        var (ada, bob) = (await Clinic.Person("Ada"), await Clinic.Person("Bob"));
        await Clinic.Form(ada);
        await Clinic.Form(bob);
        await Clinic.Quiet();
        var sent = Clinic.Now;
        (await Clinic.Only(ada)).WaitsAt("wait");
        Assert.Equal(sent.AddDays(8), (await Clinic.Only(ada)).Pending.DueAt!.Value, TimeSpan.FromHours(2));
        var invoice = (await Clinic.Store.List(Kinds.Invoice, Clinic.Id, new(10))).Items.Single(i => i.Body.ContactId == ada);
        await Clinic.Happens("invoice.changed", ada, new { invoice = new { id = invoice.Id, status = "paid", enrollmentId = (await Clinic.Only(ada)).Id } });
        await Clinic.Quiet();
        Assert.Equal(["bill", "bill", "thanks"], Clinic.Sent());
        await Clinic.Pass("P9D");
        Assert.Equal(["bill", "bill", "thanks", "overdue"], Clinic.Sent());
    }

    [Fact]
    public async Task The_copy_of_a_deleted_contact_is_let_go_after_sixty_days()
    {
        await Clinic.Publish(new Flow("form.submitted", Act("delete", "contact.delete", new() { ["confirm"] = true })));
        var ada = await Clinic.Person();
        await Clinic.Form(ada);
        await Clinic.Pass("P59D");
        await Clinic.Sweep();
        Assert.NotNull(await Clinic.Store.Find(Kinds.DeletedContact, Clinic.Id, ada));
        await Clinic.Pass("P2D");
        await Clinic.Sweep();
        Assert.Null(await Clinic.Store.Find(Kinds.DeletedContact, Clinic.Id, ada));
        Assert.Contains(await Clinic.Audited(), line => line is { Action: "contact.purged" } && line.Subject == ada);
    }

    static Piece Quiet(Piece piece, string what)
    {
        var body = piece.Body.DeepClone().AsObject();
        body["config"]!["whenQuiet"] = what;
        return piece with { Body = body };
    }
}
