using System.Text.Json;

namespace AesthetixWorkflows.Api.Tests;

/// <summary>What is done over the API is an event that triggers can ask about.</summary>
[Collection(nameof(Stand))]
public sealed class TriggerEventTests(Stand stand)
{
    IReadOnlyList<string> Raised(string key) => [.. stand.Store.Events.Where(e => e.Practice == key).Select(e => e.Type)];

    JsonElement Last(string key, string type) => stand.Store.Events.Last(e => e.Practice == key && e.Type == type).Data;

    async Task<string> Contact(string key) => (await stand.Send("POST", "/api/contacts", new { firstName = "Ada" }, key)).Expect(201).Text("id");

    [Fact]
    public async Task A_note_that_is_kept_or_changed_tells_its_words()
    {
        var key = await stand.Fresh();
        var path = $"/api/contacts/{await Contact(key)}/notes";
        var note = (await stand.Send("POST", path, new { text = "Likes mornings" }, key)).Expect(201);
        Assert.Equal("Likes mornings", Last(key, "note.added").GetProperty("note").GetProperty("body").GetString());
        var changed = (await stand.Send("PATCH", $"{path}/{note.Text("id")}", new { text = "Likes evenings" }, key, match: note.Tag)).Expect(200);
        var told = Last(key, "note.changed").GetProperty("note");
        Assert.Equal(("Likes evenings", note.Text("id"), key), (told.GetProperty("body").GetString(), told.GetProperty("id").GetString(), told.GetProperty("authorId").GetString()));
        (await stand.Send("PATCH", $"{path}/{note.Text("id")}", new { text = "Likes evenings" }, key, match: changed.Tag)).Expect(200);
        Assert.Single(Raised(key), "note.changed");
        (await stand.Send("PATCH", $"{path}/{note.Text("id")}", new { text = "" }, key, match: changed.Tag)).ExpectProblem(400, "field.required");
    }

    [Fact]
    public async Task A_task_that_is_added_or_completed_tells_its_status()
    {
        var key = await stand.Fresh();
        var task = (await stand.Send("POST", "/api/tasks", new { title = "Call", assignedTo = (string?)null }, key)).Expect(201);
        Assert.Equal(("open", "task"), (Last(key, "task.added").GetProperty("task").GetProperty("status").GetString(), Last(key, "task.added").GetProperty("task").GetProperty("kind").GetString()));
        (await stand.Send("PATCH", $"/api/tasks/{task.Text("id")}", new { result = "reached" }, key, match: task.Tag)).Expect(200);
        Assert.Equal(("done", "reached"), (Last(key, "task.completed").GetProperty("task").GetProperty("status").GetString(), Last(key, "task.completed").GetProperty("task").GetProperty("result").GetString()));
    }

    [Theory]
    [InlineData("viewed")]
    [InlineData("partial")]
    [InlineData("overdue")]
    [InlineData("void")]
    [InlineData("paid")]
    public async Task An_invoice_tells_its_status_and_total(string status)
    {
        var key = await stand.Fresh();
        var invoice = (await stand.Send("POST", "/api/invoices", new { contactId = await Contact(key), title = "Peel", amount = 120.5, number = "26-1", templateId = "plain" }, key)).Expect(201);
        Assert.DoesNotContain("invoice.changed", Raised(key));
        (await stand.Send("PATCH", $"/api/invoices/{invoice.Text("id")}", new { status }, key, match: invoice.Tag)).Expect(200);
        var told = Last(key, "invoice.changed").GetProperty("invoice");
        Assert.Equal((status, 120.5m, "26-1", "plain"), (told.GetProperty("status").GetString(), told.GetProperty("total").GetDecimal(), told.GetProperty("number").GetString(), told.GetProperty("templateId").GetString()));
    }

    [Fact]
    public async Task A_document_tells_its_status_and_template()
    {
        var key = await stand.Fresh();
        var document = (await stand.Send("POST", "/api/documents", new { contactId = await Contact(key), title = "Consent", form = "consent-2026", value = 10 }, key)).Expect(201);
        (await stand.Send("PATCH", $"/api/documents/{document.Text("id")}", new { status = "signed" }, key, match: document.Tag)).Expect(200);
        var told = Last(key, "document.changed").GetProperty("document");
        Assert.Equal(("signed", "consent-2026"), (told.GetProperty("status").GetString(), told.GetProperty("templateId").GetString()));
    }

    [Fact]
    public async Task A_score_tells_what_it_was()
    {
        var key = await stand.Fresh();
        var id = await Contact(key);
        (await stand.Send("PATCH", $"/api/contacts/{id}", new { score = 12 }, key, match: "*")).Expect(200);
        Assert.Equal("""{"value":12,"before":0,"points":12}""", Last(key, "contact.score.changed").GetProperty("score").GetRawText());
    }

    [Fact]
    public async Task A_visit_tells_what_its_status_and_time_were()
    {
        var key = await stand.Fresh();
        var visit = (await stand.Send("POST", "/api/appointments", new { contactId = await Contact(key), startsAt = "2026-06-10T15:00:00Z", services = new[] { "Botox", "Filler" } }, key)).Expect(201);
        Assert.Equal("Botox, Filler", visit.Text("service"));
        (await stand.Send("PATCH", $"/api/appointments/{visit.Text("id")}", new { status = "confirmed", startsAt = "2026-06-11T15:00:00Z" }, key, match: visit.Tag)).Expect(200);
        Assert.Equal("new", Last(key, "appointment.status.changed").GetProperty("appointment").GetProperty("fromStatus").GetString());
        Assert.Equal(DateTimeOffset.Parse("2026-06-10T15:00:00Z", null), Last(key, "appointment.rescheduled").GetProperty("appointment").GetProperty("fromStartsAt").GetDateTimeOffset());
    }

    [Fact]
    public async Task Of_a_silent_write_no_workflow_hears()
    {
        var key = await stand.Fresh();
        var made = (await stand.Send("POST", "/api/contacts?notify=false", new { firstName = "Ada", tags = new[] { "vip" } }, key)).Expect(201);
        (await stand.Send("PATCH", $"/api/contacts/{made.Text("id")}?notify=false", new { city = "Reno" }, key, match: made.Tag)).Expect(200);
        var task = (await stand.Send("POST", "/api/tasks?notify=false", new { title = "Call" }, key)).Expect(201);
        (await stand.Send("PATCH", $"/api/tasks/{task.Text("id")}?notify=false", new { result = "done" }, key, match: task.Tag)).Expect(200);
        Assert.Empty(Raised(key));
        (await stand.Send("POST", "/api/contacts?notify=true", new { firstName = "Bea" }, key)).Expect(201);
        Assert.Equal(["contact.created"], Raised(key));
        (await stand.Send("POST", "/api/contacts?notify=perhaps", new { firstName = "Cleo" }, key)).ExpectProblem(400, "query.invalid");
    }

    [Fact]
    public async Task A_draft_a_version_and_what_is_being_edited_are_told_in_sentences()
    {
        var key = await stand.Fresh();
        var definition = new { triggers = new[] { new { id = "t1", type = "form.submitted", filters = new { field = "form.id", op = "is", value = "x" } } }, steps = new { } };
        var made = (await stand.Send("POST", "/api/workflows", new { name = "Welcome", definition }, key)).Expect(201);
        var path = $"/api/workflows/{made.Text("id")}/narration";
        Assert.EndsWith(", when Form is x.", (await stand.Send("GET", path, key: key)).Expect(200).Json["triggers"]![0]!["sentence"]!.ToString(), StringComparison.Ordinal);
        Assert.Empty((await stand.Send("POST", path, new { definition = new { triggers = Array.Empty<object>(), steps = new { } } }, key)).Expect(200).Json["triggers"]!.AsArray());
        (await stand.Send("POST", path, new { definition = 5 }, key)).ExpectProblem(400, "field.required");
        (await stand.Send("GET", path + "?version=9", key: key)).ExpectProblem(404, "notFound");
        (await stand.Send("GET", path + "?version=x", key: key)).ExpectProblem(400, "query.invalid");
    }
}
