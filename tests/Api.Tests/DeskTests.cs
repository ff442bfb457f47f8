using AesthetixWorkflows.Api.Access;
using AesthetixWorkflows.Core.Records;

namespace AesthetixWorkflows.Api.Tests;

/// <summary>The records that workflows name and make: work lists, calendars, the practice's own fields and values, texts, papers.</summary>
[Collection(nameof(Stand))]
public sealed class DeskTests(Stand stand)
{
    async Task<(string Key, string Contact)> Practice()
    {
        var key = await stand.Fresh();
        return (key, (await stand.Send("POST", "/api/contacts", new { firstName = "Ann" }, key)).Expect(201).Text("id"));
    }

    async Task<string> Awaited(string practice, string contact, string kind, string? text = null)
    {
        var id = "tsk_" + Guid.NewGuid().ToString("N");
        await stand.Store.Commit(new ChangeSet(practice).Put(Kinds.Task, id,
            new WorkTask { ContactId = contact, Title = "Do", Kind = kind, Text = text, EnrollmentId = "enr_1", StepId = "s1", EffectId = "enr_1/s1/1" }, 0));
        return $"/api/tasks/{id}";
    }

    [Theory]
    [InlineData("call", """{"result":"reached","resultNote":"Calls back"}""", "reached")]
    [InlineData("sms", """{"completedAt":"2026-05-01T10:00:00Z"}""", "done")]
    [InlineData("approval", """{"result":"rejected"}""", "rejected")]
    public async Task Completing_work_tells_the_enrollment_that_waits_for_it(string kind, string body, string result)
    {
        var (key, contact) = await Practice();
        var path = await Awaited(key, contact, kind);
        var done = (await stand.Send("PATCH", path, body, key, match: "\"1\"")).Expect(200);
        Assert.Equal(result, done.Text("result"));
        Assert.NotNull(done.Json["completedAt"]);
        var raised = stand.Store.Events.Last(e => e.Practice == key);
        Assert.Equal(("task.completed", contact), (raised.Type, raised.ContactId));
        var task = raised.Data.GetProperty("task");
        Assert.Equal(("enr_1", "enr_1/s1/1", result), (task.GetProperty("enrollmentId").GetString(), task.GetProperty("effectId").GetString(), task.GetProperty("result").GetString()));
    }

    [Fact]
    public async Task The_words_of_a_task_are_for_those_who_read_conversations()
    {
        var (key, contact) = await Practice();
        var path = await Awaited(key, contact, "approval", "Your filler is due");
        var plain = await Awaited(key, contact, "call");
        var reader = "r" + Guid.NewGuid().ToString("N");
        await stand.Key(key, reader, [Scopes.ContactsRead]);
        async Task<int> Audited() => (await stand.Send("GET", "/api/audit", key: key)).Expect(200).Json["items"]!.AsArray().Count(line => line!["action"]!.ToString() == "data.revealed" && line["subject"]!.ToString() == "tasks");

        Assert.Equal("•••", (await stand.Send("GET", path, key: reader)).Expect(200).Text("text"));
        var listed = (await stand.Send("GET", "/api/tasks", key: reader)).Expect(200);
        Assert.DoesNotContain("filler", listed.Body, StringComparison.Ordinal);
        Assert.Equal(2, listed.Json["items"]!.AsArray().Count);
        (await stand.Send("GET", plain, key: key)).Expect(200);
        Assert.Equal(0, await Audited());

        Assert.Equal("Your filler is due", (await stand.Send("GET", path, key: key)).Expect(200).Text("text"));
        Assert.Contains("filler", (await stand.Send("GET", "/api/tasks", key: key)).Expect(200).Body, StringComparison.Ordinal);
        Assert.Equal(1, await Audited());
    }

    [Fact]
    public async Task An_approval_wants_a_word_and_awaited_work_is_not_thrown_away()
    {
        var (key, contact) = await Practice();
        var path = await Awaited(key, contact, "approval");
        (await stand.Send("PATCH", path, new { completedAt = "2026-05-01T10:00:00Z" }, key, match: "*")).ExpectProblem(400, "field.invalid");
        (await stand.Send("PATCH", path, new { result = "perhaps" }, key, match: "*")).ExpectProblem(400, "field.invalid");
        (await stand.Send("DELETE", path, key: key, match: "*")).ExpectProblem(409, "task.awaited");
        (await stand.Send("PATCH", path, new { result = "approved" }, key, match: "*")).Expect(200);
        (await stand.Send("DELETE", path, key: key, match: "*")).Expect(204);
    }

    [Fact]
    public async Task The_text_of_an_approval_is_changed_by_who_decides_and_by_nobody_after()
    {
        var (key, contact) = await Practice();
        var path = await Awaited(key, contact, "approval", "Dear Ann");
        foreach (var bad in new[] { "", "  ", new string('x', 10_001) })
            Assert.Equal("/text", (await stand.Send("PATCH", path, new { result = "approved", text = bad }, key, match: "*")).ExpectProblem(400, "field.invalid").Json["errors"]![0]!["pointer"]!.ToString());
        var done = (await stand.Send("PATCH", path, new { result = "approved", text = "Dear Ms Ann" }, key, match: "*")).Expect(200);
        Assert.Equal(("Dear Ms Ann", "approved"), (done.Text("text"), done.Text("result")));
        (await stand.Send("PATCH", path, new { text = "Something else" }, key, match: "*")).ExpectProblem(400, "field.invalid");
        (await stand.Send("PATCH", path, new { text = "Dear Ms Ann", resultNote = "Checked" }, key, match: "*")).Expect(200);
        Assert.DoesNotContain("Dear", stand.Store.Events.Last(e => e.Practice == key && e.Type == "task.completed").Data.GetRawText(), StringComparison.Ordinal);

        (await stand.Send("PATCH", await Awaited(key, contact, "approval"), new { text = "From nowhere" }, key, match: "*")).ExpectProblem(400, "field.invalid");
        (await stand.Send("POST", "/api/tasks", new { title = "Call", text = "From nowhere" }, key)).ExpectProblem(400, "field.invalid");
    }

    [Fact]
    public async Task The_work_list_is_filtered_by_kind()
    {
        var (key, contact) = await Practice();
        await Awaited(key, contact, "call");
        await Awaited(key, contact, "approval");
        Assert.Equal("call", Assert.Single((await stand.Send("GET", "/api/tasks?status=open&kind=call", key: key)).Expect(200).Json["items"]!.AsArray())!["kind"]!.ToString());
    }

    [Fact]
    public async Task A_calendar_says_when_it_is_free_and_a_link_books_once()
    {
        var (key, contact) = await Practice();
        await stand.Store.Commit(new ChangeSet(key).Put(Kinds.Practice, key, new Practice { Name = "A", TimeZone = "America/New_York" }, 0));
        var hours = new { mon = new[] { new { from = "09:00:00", to = "10:30:00" } } };
        var calendar = (await stand.Send("POST", "/api/calendars", new { name = "Room", minutes = 30, bufferMinutes = 15, hours, bookingUrl = "https://glow.example/{token}" }, key)).Expect(201).Text("id");
        // A Monday far ahead, in winter: 09:00 is 14:00 in UTC.
        var slots = await stand.Send("GET", $"/api/calendars/{calendar}/slots?from=2032-01-05T00:00:00Z&to=2032-01-06T00:00:00Z", key: key);
        Assert.Equal(["2032-01-05T09:00:00-05:00", "2032-01-05T09:45:00-05:00"], slots.Expect(200).Json["items"]!.AsArray().Select(slot => slot!["startsAt"]!.ToString()));

        await stand.Store.Commit(new ChangeSet(key).Put(Kinds.BookingLink, "bkl_1", new(calendar, contact, null, DateTimeOffset.UnixEpoch, null))
            .Put(Kinds.BookingLink, "bkl_2", new(calendar, contact, null, DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch)));
        (await stand.Send("POST", "/api/booking-links/bkl_1/book", new { startsAt = "2032-01-05T10:15:00-05:00" }, key)).ExpectProblem(409, "slot.taken");
        var made = (await stand.Send("POST", "/api/booking-links/bkl_1/book", new { startsAt = "2032-01-05T14:00:00Z" }, key)).Expect(201);
        Assert.Equal((contact, "customer"), (made.Text("contactId"), made.Text("modifiedBy")));
        Assert.Equal("appointment.booked", stand.Store.Events.Last(e => e.Practice == key).Type);
        (await stand.Send("POST", "/api/booking-links/bkl_1/book", new { startsAt = "2032-01-05T14:45:00Z" }, key)).ExpectProblem(409, "link.used");
        (await stand.Send("POST", "/api/booking-links/bkl_2/book", new { startsAt = "2032-01-05T14:45:00Z" }, key)).ExpectProblem(410, "link.expired");
        Assert.Single((await stand.Send("GET", $"/api/calendars/{calendar}/slots?from=2032-01-05T00:00:00Z&to=2032-01-06T00:00:00Z", key: key)).Json["items"]!.AsArray());
    }

    [Fact]
    public async Task A_key_is_unique_and_for_ever()
    {
        var key = await stand.Fresh();
        foreach (var (path, body, change) in new (string, object, object)[]
        {
            ("/api/custom-fields", new { key = "skin", label = "Skin", type = "choice", options = new[] { "dry", "oily" } }, new { key = "other" }),
            ("/api/custom-values", new { key = "offer", name = "Offer" }, new { key = "other" }),
        })
        {
            var made = (await stand.Send("POST", path, body, key)).Expect(201);
            (await stand.Send("POST", path, body, key)).ExpectProblem(409, "key.taken");
            (await stand.Send("PATCH", $"{path}/{made.Text("id")}", change, key, match: made.Tag)).ExpectProblem(400, "field.invalid");
        }
    }

    [Theory]
    [InlineData("/api/custom-fields", """{"key":"1a","label":"A","type":"text"}""", "/key")]
    [InlineData("/api/custom-fields", """{"key":"a","label":"A","type":"colour"}""", "/type")]
    [InlineData("/api/custom-fields", """{"key":"a","label":"A","type":"choice"}""", "/options")]
    [InlineData("/api/custom-values", """{"key":"a b","name":"A"}""", "/key")]
    [InlineData("/api/templates", """{"name":"A","channel":"pigeon","body":"b"}""", "/channel")]
    [InlineData("/api/templates", """{"name":"A","channel":"sms","body":"Hi {{contact.firstName}"}""", "/body")]
    [InlineData("/api/links", """{"name":"A","url":"javascript:alert(1)"}""", "/url")]
    [InlineData("/api/calendars", """{"name":"A","minutes":30,"hours":{"someday":[]}}""", "/hours")]
    [InlineData("/api/calendars", """{"name":"A","minutes":30,"bufferMinutes":-1}""", "/bufferMinutes")]
    public async Task Wrong_words_are_pointed_at(string path, string body, string pointer) =>
        Assert.StartsWith(pointer, (await stand.Send("POST", path, body)).Expect(400).Json["errors"]![0]!["pointer"]!.ToString(), StringComparison.Ordinal);

    [Fact]
    public async Task An_invoice_tells_of_every_step_and_a_draft_of_none()
    {
        var (key, contact) = await Practice();
        var made = (await stand.Send("POST", "/api/invoices", new { contactId = contact, title = "Peel", amount = 120.5 }, key)).Expect(201);
        var path = $"/api/invoices/{made.Text("id")}";
        var sent = (await stand.Send("PATCH", path, new { status = "sent" }, key, match: made.Tag)).Expect(200);
        Assert.NotNull(sent.Json["sentAt"]);
        var paid = (await stand.Send("PATCH", path, new { status = "paid" }, key, match: sent.Tag)).Expect(200);
        Assert.Equal(120.5m, (decimal)paid.Json["paid"]!);
        Assert.Equal(["sent", "paid"], stand.Store.Events.Where(e => e.Practice == key && e.Type == "invoice.changed").Select(e => e.Data.GetProperty("invoice").GetProperty("status").GetString()));
        (await stand.Send("POST", "/api/invoices", new { contactId = "con_none", title = "Peel", amount = 1 }, key)).ExpectProblem(422, "reference.unknown");
        var document = (await stand.Send("POST", "/api/documents", new { contactId = contact, title = "Consent", status = "sent" }, key)).Expect(201);
        (await stand.Send("PATCH", $"/api/documents/{document.Text("id")}", new { status = "signed" }, key, match: document.Tag)).Expect(200);
        Assert.Equal(2, stand.Store.Events.Count(e => e.Practice == key && e.Type == "document.changed"));
    }

    [Fact]
    public async Task A_conversation_is_read_until_somebody_says_otherwise()
    {
        var (key, contact) = await Practice();
        var path = $"/api/contacts/{contact}/conversation";
        var state = (await stand.Send("GET", path, key: key)).Expect(200);
        Assert.False((bool)state.Json["unread"]!);
        var changed = (await stand.Send("PATCH", path, new { unread = true }, key, match: state.Tag)).Expect(200);
        Assert.True((bool)changed.Json["unread"]!);
        (await stand.Send("PATCH", path, new { archived = true }, key, match: state.Tag)).ExpectProblem(412, "stale");
        Assert.True((bool)(await stand.Send("PATCH", path, new { archived = true }, key, match: changed.Tag)).Expect(200).Json["unread"]!);
    }

    [Fact]
    public async Task A_contact_that_a_workflow_deleted_comes_back_within_sixty_days()
    {
        var key = await stand.Fresh();
        var now = DateTimeOffset.UtcNow;
        await stand.Store.Commit(new ChangeSet(key).Put(Kinds.DeletedContact, "con_a", new(new() { FirstName = "Ann", Email = "ann@example.com" }, now.AddDays(-59), "enr_1"))
            .Put(Kinds.DeletedContact, "con_b", new(new() { FirstName = "Bob" }, now.AddDays(-61), "enr_1")).Put(Kinds.DeletedContact, "con_c", new(new() { Email = "ann@example.com" }, now, "enr_1")));
        Assert.Equal(2, (await stand.Send("GET", "/api/contacts/deleted", key: key)).Expect(200).Json["items"]!.AsArray().Count);
        Assert.Equal("Ann", (await stand.Send("POST", "/api/contacts/con_a/restore", key: key)).Expect(200).Text("firstName"));
        (await stand.Send("POST", "/api/contacts/con_a/restore", key: key)).ExpectProblem(404, "notFound");
        (await stand.Send("POST", "/api/contacts/con_b/restore", key: key)).ExpectProblem(404, "notFound");
        (await stand.Send("POST", "/api/contacts/con_c/restore", key: key)).ExpectProblem(409, "contact.taken");
    }

    [Fact]
    public async Task A_contact_s_field_takes_only_what_the_practice_has_defined_it_for()
    {
        var (key, contact) = await Practice();
        (await stand.Send("POST", "/api/custom-fields", new { key = "visits", label = "Visits", type = "number" }, key)).Expect(201);
        var refused = (await stand.Send("PATCH", $"/api/contacts/{contact}", new { fields = new { visits = "many" } }, key, match: "*")).ExpectProblem(400, "field.invalid");
        Assert.Equal("/fields/visits", refused.Json["errors"]![0]!["pointer"]!.ToString());
        (await stand.Send("PATCH", $"/api/contacts/{contact}", new { fields = new { visits = 3 } }, key, match: "*")).Expect(200);
    }

    [Fact]
    public async Task A_changed_score_says_by_how_much()
    {
        var (key, contact) = await Practice();
        (await stand.Send("PATCH", $"/api/contacts/{contact}", new { score = 12, followers = new[] { "usr_1" } }, key, match: "*")).Expect(200);
        var raised = stand.Store.Events.Where(e => e.Practice == key).ToList();
        Assert.Equal(12, raised.Single(e => e.Type == "contact.score.changed").Data.GetProperty("score").GetProperty("points").GetDecimal());
        Assert.Equal("followers", raised.Single(e => e.Type == "contact.changed").Data.GetProperty("change").GetProperty("fields")[0].GetString());
    }

    [Fact]
    public async Task The_practice_s_pages_are_addresses()
    {
        var key = await stand.Fresh();
        await stand.Store.Commit(new ChangeSet(key).Put(Kinds.Practice, key, new Practice { Name = "A", TimeZone = "UTC" }, 0));
        (await stand.Send("PUT", "/api/settings", new { name = "A", timeZone = "UTC", pages = new { review = "nowhere" } }, key, match: "*")).ExpectProblem(400, "field.invalid");
        Assert.Equal("https://r.example/a", (await stand.Send("PUT", "/api/settings", new { name = "A", timeZone = "UTC", pages = new { review = "https://r.example/a" } }, key, match: "*")).Expect(200).Json["pages"]!["review"]!.ToString());
    }
}
