using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using AesthetixWorkflows.Local.Tests.Journeys;

namespace AesthetixWorkflows.Local.Tests.Pages;

/// <summary>A patient with a browser and nothing else, on the real host; the practice over its API.</summary>
public sealed partial class PagesJourney : IAsyncLifetime
{
    Visitor Practice { get; } = new();
    HttpClient Patient { get; } = new(new SocketsHttpHandler { AllowAutoRedirect = false });

    public Task InitializeAsync() => Practice.Open();

    public async Task DisposeAsync()
    {
        Patient.Dispose();
        await Practice.DisposeAsync();
    }

    async Task<string> Published(object definition)
    {
        var id = (await Practice.Post("/api/workflows", new { name = "W", definition }, HttpStatusCode.Created)).Text("id")!;
        using var answer = await Practice.Http.PostAsync($"/api/workflows/{id}/publish", null);
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
        return id;
    }

    async Task<string> Contact() => (await Practice.Post("/api/contacts", new { firstName = "Vera", email = "vera@pages.example", phone = "+12125550144", timeZone = "America/New_York" }, HttpStatusCode.Created)).Text("id")!;

    static object Steps(params (string Id, string Type, object Config)[] steps) => new
    {
        schemaVersion = 1, settings = new { }, start = steps[0].Id, triggers = new[] { new { id = "t1", type = "webhook.received", filters = new { all = Array.Empty<object>() } } },
        steps = steps.Index().ToDictionary(s => s.Item.Id, s => (object)new { type = s.Item.Type, config = s.Item.Config, next = s.Index + 1 < steps.Length ? steps[s.Index + 1].Id : null }),
    };

    async Task<JsonElement> OneMessage(string contact) => (await Practice.Messages(contact, 1))[0];

    [Fact]
    public async Task A_click_in_an_email_leads_on_and_is_an_event_and_unsubscribing_by_the_page_holds()
    {
        await Practice.Post("/api/links", new { name = "Price list", url = "https://glow.example/prices", key = "prices" }, HttpStatusCode.Created);
        var (id, vera) = (await Published(Steps(("mail", "email.send", new { purpose = "marketing", subject = "Spring", body = "Our prices: {{link.prices}}" }))), await Contact());
        await Practice.Post($"/api/contacts/{vera}/enrollments", new { workflowId = id }, HttpStatusCode.Created);
        var text = (await OneMessage(vera)).Text("text")!;
        var (link, leave) = (Address().Match(text).Value, Address().Matches(text)[^1].Value);
        Assert.StartsWith($"{Practice.Http.BaseAddress}l/", link, StringComparison.Ordinal);

        using (var clicked = await Patient.GetAsync(link)) Assert.Equal((HttpStatusCode.Redirect, "https://glow.example/prices"), (clicked.StatusCode, clicked.Headers.Location!.OriginalString));
        var told = await Visitor.Until(() => Practice.List("/api/events?type=link.clicked"), list => list.Count == 1);
        Assert.Equal(vera, told[0].Text("contactId"));

        Assert.Contains("v•••@p•••.example", await Patient.GetStringAsync(leave), StringComparison.Ordinal);
        Assert.Empty(await Practice.List($"/api/contacts/{vera}/consents"));
        using (var left = await Patient.PostAsync(leave, new FormUrlEncodedContent([new("List-Unsubscribe", "One-Click")]))) Assert.Equal(HttpStatusCode.OK, left.StatusCode);
        Assert.False(Assert.Single(await Practice.List($"/api/contacts/{vera}/consents")).GetProperty("granted").GetBoolean());
        var outbox = await File.ReadAllTextAsync(Path.Combine(Practice.Folder, "outbox.jsonl"));
        Assert.Contains($"\"List-Unsubscribe\":\"<{leave}>\",\"List-Unsubscribe-Post\":\"List-Unsubscribe=One-Click\"", outbox, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_patient_books_by_a_one_time_link_and_moves_the_visit_by_the_next_message()
    {
        var hours = new[] { "mon", "tue", "wed", "thu", "fri", "sat", "sun" }.ToDictionary(day => day, _ => new[] { new { from = "09:00", to = "17:00" } });
        var calendar = (await Practice.Post("/api/calendars", new { name = "Consultation", minutes = 30, hours }, HttpStatusCode.Created)).Text("id");
        var (id, vera) = (await Published(Steps(("link", "appointment.link", new { calendarId = calendar }), ("mail", "email.send", new { purpose = "care", subject = "Book", body = "Book: {{steps.link.url}}" }))), await Contact());
        await Practice.Post($"/api/contacts/{vera}/enrollments", new { workflowId = id }, HttpStatusCode.Created);
        var page = Address().Match((await OneMessage(vera)).Text("text")!).Value;
        var slots = Slot().Matches(await Patient.GetStringAsync(page)).Select(m => m.Groups[1].Value).ToList();
        Assert.True(slots.Count > 100, $"{slots.Count} slots.");
        using (var booked = await Patient.PostAsync(page, new FormUrlEncodedContent([new("at", slots[20])]))) Assert.Contains("You are booked", await booked.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        var visit = Assert.Single(await Practice.List($"/api/appointments?contactId={vera}"));
        Assert.Equal(("customer", DateTimeOffset.Parse(slots[20], null)), (visit.Text("modifiedBy"), visit.GetProperty("startsAt").GetDateTimeOffset()));
        Assert.Single(await Visitor.Until(() => Practice.List("/api/events?type=appointment.booked"), list => list.Count == 1));
    }

    [Fact]
    public async Task A_hook_is_tried_without_a_trace()
    {
        var workflow = await Published(new
        {
            schemaVersion = 1, settings = new { }, start = "tag", triggers = new[] { new { id = "t1", type = "form.submitted", filters = new { all = Array.Empty<object>() } } },
            steps = new { tag = new { type = "contact.tag.add", config = new { tags = new[] { "x" } } } },
        });
        var hook = (await Practice.Post("/api/hooks", new { name = "Forms", verification = "stripe", secret = "whsec_1", eventType = "form.submitted" }, HttpStatusCode.Created)).Text("id");
        var (contacts, events) = (await Practice.List("/api/contacts"), await Practice.List("/api/events"));
        var made = await Practice.Post($"/api/hooks/{hook}/test", new { form = "firstName=Vera&email=Vera%40Pages.example&treatment=peel" }, HttpStatusCode.OK);
        Assert.Equal(("form.submitted", "peel"), (made.GetProperty("event").Text("type"), made.GetProperty("event").GetProperty("data").GetProperty("form").GetProperty("fields").Text("treatment")));
        Assert.Equal(("new", "Vera", "vera@pages.example"), (made.GetProperty("contact").Text("outcome"), made.GetProperty("contact").Text("firstName"), made.GetProperty("contact").Text("email")));
        Assert.Contains(made.GetProperty("workflows").EnumerateArray(), w => w.Text("workflowId") == workflow && w.GetProperty("starts").GetBoolean());
        var nobody = await Practice.Post($"/api/hooks/{hook}/test", new { body = new { colour = "red" } }, HttpStatusCode.OK);
        Assert.Equal(("none", "unmatched:contact.noEmailOrPhone"), (nobody.GetProperty("contact").Text("outcome"), nobody.GetProperty("contact").Text("code")));
        await Contact();
        Assert.Equal("known", (await Practice.Post($"/api/hooks/{hook}/test", new { body = new { email = "vera@pages.example" } }, HttpStatusCode.OK)).GetProperty("contact").Text("outcome"));
        await Practice.Post($"/api/hooks/{hook}/test", new { }, HttpStatusCode.BadRequest);
        Assert.Equal(contacts.Count + 1, (await Practice.List("/api/contacts")).Count);
        Assert.DoesNotContain(await Practice.List("/api/events"), e => e.Text("type") == "form.submitted");
        Assert.Empty(await Practice.List($"/api/enrollments?workflowId={workflow}"));
        Assert.True(events.Count <= (await Practice.List("/api/events")).Count);
    }

    [Fact]
    public async Task A_simulated_call_is_answered_by_the_script_and_its_links_lead_nowhere()
    {
        var id = (await Practice.Post("/api/workflows", new
        {
            name = "W",
            definition = Steps(("ask", "webhook.send", new { url = "https://lab.example/ask", waitForCallback = true, timeout = "P2D" }),
                ("mail", "email.send", new { purpose = "marketing", subject = "Result", body = "It is {{steps.ask.callback.result}}" })),
        }, HttpStatusCode.Created)).Text("id");
        var trace = await Practice.Post($"/api/workflows/{id}/simulate", new
        {
            contact = new { firstName = "Vera", email = "vera@pages.example" },
            script = new[] { new { after = "PT3H", @event = new { type = "callback.received", data = new { stepId = "ask", body = new { result = "fine" } } } } },
        }, HttpStatusCode.OK);
        var message = Assert.Single(trace.GetProperty("lines").EnumerateArray(), l => l.TryGetProperty("messages", out _)).GetProperty("messages")[0];
        Assert.StartsWith("It is fine", message.Text("text"), StringComparison.Ordinal);
        Assert.Contains("/u/example", message.Text("text"), StringComparison.Ordinal);
        Assert.Contains(trace.GetProperty("lines").EnumerateArray(), l => l.Text("code") == "waiting.callback");
    }

    [GeneratedRegex(@"http://127\.0\.0\.1[^\s""<]+")]
    private static partial Regex Address();

    [GeneratedRegex("name=\"at\" value=\"([^\"]+)\"")]
    private static partial Regex Slot();
}
