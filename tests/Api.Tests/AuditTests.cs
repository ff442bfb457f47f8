using AesthetixWorkflows.Core.Records;

namespace AesthetixWorkflows.Api.Tests;

/// <summary>Features 3.4: who, what, when, before and after.</summary>
[Collection(nameof(Stand))]
public sealed class AuditTests(Stand stand)
{
    [Fact]
    public async Task Every_deed_that_the_law_asks_about_is_a_line()
    {
        var key = await stand.Fresh();
        await stand.Store.Commit(new ChangeSet(key).Put(Kinds.Practice, key, new Practice { Name = key, TimeZone = "America/New_York" }, 0));
        var contact = (await stand.Send("POST", "/api/contacts", new { firstName = "Ann" }, key)).Expect(201).Text("id");
        var id = (await stand.Send("POST", "/api/workflows", new { name = "Welcome" }, key)).Expect(201).Text("id");
        (await stand.Send("PUT", $"/api/workflows/{id}/draft", new { schemaVersion = 1 }, key, match: "*")).Expect(200);
        (await stand.Send("POST", $"/api/workflows/{id}/publish", null, key)).Expect(200);
        (await stand.Send("POST", $"/api/workflows/{id}/versions/1/restore", null, key)).Expect(200);
        (await stand.Send("POST", $"/api/workflows/{id}/pause", null, key)).Expect(200);
        (await stand.Send("POST", $"/api/workflows/{id}/resume", null, key)).Expect(200);
        (await stand.Send("POST", $"/api/workflows/{id}/unpublish", null, key)).Expect(200);
        (await stand.Send("GET", $"/api/workflows/{id}/export", null, key)).Expect(200);
        (await stand.Send("DELETE", $"/api/workflows/{id}", null, key, match: "*")).Expect(204);
        (await stand.Send("POST", $"/api/workflows/{id}/restore", null, key)).Expect(200);
        (await stand.Send("POST", $"/api/contacts/{contact}/consents", new { channel = "sms", purpose = "care", granted = true }, key)).Expect(201);
        (await stand.Send("PATCH", $"/api/contacts/{contact}", new { dnd = new[] { new { channel = "sms", reason = "staff", since = "2026-05-01T10:00:00Z" } } }, key, match: "*")).Expect(200);
        var hook = (await stand.Send("POST", "/api/hooks", new { name = "Forms", verification = "token", eventType = "form.submitted" }, key)).Expect(201).Text("id");
        (await stand.Send("POST", $"/api/hooks/{hook}/rotate", null, key)).Expect(200);
        (await stand.Send("PUT", "/api/settings", new { name = "New name", timeZone = "UTC" }, key, match: "*")).Expect(200);
        var user = (await stand.Send("POST", "/api/users", new { name = "Dr. B", role = "provider" }, key)).Expect(201).Text("id");
        (await stand.Send("PATCH", $"/api/users/{user}", new { role = "owner" }, key, match: "*")).Expect(200);
        (await stand.Send("DELETE", $"/api/users/{user}", null, key, match: "*")).Expect(204);
        (await stand.Send("GET", "/api/audit/export", null, key)).Expect(200);

        var lines = (await stand.Send("GET", "/api/audit?limit=200", null, key)).Expect(200).Json["items"]!.AsArray();
        Assert.All(lines, line => Assert.Equal(key, line!["by"]!.ToString()));
        foreach (var action in new[]
                 {
                     "workflow.created", "workflow.draft.saved", "workflow.published", "workflow.version.restored", "workflow.paused", "workflow.resumed", "workflow.unpublished", "workflow.exported",
                     "workflow.deleted", "workflow.restored", "contact.consent.recorded", "contact.dnd.changed", "hook.created", "hook.rotated", "settings.changed", "user.created", "user.changed", "user.deleted", "audit.exported",
                 })
            Assert.True(lines.Any(line => line!["action"]!.ToString() == action), $"{action} left no line");

        System.Text.Json.Nodes.JsonNode Line(string action) => lines.First(line => line!["action"]!.ToString() == action)!;
        Assert.Equal("paused, version 1, draft 3, “Welcome”", Line("workflow.resumed")["before"]!.ToString());
        Assert.Equal("published, version 1, draft 3, “Welcome”", Line("workflow.resumed")["after"]!.ToString());
        Assert.Contains("New name", Line("settings.changed")["after"]!.ToString(), StringComparison.Ordinal);
        Assert.Contains("America/New_York", Line("settings.changed")["before"]!.ToString(), StringComparison.Ordinal);
        Assert.Equal("""{"role":"owner"}""", Line("user.changed")["after"]!.ToString());
        Assert.Equal(("none", "sms"), (Line("contact.dnd.changed")["before"]!.ToString(), Line("contact.dnd.changed")["after"]!.ToString()));
    }

    [Fact]
    public async Task The_log_goes_out_as_a_table_that_no_cell_can_break()
    {
        var key = await stand.Fresh();
        (await stand.Send("POST", "/api/workflows", new { name = "=HYPERLINK(\"x\"), \"a\"\nb" }, key)).Expect(201);
        var csv = await stand.Send("GET", "/api/audit/export", null, key);
        Assert.Equal("text/csv", csv.Expect(200).Media);
        Assert.StartsWith("id,at,by,action,subject,detail,before,after\r\n", csv.Body, StringComparison.Ordinal);
        Assert.Contains("""
            "'=HYPERLINK(""x""), ""a""
            """.Trim(), csv.Body, StringComparison.Ordinal);
        Assert.DoesNotContain("audit.exported", (await stand.Send("GET", "/api/audit/export?action=workflow.created", null, key)).Body.Split("\r\n")[1], StringComparison.Ordinal);
        Assert.Single((await stand.Send("GET", "/api/audit/export?to=2000-01-01T00:00:00Z", null, key)).Body.Trim().Split("\r\n"));
    }

    /// <summary>Six years and more: there is no way to take a line away.</summary>
    [Fact]
    public void Nothing_of_the_log_is_ever_deleted() =>
        Assert.Throws<InvalidOperationException>(() => new ChangeSet("p").Delete(Kinds.Audit, "aud_1"));
}
