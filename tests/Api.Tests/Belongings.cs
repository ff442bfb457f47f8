using AesthetixWorkflows.Core.Enrollments;
using AesthetixWorkflows.Core.Records;

namespace AesthetixWorkflows.Api.Tests;

/// <summary>One of everything, owned by the first practice, so that any route has something to point at.</summary>
sealed class Belongings(Stand stand)
{
    readonly Dictionary<string, string> _ids = [];

    public async Task<Belongings> Make()
    {
        var mark = Guid.NewGuid().ToString("N")[..8];
        _ids["contacts"] = await Post("/api/contacts", new { firstName = "Ann", email = $"{mark}@example.com", tags = new[] { "vip" } });
        _ids["note"] = await Post($"/api/contacts/{_ids["contacts"]}/notes", new { text = "Likes mornings" });
        _ids["workflows"] = await Post("/api/workflows", new { name = "Welcome " + mark });
        (await stand.Send("POST", $"/api/workflows/{_ids["workflows"]}/publish")).Expect(200);
        _ids["hooks"] = await Post("/api/hooks", new { name = "Forms", verification = "token", eventType = "form.submitted" });
        _ids["keys"] = await Post("/api/keys", new { name = "Desk", scopes = new[] { "contacts:read" } });
        _ids["tasks"] = await Post("/api/tasks", new { title = "Call" });
        _ids["pipelines"] = await Post("/api/pipelines", new { name = "Sales", stages = new[] { new { id = "new", name = "New" }, new { id = "won", name = "Won" } } });
        _ids["opportunities"] = await Post("/api/opportunities", new { contactId = _ids["contacts"], name = "Peel", pipelineId = _ids["pipelines"], stageId = "new" });
        _ids["calendars"] = await Post("/api/calendars", new { name = "Room 1", minutes = 30 });
        _ids["users"] = await Post("/api/users", new { name = "Dr. B", role = "provider" });
        _ids["appointments"] = await Post("/api/appointments", new { contactId = _ids["contacts"], startsAt = "2026-05-01T10:00:00Z", calendarId = _ids["calendars"] });
        _ids["templates"] = await Post("/api/templates", new { name = "Welcome", channel = "sms", body = "Hi {{contact.firstName}}" });
        _ids["links"] = await Post("/api/links", new { name = "Prices", url = "https://glow.example/prices" });
        _ids["custom-fields"] = await Post("/api/custom-fields", new { key = "f" + mark, label = "Skin", type = "text" });
        _ids["custom-values"] = await Post("/api/custom-values", new { key = "v" + mark, name = "Offer", value = "Spring" });
        _ids["invoices"] = await Post("/api/invoices", new { contactId = _ids["contacts"], title = "Peel", amount = 120.5 });
        _ids["documents"] = await Post("/api/documents", new { contactId = _ids["contacts"], title = "Consent" });
        _ids["booking-links"] = "bkl_" + mark;
        await stand.Store.Commit(new ChangeSet(Stand.Practice).Put(Kinds.BookingLink, _ids["booking-links"], new(_ids["calendars"], _ids["contacts"], null, DateTimeOffset.UnixEpoch, null)));
        _ids["messages"] = "msg_" + mark;
        _ids["deliveries"] = "dlv_" + mark;
        await stand.Store.Commit(new ChangeSet(Stand.Practice)
            .Put(Kinds.Message, _ids["messages"], new() { ContactId = _ids["contacts"], Channel = "sms", Direction = Direction.Out, Status = MessageStatus.Sent })
            .Put(Kinds.Delivery, _ids["deliveries"], new("https://example.com", "POST", "e", null, null, 1, 200, null, null, null, 5, DateTimeOffset.UnixEpoch)));
        _ids["jobs"] = (await stand.Send("POST", "/api/enrollments/bulk", new { workflowId = _ids["workflows"], contactIds = new[] { _ids["contacts"] } })).Expect(202).Text("id");
        _ids["enrollments"] = "enr_" + mark;
        stand.Store.Seed(Enrollment(_ids["enrollments"], _ids["workflows"], _ids["contacts"]));
        return this;
    }

    public static Enrollment Enrollment(string id, string workflow, string contact, string practice = Stand.Practice) => new()
    {
        Id = id, Practice = practice, WorkflowId = workflow, Version = 1, ContactId = contact, ScopeKey = "contact", Zone = "UTC",
        EnrolledAt = DateTimeOffset.UnixEpoch, Status = EnrollmentStatus.Waiting, StepId = "s1",
    };

    public string this[string kind] => _ids[kind];

    public string Fill(string path)
    {
        var kind = path.Split('/').ElementAtOrDefault(2) ?? "";
        return path.Replace("{id}", _ids.GetValueOrDefault(kind, "x"), StringComparison.Ordinal).Replace("{number}", "1", StringComparison.Ordinal)
            .Replace("{tag}", "vip", StringComparison.Ordinal).Replace("{note}", _ids["note"], StringComparison.Ordinal).Replace("{key}", "nokey", StringComparison.Ordinal);
    }

    /// <summary>A body that is fine in itself.</summary>
    public object? BodyFor(string method, string path) => (method, path) switch
    {
        ("DELETE" or "GET", _) => null,
        (_, "/api/settings") => new { name = "A", timeZone = "UTC" },
        (_, var p) when p.EndsWith("/tags", StringComparison.Ordinal) => new { tags = new[] { "x" } },
        (_, var p) when p.Contains("/notes", StringComparison.Ordinal) => new { text = "x" },
        (_, var p) when p.EndsWith("/consents", StringComparison.Ordinal) => new { channel = "sms", purpose = "care", granted = true },
        (_, var p) when p.EndsWith("/enrollments", StringComparison.Ordinal) => new { workflowId = _ids["workflows"] },
        (_, var p) when p.EndsWith("/move", StringComparison.Ordinal) => new { stepId = "s1" },
        _ => "{}",
    };

    async Task<string> Post(string path, object body) => (await stand.Send("POST", path, body)).Expect(201).Text("id");
}
