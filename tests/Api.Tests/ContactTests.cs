using AesthetixWorkflows.Core.Records;
using AesthetixWorkflows.Runtime.Ports;

namespace AesthetixWorkflows.Api.Tests;

[Collection(nameof(Stand))]
public sealed class ContactTests(Stand stand)
{
    [Fact]
    public async Task A_new_contact_is_tidied_and_workflows_hear_of_it()
    {
        var key = await stand.Fresh();
        var made = (await stand.Send("POST", "/api/contacts", new { firstName = "Ann", email = " Ann@Example.COM ", phone = "(201) 555-0123", tags = new[] { "vip", "vip" } }, key)).Expect(201);
        Assert.Equal("ann@example.com", made.Text("email"));
        Assert.Equal("+12015550123", made.Text("phone"));
        Assert.Single(made.Json["tags"]!.AsArray());
        Assert.Equal(["contact.created", "contact.tag.added"], Raised(key));
        Assert.All(stand.Store.Events.Where(e => e.Practice == key), e => Assert.Equal(made.Text("id"), e.ContactId));
    }

    [Fact]
    public async Task A_change_tells_what_changed_and_only_that()
    {
        var key = await stand.Fresh();
        var made = (await stand.Send("POST", "/api/contacts", new { firstName = "Ann", city = "Rome", tags = new[] { "old" } }, key)).Expect(201);
        var path = $"/api/contacts/{made.Text("id")}";
        var changed = (await stand.Send("PATCH", path, """{"firstName":"Bea","city":null,"tags":["new"],"dnd":[{"channel":"sms","reason":"staff","since":"2026-01-01T00:00:00Z"}]}""", key, match: made.Tag)).Expect(200);
        Assert.Null(changed.Json["city"]);
        Assert.Equal(["contact.tag.added", "contact.tag.removed", "contact.dnd.changed", "contact.changed"], Raised(key).Skip(2));
        Assert.Equal("""["city","firstName"]""", string.Concat(stand.Store.Events.Last(e => e.Practice == key).Data.GetProperty("change").GetProperty("fields").EnumerateArray().Select(f => f.GetString()).Order()
            .Select((f, i) => (i == 0 ? "[" : ",") + $"\"{f}\"")) + "]");
        (await stand.Send("PATCH", path, "{}", key, match: changed.Tag)).Expect(200);
        Assert.Equal(6, Raised(key).Count);
    }

    [Fact]
    public async Task A_contact_is_shown_with_the_time_zones_it_may_be_in_and_nobody_writes_them()
    {
        var key = await stand.Fresh();
        await stand.Store.Commit(new ChangeSet(key).Put(Kinds.Practice, key, new Practice { Name = "A", TimeZone = "America/New_York" }, 0));
        var made = (await stand.Send("POST", "/api/contacts", new { firstName = "Ann", phone = "+13105550100" }, key)).Expect(201);
        var path = $"/api/contacts/{made.Text("id")}";
        var where = (await stand.Send("GET", path, null, key)).Expect(200).Json["whereabouts"]!;
        Assert.Equal(("phone", "America/Los_Angeles"), (where["from"]!.ToString(), where["zones"]![0]!.ToString()));
        Assert.Equal(2, where["zones"]!.AsArray().Count);
        Assert.Contains("09:00–20:00 in Los Angeles and ", where["words"]!.ToString(), StringComparison.Ordinal);
        (await stand.Send("PATCH", path, """{"whereabouts":{"zones":["UTC"]}}""", key, match: "*")).ExpectProblem(400, "field.unknown");
        // The answer to a change tells it too: a page that shows the answer would lose it otherwise.
        where = (await stand.Send("PATCH", path, """{"state":"Florida","postalCode":"33101"}""", key, match: "*")).Expect(200).Json["whereabouts"]!;
        Assert.Equal(where.ToJsonString(), (await stand.Send("GET", path, null, key)).Expect(200).Json["whereabouts"]!.ToJsonString());
        Assert.Equal(where.ToJsonString(), (await stand.Send("POST", $"{path}/tags", new { tags = new[] { "vip" } }, key)).Expect(200).Json["whereabouts"]!.ToJsonString());
        Assert.Equal(where.ToJsonString(), (await stand.Send("DELETE", $"{path}/tags/vip", null, key, match: "*")).Expect(200).Json["whereabouts"]!.ToJsonString());
        Assert.Equal(("address", "FL"), (where["from"]!.ToString(), where["state"]!.ToString()));
        Assert.Equal("America/New_York", Assert.Single(where["zones"]!.AsArray())!.ToString());
    }

    [Fact]
    public async Task An_email_belongs_to_one_contact()
    {
        var key = await stand.Fresh();
        (await stand.Send("POST", "/api/contacts", new { email = "a@example.com" }, key)).Expect(201);
        var second = (await stand.Send("POST", "/api/contacts", new { email = "b@example.com" }, key)).Expect(201);
        (await stand.Send("POST", "/api/contacts", new { email = "A@example.com" }, key)).ExpectProblem(409, "contact.taken");
        (await stand.Send("PATCH", $"/api/contacts/{second.Text("id")}", new { email = "a@example.com" }, key, match: "*")).ExpectProblem(409, "contact.taken");
    }

    [Theory]
    [InlineData("""{"email":"no"}""", "/email", "field.invalid")]
    [InlineData("""{"phone":"12"}""", "/phone", "field.invalid")]
    [InlineData("""{"timeZone":"Mars/One"}""", "/timeZone", "field.invalid")]
    [InlineData("""{"firstName":5}""", "/firstName", "field.invalid")]
    [InlineData("""{"tags":["a",7]}""", "/tags/1", "field.invalid")]
    [InlineData("""{"tags":null,"fields":null}""", "/tags", "field.invalid")]
    [InlineData("""{"dateOfBirth":"31.12.1999"}""", "/dateOfBirth", "field.invalid")]
    [InlineData("""{"nickname":"A"}""", "/nickname", "field.unknown")]
    [InlineData("""{"dnd":[{"channel":"sms","reason":"x","since":"2026-01-01T00:00:00Z","extra":1}]}""", "/dnd/0/extra", "field.unknown")]
    [InlineData("""{"id":"con_1"}""", "/id", "field.unknown")]
    [InlineData("""{"practice":"prac_B"}""", "/practice", "field.unknown")]
    public async Task A_wrong_field_is_pointed_at(string body, string pointer, string code)
    {
        var reply = (await stand.Send("POST", "/api/contacts", body)).ExpectProblem(400, code);
        Assert.Equal(pointer, reply.Json["errors"]![0]!["pointer"]!.ToString());
    }

    [Fact]
    public async Task Contacts_are_found_by_email_phone_tag_and_text()
    {
        var key = await stand.Fresh();
        for (var i = 0; i < 5; i++)
            (await stand.Send("POST", "/api/contacts", new { firstName = $"Name{i}", email = $"n{i}@example.com", phone = $"+1201555012{i}", tags = new[] { i < 3 ? "low" : "high" } }, key)).Expect(201);
        Assert.Equal(["Name3"], await Names("email=N3@example.com"));
        Assert.Equal(["Name2"], await Names("phone=%2B12015550122"));
        Assert.Equal(["Name2", "Name1", "Name0"], await Names("tag=low"));
        Assert.Equal(["Name4"], await Names("search=name4"));
        Assert.Empty(await Names("email=nobody@example.com"));

        async Task<IEnumerable<string>> Names(string query) =>
            (await stand.Send("GET", $"/api/contacts?{query}", key: key)).Expect(200).Json["items"]!.AsArray().Select(c => c!["firstName"]!.ToString());
    }

    [Fact]
    public async Task The_file_of_a_contact_is_kept_and_told_newest_first()
    {
        var key = await stand.Fresh();
        var path = $"/api/contacts/{(await stand.Send("POST", "/api/contacts", new { firstName = "Ann" }, key)).Text("id")}";
        (await stand.Send("POST", $"{path}/tags", new { tags = new[] { "a", "b" } }, key)).Expect(200);
        (await stand.Send("DELETE", $"{path}/tags/a", key: key, match: "*")).Expect(200);
        (await stand.Send("POST", $"{path}/notes", new { text = "Called" }, key)).Expect(201);
        (await stand.Send("POST", $"{path}/consents", new { channel = "sms", purpose = "marketing", granted = true }, key)).Expect(201);
        Assert.Equal("Called", (await stand.Send("GET", $"{path}/notes", key: key)).Json["items"]![0]!["text"]!.ToString());
        Assert.Equal("marketing", (await stand.Send("GET", $"{path}/consents", key: key)).Json["items"]![0]!["purpose"]!.ToString());
        var told = new List<string>();
        for (string? cursor = ""; cursor is not null;)
        {
            var page = (await stand.Send("GET", $"{path}/timeline?limit=2{(cursor.Length > 0 ? "&cursor=" + cursor : "")}", key: key)).Expect(200).Json;
            told.AddRange(page["items"]!.AsArray().Select(e => e!["kind"]! + " " + (e["item"]!["type"] ?? "")));
            cursor = page["next"]?.ToString();
        }
        Assert.Equal(6, told.Count);
        Assert.Equal("event contact.created", told[^1]);
        Assert.Contains("note ", told);
        Assert.Contains("event note.added", told);
    }

    [Fact]
    public async Task A_contact_is_put_into_a_workflow_or_told_why_not()
    {
        var ids = await new Belongings(stand).Make();
        var path = $"/api/contacts/{ids["contacts"]}/enrollments";
        Assert.Equal("enr_1", (await stand.Send("POST", path, new { workflowId = ids["workflows"], startAt = "2026-01-01T00:00:00Z" })).Expect(201).Text("enrollmentId"));
        (await stand.Send("POST", path, new { workflowId = "wf_none" })).ExpectProblem(422, "reference.unknown");
        await stand.Key(Stand.Practice, "desk", Access.Scopes.All);
        (await stand.Send("POST", path, new { workflowId = ids["workflows"] }, "desk")).ExpectProblem(409, "entry.already");
        Assert.Single((await stand.Send("GET", path)).Expect(200).Json["items"]!.AsArray());
    }

    [Fact]
    public async Task Deleting_a_contact_lets_its_enrollments_know()
    {
        var ids = await new Belongings(stand).Make();
        (await stand.Send("DELETE", $"/api/contacts/{ids["contacts"]}", match: "*")).Expect(204);
        Assert.Contains(stand.Store.Sent, s => s.EnrollmentId == ids["enrollments"]);
        (await stand.Send("GET", $"/api/contacts/{ids["contacts"]}")).ExpectProblem(404, "notFound");
    }

    List<string> Raised(string practice) => [.. stand.Store.Events.Where(e => e.Practice == practice).Select(e => e.Type)];
}
