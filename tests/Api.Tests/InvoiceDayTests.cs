using AesthetixWorkflows.Core.Calendars;
using AesthetixWorkflows.Core.Records;

namespace AesthetixWorkflows.Api.Tests;

/// <summary>Due days of invoices, documents and tasks as callers write them. The practice is in New York.</summary>
[Collection(nameof(Stand))]
public sealed class InvoiceDayTests(Stand stand)
{
    const string Zone = "America/New_York";
    static readonly DateOnly Today = Zones.DateOf(DateTimeOffset.UtcNow, Zone);

    async Task<(string Key, string Contact)> Practice()
    {
        var key = await stand.Fresh();
        await stand.Store.Commit(new ChangeSet(key).Put(Kinds.Practice, key, new Practice { Name = "A", TimeZone = Zone }, 0));
        return (key, (await stand.Send("POST", "/api/contacts", new { firstName = "Ann" }, key)).Expect(201).Text("id"));
    }

    [Theory]
    [InlineData("sent")]
    [InlineData("viewed")]
    [InlineData("partial")]
    public async Task One_that_is_written_quietly_after_its_day_is_overdue_and_never_told_of(string status)
    {
        var (key, contact) = await Practice();
        var due = Today.AddDays(-2);
        var made = (await stand.Send("POST", "/api/invoices?notify=false", new { contactId = contact, title = "Peel", amount = 120, status, dueAt = due }, key)).Expect(201);
        Assert.Equal("overdue", made.Text("status"));
        Assert.Equal(made.Text("dueAt"), made.Text("overdueFor"));
        // Nor one whose day is moved there.
        var open = (await stand.Send("POST", "/api/invoices?notify=false", new { contactId = contact, title = "Peel", amount = 120, status, dueAt = Today }, key)).Expect(201);
        Assert.Equal(status, open.Text("status"));
        Assert.Equal("overdue", (await stand.Send("PATCH", $"/api/invoices/{open.Text("id")}?notify=false", new { dueAt = due }, key, match: "*")).Expect(200).Text("status"));
        Assert.DoesNotContain(stand.Store.Events, e => e.Practice == key && e.Type == "invoice.changed");
    }

    [Fact]
    public async Task One_whose_day_is_over_and_still_to_be_told_of_is_told_of_though_something_else_is_written_quietly()
    {
        var (key, contact) = await Practice();
        var made = (await stand.Send("POST", "/api/invoices", new { contactId = contact, title = "Peel", amount = 120, status = "sent", dueAt = Today.AddDays(-1) }, key)).Expect(201);
        Assert.Equal("sent", made.Text("status"));
        var changed = (await stand.Send("PATCH", $"/api/invoices/{made.Text("id")}?notify=false", new { title = "A peel" }, key, match: "*")).Expect(200);
        Assert.Equal(("sent", null), (changed.Text("status"), changed.Json["overdueFor"]?.ToString()));
    }

    [Theory]
    [InlineData(0, "sent")]
    [InlineData(20, "partial")]
    public async Task One_that_is_overdue_and_gets_more_time_is_awaited_again(int paid, string status)
    {
        var (key, contact) = await Practice();
        var path = $"/api/invoices/{(await stand.Send("POST", "/api/invoices", new { contactId = contact, title = "Peel", amount = 120, paid, status = "overdue", dueAt = Today.AddDays(-2) }, key)).Expect(201).Text("id")}";
        var before = await stand.Store.Find(Kinds.Invoice, key, path[14..]);
        var more = (await stand.Send("PATCH", path, new { dueAt = Today.AddDays(7) }, key, match: "*")).Expect(200);
        Assert.Equal(status, more.Text("status"));
        var after = (await stand.Store.Find(Kinds.Invoice, key, path[14..]))!.Body;
        Assert.Equal((before!.Body.DueAt, true), (after.OverdueFor, after.IsAwaited));
        Assert.Equal(["overdue", status], stand.Store.Events.Where(e => e.Practice == key && e.Type == "invoice.changed").Select(e => e.Data.GetProperty("invoice").GetProperty("status").GetString()));
        // Who says what it is, is believed.
        Assert.Equal("overdue", (await stand.Send("PATCH", path, new { status = "overdue", dueAt = Today.AddDays(8) }, key, match: "*")).Expect(200).Text("status"));
    }

    [Theory]
    [InlineData("/api/invoices")]
    [InlineData("/api/documents")]
    [InlineData("/api/tasks")]
    public async Task A_day_begins_at_its_midnight_where_the_practice_is(string path)
    {
        var (key, contact) = await Practice();
        object Due(string at) => path == "/api/invoices" ? new { contactId = contact, title = "Peel", amount = 120, dueAt = at } : new { contactId = contact, title = "Peel", dueAt = at };
        var made = (await stand.Send("POST", path, Due("2026-07-01"), key)).Expect(201);
        Assert.Equal("2026-07-01T00:00:00-04:00", made.Text("dueAt"));
        var one = $"{path}/{made.Text("id")}";
        Assert.Equal("2026-12-01T00:00:00-05:00", (await stand.Send("PATCH", one, new { dueAt = "2026-12-01" }, key, match: "*")).Expect(200).Text("dueAt"));
        Assert.Equal("2026-07-01T00:00:00+00:00", (await stand.Send("PATCH", one, new { dueAt = "2026-07-01T00:00:00Z" }, key, match: "*")).Expect(200).Text("dueAt"));
        Assert.Null((await stand.Send("PATCH", one, new { dueAt = (string?)null }, key, match: "*")).Expect(200).Json["dueAt"]);
        (await stand.Send("PATCH", one, new { dueAt = "2026-02-30" }, key, match: "*")).ExpectProblem(400, "field.invalid");
    }
}
