using AesthetixWorkflows.Api.Problems;

namespace AesthetixWorkflows.Api.Tests;

[Collection(nameof(Stand))]
public sealed class SurfaceTests(Stand stand)
{
    [Fact]
    public async Task Unknown_addresses_are_problems()
    {
        foreach (var path in new[] { "/api/nothing", "/api", "/hooks", "/health/x", "/docs/x", "/api/workflows/x/y/z" })
            (await stand.Send("GET", path)).ExpectProblem(404, "route.unknown");
    }

    [Fact]
    public async Task Every_code_is_documented_once()
    {
        var fields = typeof(Codes).GetFields().Where(f => f.FieldType == typeof(Code)).Select(f => (Code)f.GetValue(null)!).ToList();
        Assert.Equal(fields.Select(c => c.Name).Order(), Codes.All.Select(c => c.Name).Order());
        var page = (await stand.Send("GET", "/docs/codes", key: null)).Expect(200);
        Assert.Equal("text/html", page.Media);
        Assert.All(fields, c => Assert.Contains($"id=\"{c.Name}\"", page.Body, StringComparison.Ordinal));
        Assert.Contains("WF101", page.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Events_are_taken_once()
    {
        var key = await stand.Fresh();
        var first = (await stand.Send("POST", "/api/events", new { id = "1", type = "form.submitted" }, key)).Expect(202);
        Assert.Single(first.Json["accepted"]!.AsArray());
        var again = (await stand.Send("POST", "/api/events", new { id = "1", type = "form.submitted" }, key)).Expect(202);
        Assert.Equal(1, (int)again.Json["duplicates"]!);
        (await stand.Send("POST", "/api/events", "[]", key)).ExpectProblem(400, "event.invalid");
    }

    [Fact]
    public async Task An_appointment_and_its_event_are_written_together()
    {
        var key = await stand.Fresh();
        var contact = (await stand.Send("POST", "/api/contacts", new { firstName = "Ann" }, key)).Text("id");
        var made = (await stand.Send("POST", "/api/appointments", new { contactId = contact, startsAt = "2026-05-01T10:00:00Z", externalId = "x1" }, key)).Expect(201);
        var path = $"/api/appointments/{made.Text("id")}";
        var moved = (await stand.Send("PATCH", path, new { startsAt = "2026-05-02T10:00:00Z", status = "confirmed" }, key, match: made.Tag)).Expect(200);
        Assert.True((bool)moved.Json["rescheduled"]!);
        Assert.Equal(["appointment.booked", "appointment.rescheduled", "appointment.status.changed"], stand.Store.Events.Where(e => e.Practice == key).Skip(1).Select(e => e.Type));
        (await stand.Send("POST", "/api/appointments", new { contactId = contact, startsAt = "2026-05-01T10:00:00Z", externalId = "x1" }, key)).ExpectProblem(409, "appointment.taken");
        (await stand.Send("POST", "/api/appointments", new { contactId = "con_none", startsAt = "2026-05-01T10:00:00Z" }, key)).ExpectProblem(422, "reference.unknown");
        (await stand.Send("POST", "/api/appointments", new { contactId = contact }, key)).ExpectProblem(400, "field.required");
    }

    [Fact]
    public async Task Tasks_and_opportunities_raise_their_events()
    {
        var key = await stand.Fresh();
        var contact = (await stand.Send("POST", "/api/contacts", new { firstName = "Ann" }, key)).Text("id");
        var task = (await stand.Send("POST", "/api/tasks", new { title = "Call", contactId = contact }, key)).Expect(201);
        (await stand.Send("PATCH", $"/api/tasks/{task.Text("id")}", new { completedAt = "2026-05-01T10:00:00Z" }, key, match: "*")).Expect(200);
        var pipeline = (await stand.Send("POST", "/api/pipelines", new { name = "S", stages = new[] { new { id = "a", name = "A" }, new { id = "b", name = "B" } } }, key)).Expect(201).Text("id");
        var opportunity = (await stand.Send("POST", "/api/opportunities", new { contactId = contact, name = "Peel", pipelineId = pipeline, stageId = "a", value = 250.5 }, key)).Expect(201);
        (await stand.Send("PATCH", $"/api/opportunities/{opportunity.Text("id")}", new { stageId = "b", status = "won" }, key, match: opportunity.Tag)).Expect(200);
        (await stand.Send("PATCH", $"/api/opportunities/{opportunity.Text("id")}", new { stageId = "zz" }, key, match: "*")).ExpectProblem(422, "reference.unknown");
        Assert.Equal(["task.added", "task.completed", "opportunity.created", "opportunity.status.changed", "opportunity.stage.changed", "opportunity.changed"],
            stand.Store.Events.Where(e => e.Practice == key).Skip(1).Select(e => e.Type));
        Assert.Empty((await stand.Send("GET", "/api/tasks?status=open", key: key)).Json["items"]!.AsArray());
    }

    [Fact]
    public async Task An_operator_reaches_a_live_enrollment_and_no_other()
    {
        var ids = await new Belongings(stand).Make();
        var path = $"/api/enrollments/{ids["enrollments"]}";
        Assert.Equal("enrolled", (await stand.Send("GET", path)).Expect(200).Json["log"]![0]!["what"]!.ToString());
        foreach (var what in new[] { "stop", "pause", "resume", "retry", "skip", "run-now" }) (await stand.Send("POST", $"{path}/{what}", new { reason = "asked" })).Expect(202);
        Assert.Equal(6, stand.Store.Sent.Count(s => s.EnrollmentId == ids["enrollments"]));
        (await stand.Send("POST", $"{path}/move", new { stepId = "none" })).ExpectProblem(422, "step.unknown");
        stand.Store.Seed(Belongings.Enrollment(ids["enrollments"], ids["workflows"], ids["contacts"]) with { Status = Core.Enrollments.EnrollmentStatus.Completed });
        (await stand.Send("POST", $"{path}/stop")).ExpectProblem(409, "enrollment.over");
    }

    [Fact]
    public async Task A_key_grants_no_more_than_it_has_and_dies_when_it_is_revoked()
    {
        var key = await stand.Fresh();
        await stand.Key(key, key + "small", ["settings:write"]);
        (await stand.Send("POST", "/api/keys", new { name = "x", scopes = new[] { "audit:read" } }, key + "small")).ExpectProblem(403, "scope.beyond");
        (await stand.Send("POST", "/api/keys", new { name = "x", scopes = new[] { "everything" } }, key)).ExpectProblem(400, "field.invalid");
        var made = (await stand.Send("POST", "/api/keys", new { name = "x", scopes = new[] { "contacts:read" } }, key)).Expect(201);
        (await stand.Send("GET", "/api/contacts", key: made.Text("secret"))).Expect(200);
        (await stand.Send("DELETE", $"/api/keys/{made.Text("id")}", key: key, match: made.Tag)).Expect(204);
        (await stand.Send("GET", "/api/contacts", key: made.Text("secret"))).ExpectProblem(401, "key.unknown");
        Assert.DoesNotContain(made.Text("secret"), (await stand.Send("GET", "/api/keys", key: key)).Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Settings_are_written_as_a_whole_with_their_tag()
    {
        var read = (await stand.Send("GET", "/api/settings", key: "none")).Expect(200);
        var saved = (await stand.Send("PUT", "/api/settings", new { name = "Clinic", timeZone = "Europe/Rome", textHours = new { from = "10:00:00", to = "18:00:00" }, sendingPaused = true }, match: read.Tag)).Expect(200);
        Assert.Equal("10:00:00", saved.Json["textHours"]!["from"]!.ToString());
        (await stand.Send("PUT", "/api/settings", new { name = "Clinic", timeZone = "Nowhere" }, match: "*")).ExpectProblem(400, "field.invalid");
    }

    [Theory]
    [InlineData("/api/pipelines", """{"name":"S","stages":[null]}""", "/stages")]
    [InlineData("/api/pipelines", """{"name":"S","stages":[{"id":"a"}]}""", "/stages/0/name")]
    [InlineData("/api/pipelines", """{"name":"S","stages":[]}""", "/stages")]
    [InlineData("/api/contacts", """{"dnd":[null]}""", "/dnd")]
    [InlineData("/api/contacts", """{"tags":[null]}""", "/tags")]
    [InlineData("/api/contacts", """{"dnd":[{"channel":null,"reason":"x","since":"2026-01-01T00:00:00Z"}]}""", "/dnd/0/channel")]
    [InlineData("/api/users", """{"name":" ","role":"owner"}""", "/name")]
    [InlineData("/api/users", """{"name":"A","role":"boss"}""", "/role")]
    [InlineData("/api/keys", """{"name":"A","scopes":[null]}""", "/scopes")]
    [InlineData("/api/hooks", """{"name":"A","verification":"magic"}""", "/verification")]
    [InlineData("/api/hooks", """{"name":"A","eventType":"moon.full"}""", "/eventType")]
    [InlineData("/api/hooks", """{"name":"A","mapping":{"a":null}}""", "/mapping")]
    [InlineData("/api/calendars", """{"name":"A","minutes":1.5}""", "/minutes")]
    [InlineData("/api/workflows", """{"name":"A","definition":[]}""", "/definition")]
    public async Task Holes_and_wrong_words_are_pointed_at(string path, string body, string pointer)
    {
        var reply = (await stand.Send("POST", path, body)).Expect(400);
        Assert.StartsWith(pointer, reply.Json["errors"]![0]!["pointer"]!.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Records_whose_empty_fields_were_left_out_can_be_changed()
    {
        var calendar = (await stand.Send("POST", "/api/calendars", new { name = "Room", minutes = 30 })).Expect(201);
        (await stand.Send("PATCH", $"/api/calendars/{calendar.Text("id")}", new { minutes = 45 }, match: calendar.Tag)).Expect(200);
        var user = (await stand.Send("POST", "/api/users", new { name = "A", role = "owner" })).Expect(201);
        (await stand.Send("PATCH", $"/api/users/{user.Text("id")}", new { email = "a@example.com" }, match: user.Tag)).Expect(200);
        (await stand.Send("PATCH", $"/api/users/{user.Text("id")}", new { name = "" }, match: "*")).ExpectProblem(400, "field.required");
    }

    [Fact]
    public async Task A_bug_answers_500_and_tells_nothing_about_itself()
    {
        var hook = (await stand.Send("POST", "/api/hooks", new { name = "Forms" })).Expect(201);
        var reply = (await stand.Send("POST", hook.Text("path"), "crash", key: null)).ExpectProblem(500, "internal");
        Assert.DoesNotContain("secret detail", reply.Body, StringComparison.Ordinal);
        Assert.DoesNotContain("Exception", reply.Body, StringComparison.Ordinal);
    }

    [Fact]
    public void Calls_beyond_the_rate_wait_for_the_next_second()
    {
        var rate = new Hooks.CallRate();
        for (var i = 0; i < Hooks.CallRate.MostPerSecond; i++) Assert.True(rate.Admit(5_000));
        Assert.False(rate.Admit(5_999));
        Assert.True(rate.Admit(6_000));
    }

    [Fact]
    public async Task The_catalogue_is_served_to_any_key()
    {
        foreach (var part in new[] { "triggers", "actions", "waits", "merge-fields", "operators", "definition.schema.json" })
            (await stand.Send("GET", $"/api/catalogue/{part}", key: "none")).Expect(200);
        Assert.Contains("form.submitted", (await stand.Send("GET", "/api/catalogue/triggers", key: "none")).Body, StringComparison.Ordinal);
    }
}

/// <summary>Breaks its store, so it has a stand of its own.</summary>
public sealed class UnavailableStoreTests : IAsyncLifetime
{
    readonly Stand _stand = new();

    public Task InitializeAsync() => _stand.InitializeAsync();
    public Task DisposeAsync() => _stand.DisposeAsync();

    [Fact]
    public async Task An_answer_of_5xx_is_not_replayed_because_nothing_was_kept()
    {
        _stand.Store.ReadOnly = true;
        (await _stand.Send("POST", "/api/contacts", "{}", replay: "r2")).ExpectProblem(503, "store.unavailable");
        _stand.Store.ReadOnly = false;
        (await _stand.Send("POST", "/api/contacts", "{}", replay: "r2")).Expect(201);
        (await _stand.Send("POST", "/api/contacts", "{}", replay: "r2")).Expect(201);
        Assert.Single((await _stand.Send("GET", "/api/contacts")).Json["items"]!.AsArray());
    }

    [Fact]
    public async Task When_the_store_is_unavailable_nothing_is_acknowledged()
    {
        var hook = (await _stand.Send("POST", "/api/hooks", new { name = "Forms" })).Expect(201).Text("path");
        (await _stand.Send("POST", hook, "{}", key: null)).Expect(202);
        (await _stand.Send("GET", "/health/ready", key: null)).Expect(200);
        _stand.Store.Broken = "The disk is full.";
        foreach (var reply in new[] { await _stand.Send("POST", hook, "{}", key: null), await _stand.Send("POST", "/api/contacts", "{}"), await _stand.Send("POST", "/api/contacts", "{}", replay: "r1") })
            Assert.Equal(2, reply.ExpectProblem(503, "store.unavailable").Headers.RetryAfter!.Delta!.Value.TotalSeconds);
        Assert.Equal("The disk is full.", (await _stand.Send("GET", "/health/ready", key: null)).ExpectProblem(503, "notReady").Text("detail"));
        (await _stand.Send("GET", "/health/live", key: null)).Expect(200);
        _stand.Store.Broken = null;
        (await _stand.Send("POST", "/api/contacts", "{}", replay: "r1")).Expect(201);
    }
}
