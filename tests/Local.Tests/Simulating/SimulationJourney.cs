using System.Net;
using System.Text.Json;
using AesthetixWorkflows.Local.Tests.Journeys;

namespace AesthetixWorkflows.Local.Tests.Simulating;

/// <summary>Trying workflows out over HTTP, in the demonstration practice.</summary>
public sealed class SimulationJourney : IAsyncLifetime
{
    static readonly object Form = new { type = "form.submitted", data = new { form = new { id = "consultation" } } };
    static readonly object Guest = new { firstName = "Vera", email = "Vera@Example.test", phone = "(212) 555-0166" };

    Visitor Practice { get; } = new();

    public Task InitializeAsync() => Practice.Open();

    public async Task DisposeAsync() => await Practice.DisposeAsync();

    [Fact]
    public async Task Somebody_made_up_goes_through_a_draft_and_stops_halfway()
    {
        var (contacts, id) = (await Practice.List("/api/contacts"), await Draft());
        var trace = await Simulate(id, new
        {
            contact = Guest, @event = Form, startAt = "2026-06-01T13:00:00Z",
            script = new object[] { new { after = "PT3H", @event = new { type = "message.received", data = new { message = new { channel = "sms", body = "STOP" } } } } },
        });
        var lines = trace.GetProperty("lines").EnumerateArray().ToList();
        Assert.Equal(["email", "sms"], lines.Where(l => l.TryGetProperty("messages", out _)).Select(l => l.GetProperty("messages")[0].Text("channel")));
        var first = lines.First(l => l.TryGetProperty("messages", out _));
        Assert.Equal(("s1", "done", "We have your request"), (first.Text("stepId"), first.Text("what"), first.Text("stepName")));
        Assert.Contains("Thank you, Vera", first.GetProperty("messages")[0].Text("subject"), StringComparison.Ordinal);
        Assert.Equal("vera@example.test", first.GetProperty("messages")[0].Text("to"));
        var skipped = Assert.Single(lines, l => l.Text("what") == "skipped" && l.Text("stepId") == "s6");
        Assert.Equal(("consent.dnd.sms", "The contact asked for no texts.", "2026-06-02T13:00:00+00:00"), (skipped.Text("code"), skipped.Text("why"), skipped.Text("at")));
        Assert.Equal("Not yet", Assert.Single(lines, l => l.Text("what") == "decided").Text("why"));
        var task = Assert.Single(lines, l => l.Text("stepId") == "s7" && l.Text("what") == "done").GetProperty("changes")[0];
        Assert.Equal(("task", "Call Vera about the consultation"), (task.Text("kind"), task.GetProperty("after").Text("title")));
        var tag = Assert.Single(lines, l => l.Text("stepId") == "s3").GetProperty("changes")[0];
        Assert.Equal("""{"tags":["lead"]}""", tag.GetProperty("after").GetRawText());
        Assert.Equal(("t1", true), (trace.GetProperty("trigger").Text("matched"), trace.GetProperty("trigger").GetProperty("admitted").GetBoolean()));
        Assert.Equal("over", trace.GetProperty("ended").Text("code"));
        Assert.Equal("completed", Assert.Single(trace.GetProperty("enrollments").EnumerateArray()).Text("status"));

        Assert.Equal(contacts.Count, (await Practice.List("/api/contacts")).Count);
        Assert.Empty(await Practice.List("/api/messages"));
        Assert.Empty(await Practice.List("/api/tasks"));
        Assert.Empty(await Practice.List("/api/events"));
    }

    [Fact]
    public async Task A_filter_that_does_not_hold_is_named_with_what_it_wants_and_what_is_there()
    {
        var trigger = (await Simulate(await Published("Consultation request"), new { contact = Guest, @event = new { type = "form.submitted", data = new { form = new { id = "price-list" } } } })).GetProperty("trigger");
        Assert.Equal(("trigger.filter", false), (trigger.GetProperty("why").Text("code"), trigger.GetProperty("admitted").GetBoolean()));
        var row = trigger.GetProperty("triggers")[0].GetProperty("rows")[0];
        Assert.Equal(("form.id", "is", "consultation", "price-list"), (row.Text("field"), row.Text("op"), row.Text("expected"), row.Text("found")));
    }

    [Fact]
    public async Task Who_is_inside_already_is_not_admitted_unless_it_is_forgotten()
    {
        await Practice.Form("grace@example.test");
        var grace = await Practice.Contact("grace@example.test");
        await Practice.Messages(grace, 2);
        var id = await Published("Consultation request");
        var trace = await Simulate(id, new { contactId = grace, @event = Form });
        Assert.Equal(("refused:entry.already", "The contact is in this workflow already."), (trace.GetProperty("trigger").GetProperty("why").Text("code"), trace.GetProperty("trigger").GetProperty("why").Text("words")));
        Assert.Equal("notEnrolled", trace.GetProperty("ended").Text("code"));
        Assert.Equal("over", (await Simulate(id, new { contactId = grace, @event = Form, asIfNew = true })).GetProperty("ended").Text("code"));
        Assert.Equal("entry.already", (await Simulate(id, new { contactId = grace })).GetProperty("refused").Text("code"));
    }

    [Fact]
    public async Task A_backtest_says_whom_the_kept_events_would_have_enrolled_and_why_not_the_others()
    {
        var from = await Practice.Now();
        await Practice.Form("grace@example.test");
        await Practice.Messages(await Practice.Contact("grace@example.test"), 2);
        await Practice.Form("ann@example.test", phone: "(212) 555-0199");
        await Practice.Messages(await Practice.Contact("ann@example.test"), 2);
        await Practice.Form("grace@example.test");
        await Practice.Event("f-1", "form.submitted", new { contact = new { email = "ann@example.test" }, form = new { id = "price-list" } });
        await Visitor.Until(() => Practice.List("/api/events?type=form.submitted"), list => list.Count == 4 && list.All(e => e.Text("result") is not null));
        var messages = (await Practice.List("/api/messages")).Count;

        var report = await Practice.Post($"/api/workflows/{await Draft()}/backtest", new { from, to = (await Practice.Now()).AddMinutes(1) }, HttpStatusCode.OK);
        Assert.Equal((4, 3, 2, 2), (report.GetProperty("events").GetInt32(), report.GetProperty("matched").GetInt32(), report.GetProperty("enrolled").GetInt32(), report.GetProperty("contacts").GetInt32()));
        var reasons = report.GetProperty("notEnrolled").EnumerateArray().ToDictionary(r => r.Text("code")!);
        Assert.Equal(["entry.already", "trigger.filter"], reasons.Keys.Order());
        Assert.Equal(("price-list", "t1"), (reasons["trigger.filter"].GetProperty("examples")[0].GetProperty("rows")[0].Text("found"), reasons["trigger.filter"].Text("triggerId")));
        Assert.Equal(messages, (await Practice.List("/api/messages")).Count);
    }

    [Theory]
    [InlineData("simulate", """{"contact":{"phone":"none"},"event":{"type":"form.submitted"}}""", 400, "/contact/phone")]
    [InlineData("simulate", """{"contact":{},"contactId":"con_x","event":{"type":"form.submitted"}}""", 400, "/contactId")]
    [InlineData("simulate", """{"contactId":"con_x","event":{"type":"form.submitted"}}""", 404, "/contactId")]
    [InlineData("simulate", "{}", 400, "/event")]
    [InlineData("simulate", """{"event":{}}""", 400, "/event/type")]
    [InlineData("simulate", """{"event":{"type":"x","data":[]}}""", 400, "/event/data")]
    [InlineData("simulate", """{"event":{"type":"x"},"script":[{"after":"P1D","event":{"type":"x"}},{"after":"soon"}]}""", 400, "/script/1/after")]
    [InlineData("simulate", """{"event":{"type":"x"},"script":[{"after":"P1D"}]}""", 400, "/script/0/event")]
    [InlineData("simulate", """{"event":{"type":"x"},"startAt":"yesterday"}""", 400, "/startAt")]
    [InlineData("simulate", """{"event":{"type":"x"},"startAt":"0001-01-01T00:00:00Z"}""", 400, "/startAt")]
    [InlineData("simulate", """{"event":{"type":"x"},"horizon":"-P1D"}""", 400, "/horizon")]
    [InlineData("simulate", """{"event":{"type":"x"},"answers":{"s1":{"status":7}}}""", 400, "/answers/s1/status")]
    [InlineData("simulate", """{"event":{"type":"x"},"version":7}""", 422, "/version")]
    [InlineData("backtest", "{}", 400, "/from")]
    [InlineData("backtest", """{"from":"2026-01-02T00:00:00Z","to":"2026-01-01T00:00:00Z"}""", 400, "/to")]
    [InlineData("backtest", """{"from":"2026-01-02T00:00:00Z","examples":1000}""", 400, "/examples")]
    public async Task What_cannot_be_tried_is_refused_by_its_place(string what, string body, int status, string pointer)
    {
        var problem = await Practice.Post($"/api/workflows/{await Published("Consultation request")}/{what}", JsonElement.Parse(body), (HttpStatusCode)status);
        Assert.Equal(pointer, problem.GetProperty("errors")[0].Text("pointer"));
    }

    [Fact]
    public async Task A_draft_that_cannot_be_read_is_refused_with_its_findings()
    {
        var made = await Practice.Post("/api/workflows", new { name = "Broken", definition = new { schemaVersion = 1, steps = new { s1 = new { type = 5 } } } }, HttpStatusCode.Created);
        var problem = await Practice.Post($"/api/workflows/{made.Text("id")}/simulate", new { contact = Guest }, HttpStatusCode.UnprocessableEntity);
        Assert.Equal("workflow.faulty", problem.Text("code"));
        Assert.NotEmpty(problem.GetProperty("findings").EnumerateArray());
    }

    Task<JsonElement> Simulate(string id, object wish) => Practice.Post($"/api/workflows/{id}/simulate", wish, HttpStatusCode.OK);

    async Task<string> Published(string name) => (await Practice.List("/api/workflows")).Single(w => w.Text("name") == name).Text("id")!;

    async Task<string> Draft() => (await Practice.Post($"/api/workflows/{await Published("Consultation request")}/duplicate", new { }, HttpStatusCode.Created)).Text("id")!;
}
