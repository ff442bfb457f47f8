using System.Text.Json.Nodes;
using AesthetixWorkflows.Core.Calendars;
using AesthetixWorkflows.Core.Enrollments;
using AesthetixWorkflows.Core.Machine;
using AesthetixWorkflows.Core.Records;
using System.Collections.Immutable;
using static AesthetixWorkflows.Specs.Running.Pieces;

namespace AesthetixWorkflows.Specs.Running;

/// <summary>What a step finds out, makes or sets, and what the steps after it make of it.</summary>
public abstract class ValuesSpec<THost> : RunnerSpec<THost> where THost : ICarriers, new()
{
    static Piece FailsTo(Piece piece, string step) => piece.With("onError", new JsonObject { ["then"] = "branch", ["next"] = step });

    async Task Keep<T>(Kind<T> kind, string id, T body) where T : class =>
        Assert.True((await Clinic.Store.Commit(new ChangeSet(Clinic.Id).Put(kind, id, body))).Ok);

    IEnumerable<string?> Texts => Clinic.Post.Sent.Select(message => message.Text);

    [Fact]
    public async Task Results_are_used_by_the_steps_after_them()
    {
        await Clinic.Publish(new Flow("form.submitted",
            Act("sum", "math", new() { ["start"] = "{{form.fields.visits}}", ["rows"] = new JsonArray(new JsonObject { ["op"] = "multiply", ["amount"] = 50 }) }),
            Act("price", "number.format", new() { ["number"] = "{{steps.sum.value}}", ["decimals"] = 2, ["before"] = "$" }),
            Act("city", "text.format", new() { ["op"] = "default", ["text"] = "{{contact.city}}", ["with"] = "your town" }),
            Act("day", "date.format", new() { ["op"] = "format", ["date"] = "{{form.fields.day}}", ["to"] = "d MMMM" }),
            Text("text", "{{steps.price.value}} in {{steps.city.value}} on {{steps.day.value}}"))
        {
            // What was made of a form's answers is as private as they are.
            Settings = { ["allowPrivate"] = new JsonArray("sms") },
        });
        await Clinic.Happens("form.submitted", await Clinic.Person(), new { form = new { id = "x", fields = new { visits = 3, day = "2026-12-24" } } });
        await Clinic.Quiet();
        Assert.Equal(["$150.00 in your town on 24 December"], Texts);
    }

    [Fact]
    public async Task A_value_of_the_practice_is_the_same_for_all_and_read_when_it_is_used()
    {
        await Keep(Kinds.CustomValue, "cval_1", new CustomValue("offer", "Offer", "winter peel"));
        await Clinic.Publish(new Flow("form.submitted", Act("set", "value.set", new() { ["to"] = "custom", ["customValue"] = "offer", ["value"] = "spring peel" }), Text("text", "Our {{custom.offer}}")));
        await Clinic.Form(await Clinic.Person());
        await Clinic.Quiet();
        Assert.Equal(["Our spring peel"], Texts);
    }

    [Fact]
    public async Task A_template_is_read_when_the_message_goes_and_the_step_s_own_words_go_before_it()
    {
        await Keep(Kinds.Template, "tpl_1", new MessageTemplate("Welcome", "email", "Welcome, {{contact.firstName}}", "Old", null));
        await Keep(Kinds.Template, "tpl_9", new MessageTemplate("Soon gone", "email", "Bye", "Bye", null));
        await Clinic.Publish(new Flow("form.submitted", Delay("wait", "P1D"),
            Act("mail", "email.send", new() { ["purpose"] = "care", ["templateId"] = "tpl_1" }),
            Act("own", "email.send", new() { ["purpose"] = "care", ["templateId"] = "tpl_1", ["subject"] = "Hello" }),
            Act("gone", "email.send", new() { ["purpose"] = "care", ["templateId"] = "tpl_9" })));
        var ada = await Clinic.Person();
        await Clinic.Form(ada);
        await Clinic.Quiet();
        await Keep(Kinds.Template, "tpl_1", new MessageTemplate("Welcome", "email", "Welcome, {{contact.firstName}}", "Dear {{contact.firstName}}", null));
        Assert.True((await Clinic.Store.Commit(new ChangeSet(Clinic.Id).Delete(Kinds.Template, "tpl_9"))).Ok);
        await Clinic.Pass("P1D");
        Assert.Equal([("Welcome, Ada", "Dear Ada"), ("Hello", "Dear Ada")], Clinic.Post.Sent.Select(message => (message.Subject, message.Text)));
        Assert.Equal("template.notFound", await Clinic.Code((await Clinic.Only(ada)).Id, "gone", Happened.Failed));
    }

    [Fact]
    public async Task Later_waits_count_from_the_date_that_a_step_has_set()
    {
        var party = DateOnly.FromDateTime(Clinic.Now.UtcDateTime).AddDays(10);
        await Clinic.Publish(new Flow("form.submitted", Act("anchor", "anchor.set", new() { ["at"] = "{{form.fields.party}}", ["timeOfDay"] = "18:00" }),
            Act("wait", "wait.until", new() { ["field"] = "anchor.at", ["offset"] = "-P2D" }), Text("soon")));
        var ada = await Clinic.Person();
        await Clinic.Happens("form.submitted", ada, new { form = new { id = "x", fields = new { party = party.ToString("yyyy-MM-dd", null) } } });
        await Clinic.Quiet();
        (await Clinic.Only(ada)).WaitsAt("wait", Zones.At(party.AddDays(-2), new TimeOnly(18, 0), "America/New_York"));
        await Clinic.Pass("P9D");
        Assert.Equal(["soon"], Clinic.Sent());
    }

    [Fact]
    public async Task What_is_not_found_takes_the_failure_branch()
    {
        await Clinic.Publish(new Flow("form.submitted",
            FailsTo(Act("friend", "contact.find", new() { ["fields"] = new JsonObject { ["email"] = "{{form.fields.friend}}" } }), "unknown"),
            Text("known", "{{steps.friend.firstName}} is here").To(null), Text("unknown")));
        await Clinic.Person("Eva", c => c with { Email = "eva@example.test" });
        foreach (var friend in new[] { "eva@example.test", "nobody@example.test" })
        {
            await Clinic.Happens("form.submitted", await Clinic.Person(), new { form = new { id = "x", fields = new { friend } } });
            await Clinic.Quiet();
        }
        Assert.Equal(["known", "unknown"], Clinic.Sent());
        Assert.Equal("Eva is here", Texts.First());
    }

    [Fact]
    public async Task Many_at_once_never_book_the_same_time()
    {
        var always = Weekdays.Names.ToImmutableDictionary(day => day, _ => ImmutableArray.Create(new OpenHours(TimeOnly.MinValue, TimeOnly.MinValue)));
        await Keep(Kinds.Calendar, "cal_1", new BookingCalendar("Consultation", null, null, 60, always));
        await Clinic.Publish(new Flow("form.submitted", Act("book", "appointment.book", new() { ["calendarId"] = "cal_1" }), Text("text", "See you {{steps.book.startsAt | date}}")));
        var people = new List<string>();
        for (var i = 0; i < 8; i++) people.Add(await Clinic.Person());
        await Task.WhenAll(people.Select(person => Clinic.Form(person)));
        await Clinic.Quiet();
        var visits = (await Clinic.Store.List(Kinds.Appointment, Clinic.Id, new(50))).Items;
        Assert.Equal(8, visits.Count);
        Assert.Equal(8, visits.Select(visit => visit.Body.StartsAt).Distinct().Count());
    }

    [Fact]
    public async Task A_deleted_contact_is_out_of_everything_and_kept_to_be_brought_back()
    {
        await Clinic.Publish(new Flow("form.submitted", Act("delete", "contact.delete", new() { ["confirm"] = true }), Delay("wait", "P1D"), Text("text")));
        await Clinic.Publish(new Flow("form.submitted", Delay("wait", "P2D"), Text("other")));
        var ada = await Clinic.Person();
        await Clinic.Form(ada);
        await Clinic.Quiet();
        Assert.All(await Clinic.Enrollments(ada), enrollment => enrollment.IsOver(EnrollmentStatus.Exited, "contact.deleted"));
        Assert.Null(await Clinic.Store.Find(Kinds.Contact, Clinic.Id, ada));
        Assert.Equal("Ada", (await Clinic.Store.Find(Kinds.DeletedContact, Clinic.Id, ada))!.Body.Contact.FirstName);
        await Clinic.Pass("P3D");
        Assert.Empty(Clinic.Sent());
    }

    [Fact]
    public async Task An_invoice_is_sent_once_and_kept_and_other_workflows_hear_of_it()
    {
        await Clinic.Change(practice => practice with { Pages = new(Invoice: "https://pay.example/{id}") });
        await Clinic.Publish(new Flow("form.submitted",
            Act("invoice", "invoice.send", new() { ["channel"] = "sms", ["purpose"] = "care", ["title"] = "Deposit", ["amount"] = 80 }), Email("thanks", "Paid at {{steps.invoice.url}}")));
        var ada = await Clinic.Person();
        await Clinic.Form(ada);
        await Clinic.Quiet();
        var invoice = Assert.Single((await Clinic.Store.List(Kinds.Invoice, Clinic.Id, new(50))).Items);
        Assert.Equal((InvoiceStatus.Sent, $"https://pay.example/{invoice.Id}"), (invoice.Body.Status, invoice.Body.Url));
        Assert.Equal([$"Deposit:\n\n{invoice.Body.Url}", $"Paid at {invoice.Body.Url}"], Texts);
        Assert.Contains((await Clinic.Store.ListEvents(Clinic.Id, "invoice.changed", null, null, 10, null)).Items, known => known.Event.ContactId == ada);
    }
}
