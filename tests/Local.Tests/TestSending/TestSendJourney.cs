using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using AesthetixWorkflows.Local.Tests.Journeys;
using AesthetixWorkflows.Runtime.TestSending;

namespace AesthetixWorkflows.Local.Tests.TestSending;

/// <summary>Sending a step's message to oneself, over HTTP, in the demonstration practice.</summary>
public sealed class TestSendJourney : IAsyncLifetime
{
    const string Me = "me@glow.example", MyPhone = "+12125550142";

    Visitor Practice { get; } = new();

    public Task InitializeAsync() => Practice.Open();

    public async Task DisposeAsync() => await Practice.DisposeAsync();

    [Fact]
    public async Task It_reads_as_the_real_one_does_and_says_that_it_is_a_test()
    {
        await Practice.Form("grace@example.test");
        var grace = await Practice.Contact("grace@example.test");
        var real = await Practice.Messages(grace, 2);
        await Practice.Runs(grace, runs => runs.All(run => run.Text("status") == "waiting"));
        var before = await Practice.Get($"/api/contacts/{grace}");
        var id = real[0].Text("workflowId")!;

        var email = await Sent(id, "s1", new { to = "  Me@Glow.example ", contactId = grace });
        Assert.Equal(("email", Me, "sent"), (email.Text("channel"), email.Text("to"), email.Text("status")));
        Assert.Equal("[Test] " + real[0].Text("subject"), email.Text("subject"));
        Assert.Equal((real[0].Text("text"), real[0].Text("html"), real[0].Text("from")), (email.Text("text"), email.Text("html"), email.Text("from")));
        var sms = await Sent(id, "s2", new { to = "(212) 555-0142", contactId = grace });
        // What the first text said of opting out it has been told by now.
        Assert.StartsWith("[Test] Hi Grace", sms.Text("text"), StringComparison.Ordinal);
        Assert.Contains(sms.Text("text")!["[Test] ".Length..], real[1].Text("text"), StringComparison.Ordinal);
        Assert.Equal((MyPhone, 0, 0), (sms.Text("to"), sms.GetProperty("missing").GetArrayLength(), sms.GetProperty("problems").GetArrayLength()));

        var left = Outbox();
        Assert.Equal([Me, MyPhone], left.Skip(2).Select(line => line.Text("to")));
        Assert.All(left.Skip(2), line => Assert.StartsWith("test/msg_", line.Text("effect"), StringComparison.Ordinal));
        // Nobody's conversation, figures or record knows of it.
        Assert.Equal(2, (await Practice.List("/api/messages")).Count);
        Assert.Equal(before.GetRawText(), (await Practice.Get($"/api/contacts/{grace}")).GetRawText());
        var audit = (await Practice.List("/api/audit")).Where(line => line.Text("action") == "step.tested").ToList();
        Assert.Equal([(id, "s2 sms"), (id, "s1 email")], audit.Select(line => (line.Text("subject")!, line.Text("detail")![..line.Text("detail")!.LastIndexOf(' ')])));
        Assert.DoesNotContain(audit, line => line.GetRawText().Contains("glow.example", StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task What_is_being_written_goes_and_fields_without_value_are_named()
    {
        var id = await Workflow("sms.send", new { purpose = "care", body = "Old words" });
        var sent = await Sent(id, "s1", new { to = MyPhone, config = new { purpose = "care", body = "Hi {{contact.firstName}}, your {{appointment.title}} on {{appointment.startsAt | date: \"d MMM\"}}: {{form.wish}} {{contact.company}}" } });
        Assert.Matches(@"^\[Test\] Hi Anna, your Consultation on \d+ [A-Z][a-z]{2}: \{\{form\.wish\}\} \{\{contact\.company\}\}", sent.Text("text"));
        Assert.Equal(["form.wish", "contact.company"], sent.GetProperty("missing").EnumerateArray().Select(field => field.GetString()));
        // A step that was put on the canvas a moment ago need not be saved.
        var fresh = await Sent(id, "s7", new { to = Me, type = "email.send", config = new { purpose = "care", subject = "New", body = "Just drawn" } });
        Assert.Equal(("[Test] New", "Just drawn"), (fresh.Text("subject"), fresh.Text("text")));
        // The draft keeps its words.
        Assert.Contains("Old words", (await Practice.Get($"/api/workflows/{id}/draft")).GetRawText(), StringComparison.Ordinal);
        Assert.StartsWith("[Test] Old words", (await Sent(id, "s1", new { to = MyPhone })).Text("text"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_contacts_own_visit_fills_in_and_what_would_stop_the_real_one_is_said()
    {
        var ada = (await Practice.Post("/api/contacts", new { firstName = "Ada", email = "ada@hart.example" }, HttpStatusCode.Created)).Text("id")!;
        var starts = (await Practice.Now()).AddDays(3);
        await Practice.Post("/api/appointments", new { contactId = ada, startsAt = starts, title = "Peel" }, HttpStatusCode.Created);
        var id = await Workflow("sms.send", new { purpose = "marketing", body = "{{contact.firstName}}: {{appointment.title}}" });
        var sent = await Sent(id, "s1", new { to = MyPhone, contactId = ada });
        Assert.StartsWith("[Test] Ada: Peel", sent.Text("text"), StringComparison.Ordinal);
        Assert.Equal(["contact.noPhone", "consent.missing.sms"], sent.GetProperty("problems").EnumerateArray().Select(problem => problem.Text("code")));
    }

    [Theory]
    [InlineData(3, false)]
    [InlineData(12, true)]
    public async Task A_contacts_phone_does_not_ring_at_night_for_a_test_either(int hour, bool goes)
    {
        await Settle(new { textHours = new { from = "09:00:00", to = "20:00:00" } });
        var phone = new { firstName = "Ada", phone = "(212) 555-0177", timeZone = ZoneWhereItIs(hour, await Practice.Now()) };
        await Practice.Post("/api/contacts", phone, HttpStatusCode.Created);
        var id = await Workflow("sms.send", new { purpose = "care", body = "Hi" });
        if (goes) Assert.Equal("sent", (await Sent(id, "s1", new { to = phone.phone })).Text("status"));
        else Assert.Equal("/to", (await Refused(id, "s1", new { to = phone.phone }, HttpStatusCode.Conflict, "test.quietHours")).Text("pointer"));
        Assert.Equal(goes ? 1 : 0, Outbox().Count);
        Assert.Equal("sent", (await Sent(id, "s1", new { to = MyPhone })).Text("status"));
    }

    /// <summary>Its hours from UTC are named the other way round.</summary>
    static string ZoneWhereItIs(int hour, DateTimeOffset now)
    {
        var ahead = (hour - now.UtcDateTime.Hour + 24) % 24;
        return ahead <= 12 ? $"Etc/GMT-{ahead}" : $"Etc/GMT+{24 - ahead}";
    }

    [Fact]
    public async Task Of_a_ward_it_is_said_what_would_stop_the_guardian_from_getting_it()
    {
        var mother = (await Practice.Post("/api/contacts", new { firstName = "Ada", email = "ada@hart.example", phone = "(212) 555-0177", dnd = new[] { new { channel = "sms", reason = "STOP", since = "2026-01-01T00:00:00Z" } } }, HttpStatusCode.Created)).Text("id")!;
        var child = (await Practice.Post("/api/contacts", new { firstName = "Ben", guardianId = mother, type = "patient" }, HttpStatusCode.Created)).Text("id")!;
        Assert.Equal(["consent.dnd.sms"], await Problems("sms.send", "care", MyPhone, child));
        Assert.Equal([], await Problems("email.send", "care", Me, child));
        var father = (await Practice.Post("/api/contacts", new { firstName = "Carl", email = "carl@hart.example" }, HttpStatusCode.Created)).Text("id")!;
        var other = (await Practice.Post("/api/contacts", new { firstName = "Dan", guardianId = father }, HttpStatusCode.Created)).Text("id")!;
        Assert.Equal(["contact.noPhone", "consent.missing.sms"], await Problems("sms.send", "marketing", MyPhone, other));
    }

    async Task<IEnumerable<string?>> Problems(string type, string purpose, string to, string contactId) =>
        (await Sent(await Workflow(type, new { purpose, subject = "Hi", body = "Hi" }), "s1", new { to, contactId })).GetProperty("problems").EnumerateArray().Select(problem => problem.Text("code"));

    [Fact]
    public async Task Its_links_lead_on_by_themselves_and_its_way_out_unsubscribes_nobody()
    {
        await Practice.Form("grace@example.test");
        var grace = await Practice.Contact("grace@example.test");
        await Practice.Messages(grace, 2);
        await Practice.Post("/api/links", new { name = "Prices", key = "prices", url = "https://glow.example/prices" }, HttpStatusCode.Created);
        var id = await Workflow("email.send", new
        {
            purpose = "marketing", subject = "Prices", body = "See {{link.prices}}", html = "<p><a href=\"https://glow.example/more\">More</a> {{link.prices}}</p>", trackClicks = true, cc = "boss@glow.example", bcc = "other@glow.example",
        });
        var sent = await Sent(id, "s1", new { to = Me, contactId = grace });
        Assert.Contains("https://glow.example/prices", sent.Text("text"), StringComparison.Ordinal);
        Assert.Contains("href=\"https://glow.example/more\"", sent.Text("html"), StringComparison.Ordinal);
        Assert.DoesNotContain("/l/", sent.Text("html"), StringComparison.Ordinal);
        var line = Outbox()[^1];
        var leave = line.GetProperty("headers").Text("List-Unsubscribe")!.Trim('<', '>');
        Assert.EndsWith("/u/example", leave, StringComparison.Ordinal);
        Assert.False(line.TryGetProperty("cc", out var cc) && cc.ValueKind is not JsonValueKind.Null);
        Assert.False(line.TryGetProperty("bcc", out var bcc) && bcc.ValueKind is not JsonValueKind.Null);
        using var answer = await Practice.Http.PostAsync(new Uri(leave).AbsolutePath, new FormUrlEncodedContent([new("List-Unsubscribe", "One-Click")]));
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Empty((await Practice.Get($"/api/contacts/{grace}")).GetProperty("dnd").EnumerateArray());
    }

    [Fact]
    public async Task Whoever_said_STOP_gets_no_test_and_a_paused_practice_sends_none()
    {
        await Practice.Form("grace@example.test");
        var grace = await Practice.Contact("grace@example.test");
        await Practice.Messages(grace, 2);
        await Practice.Post("/api/sandbox/reply", new { contactId = grace, text = "STOP" });
        await Visitor.Until(() => Practice.Get($"/api/contacts/{grace}"), contact => contact.GetProperty("dnd").GetArrayLength() == 1);
        await Practice.Messages(grace, 3);
        var count = Outbox().Count;
        var id = await Workflow("sms.send", new { purpose = "care", body = "Hi" });
        var refused = await Refused(id, "s1", new { to = "(212) 555-0188" }, HttpStatusCode.Conflict, "test.optedOut");
        Assert.Equal(("/to", "consent.dnd.sms"), (refused.Text("pointer"), refused.Text("code")));

        await Settle(new { sendingPaused = true });
        await Refused(id, "s1", new { to = MyPhone }, HttpStatusCode.Conflict, "sending.paused");
        Assert.Equal(count, Outbox().Count);
    }

    [Fact]
    public async Task What_cannot_be_tried_is_refused_by_its_place()
    {
        var sms = await Workflow("sms.send", new { purpose = "care", body = "Hi" });
        Assert.Equal("/to", (await Refused(sms, "s1", new { }, HttpStatusCode.BadRequest, "field.required")).Text("pointer"));
        Assert.Equal("/to", (await Refused(sms, "s1", new { to = Me }, HttpStatusCode.BadRequest, "field.invalid")).Text("pointer"));
        Assert.Equal("/config", (await Refused(sms, "s1", new { to = MyPhone, config = "Hi" }, HttpStatusCode.BadRequest, "field.invalid")).Text("pointer"));
        Assert.Equal("/contactId", (await Refused(sms, "s1", new { to = MyPhone, contactId = "con_nobody" }, HttpStatusCode.UnprocessableEntity, "reference.unknown")).Text("pointer"));
        Assert.Equal("/config/body", (await Refused(sms, "s1", new { to = MyPhone, config = new { purpose = "care", body = " " } }, HttpStatusCode.UnprocessableEntity, "test.faulty")).Text("pointer"));
        Assert.Equal("private.field:payment.amount", (await Refused(sms, "s1", new { to = MyPhone, config = new { purpose = "care", body = "You owe {{payment.amount}}" } }, HttpStatusCode.UnprocessableEntity, "test.faulty")).Text("code"));
        await Refused(sms, "s9", new { to = MyPhone }, HttpStatusCode.NotFound, "notFound");
        await Refused("wf_none", "s1", new { to = MyPhone }, HttpStatusCode.NotFound, "notFound");
        await Refused(await Workflow("contact.tag.add", new { tags = new[] { "x" } }), "s1", new { to = MyPhone }, HttpStatusCode.UnprocessableEntity, "test.nothingToSend");
        await Refused(await Workflow("team.notify", new { to = "all", channel = "inapp", body = "Hi" }), "s1", new { to = MyPhone }, HttpStatusCode.UnprocessableEntity, "test.nothingToSend");
        Assert.Empty(Outbox());
    }

    [Fact]
    public async Task A_note_to_the_team_and_a_request_for_a_review_can_be_tried_whoever_would_get_them()
    {
        var note = await Sent(await Workflow("team.notify", new { to = "assigned", channel = "email", subject = "Look at {{contact.name}}", body = "Please call." }), "s1", new { to = Me });
        Assert.Equal(("[Test] Look at Anna Example", Me), (note.Text("subject"), note.Text("to")));
        var review = await Sent(await Workflow("review.request", new { purpose = "care", channel = "sms", url = "https://g.example/review" }), "s1", new { to = MyPhone });
        Assert.Contains("https://g.example/review", review.Text("text"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Too_many_in_a_minute_are_refused_until_it_is_over()
    {
        var id = await Workflow("sms.send", new { purpose = "care", body = "Hi" });
        // The minute of the clock may change while we count: within two of them the rest is one too many.
        var sent = 0;
        for (var tries = 0; tries < 2 * TestRate.PerMinute + 1; tries++)
        {
            using var answer = await Practice.Http.PostAsJsonAsync($"/api/workflows/{id}/steps/s1/test-send", new { to = MyPhone });
            if (answer.StatusCode is HttpStatusCode.OK)
            {
                sent++;
                continue;
            }
            Assert.Equal(HttpStatusCode.TooManyRequests, answer.StatusCode);
            Assert.InRange(int.Parse(answer.Headers.GetValues("Retry-After").Single(), CultureInfo.InvariantCulture), 1, 60);
            Assert.InRange(sent, TestRate.PerMinute, 2 * TestRate.PerMinute);
            Assert.Equal(sent, Outbox().Count);
            return;
        }
        Assert.Fail($"{sent} tests went.");
    }

    async Task Settle(object settings)
    {
        using var before = await Practice.Http.GetAsync("/api/settings");
        using var change = new HttpRequestMessage(HttpMethod.Patch, "/api/settings") { Content = JsonContent.Create(settings) };
        change.Headers.TryAddWithoutValidation("If-Match", before.Headers.ETag!.Tag);
        using var changed = await Practice.Http.SendAsync(change);
        Assert.True(changed.StatusCode is HttpStatusCode.OK, await changed.Content.ReadAsStringAsync());
    }

    async Task<JsonElement> Sent(string workflow, string step, object wish) => await Practice.Post($"/api/workflows/{workflow}/steps/{step}/test-send", wish, HttpStatusCode.OK);

    /// <summary>The first thing that is wrong; the problem itself when nothing in particular is.</summary>
    async Task<JsonElement> Refused(string workflow, string step, object wish, HttpStatusCode status, string code)
    {
        var problem = await Practice.Post($"/api/workflows/{workflow}/steps/{step}/test-send", wish, status);
        Assert.Equal(code, problem.Text("code"));
        return problem.GetProperty("errors").EnumerateArray().FirstOrDefault(problem);
    }

    async Task<string> Workflow(string type, object config) => (await Practice.Post("/api/workflows", new
    {
        name = type,
        definition = new { schemaVersion = 1, settings = new { }, triggers = Array.Empty<object>(), start = "s1", steps = new { s1 = new { type, config } }, layout = new { }, notes = Array.Empty<object>() },
    }, HttpStatusCode.Created)).Text("id")!;

    List<JsonElement> Outbox()
    {
        using var file = new FileStream(Path.Combine(Practice.Folder, "outbox.jsonl"), FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        using var reader = new StreamReader(file);
        return [.. reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonElement.Parse(line))];
    }
}
