using AesthetixWorkflows.Core.Calendars;
using AesthetixWorkflows.Core.Records;
using AesthetixWorkflows.Runtime.Facts;
using AesthetixWorkflows.Runtime.Identity;
using AesthetixWorkflows.Runtime.Ports;
using AesthetixWorkflows.Runtime.Scheduling;
using AesthetixWorkflows.Specs.Crashing;
using Microsoft.Extensions.DependencyInjection;

namespace AesthetixWorkflows.Local.Tests.Triggers;

/// <summary>Invoices that become overdue by themselves. The practice is in New York.</summary>
public sealed class OverdueInvoicesTests
{
    const string IsOverdue = """{ "all": [{ "field": "invoice.status", "op": "is", "value": "overdue" }] }""";
    /// <summary>Due in the afternoon of 10 June; the day ends at midnight.</summary>
    static readonly DateTimeOffset Due = Local(6, 10, 15), Midnight = Local(6, 11);

    static DateTimeOffset Local(int month, int day, int hour = 0, int minute = 0) => Zones.At(new(2026, month, day), new(hour, minute), Reception.Zone);

    [Theory]
    [InlineData(InvoiceStatus.Sent)]
    [InlineData(InvoiceStatus.Viewed)]
    [InlineData(InvoiceStatus.PartiallyPaid)]
    public async Task An_open_invoice_becomes_overdue_when_its_due_day_ends_where_the_practice_is(InvoiceStatus status)
    {
        await using var here = await Reception.Open(Local(6, 3, 9));
        var workflow = await here.Publish("invoice.changed", IsOverdue);
        var ada = await here.Person();
        await Invoice(here, ada, i => i with { Status = status });
        Assert.Equal(Midnight, await At(here, Midnight.AddSeconds(-1)));
        Assert.Equal(status, (await Read(here)).Status);
        Assert.Equal(Local(6, 12), await At(here, Midnight));
        Assert.Equal((InvoiceStatus.Overdue, Due), ((await Read(here)).Status, (await Read(here)).OverdueFor));
        var e = Assert.Single(await here.Events("invoice.changed"));
        Assert.Equal(("enrolled:1", ada, Midnight), (e.Result, e.Event.ContactId, e.Event.At));
        var told = e.Event.Data.GetProperty("invoice");
        Assert.Equal(("overdue", "inv_1", 120), (told.GetProperty("status").GetString(), told.GetProperty("id").GetString(), told.GetProperty("total").GetInt32()));
        Assert.Single(await here.Inside(workflow));
    }

    [Theory]
    [InlineData(InvoiceStatus.Draft)]
    [InlineData(InvoiceStatus.Paid)]
    [InlineData(InvoiceStatus.Void)]
    [InlineData(InvoiceStatus.Overdue)]
    public async Task One_that_is_not_out_or_settled_or_overdue_already_is_left_alone(InvoiceStatus status)
    {
        await using var here = await Reception.Open(Local(6, 3, 9));
        await Invoice(here, await here.Person(), i => i with { Status = status });
        await Invoice(here, await here.Person(), i => i with { DueAt = null }, "inv_2");
        await At(here, Local(6, 20));
        Assert.Equal((status, InvoiceStatus.Sent), ((await Read(here)).Status, (await Read(here, "inv_2")).Status));
        Assert.Empty(await here.Events("invoice.changed"));
    }

    [Fact]
    public async Task Moved_to_later_it_waits_for_the_new_day_and_comes_for_each_due_day_once()
    {
        await using var here = await Reception.Open(Local(6, 3, 9));
        await Invoice(here, await here.Person());
        await Change(here, i => i with { DueAt = Local(6, 14) });
        await At(here, Local(6, 12));
        Assert.Empty(await here.Events("invoice.changed"));
        await At(here, Local(6, 15));
        Assert.Single(await here.Events("invoice.changed"));
        // Something is paid, and the rest gets its time: not again for the old day, once for the new one.
        await Change(here, i => i with { Status = InvoiceStatus.PartiallyPaid, Paid = 20 });
        await At(here, Local(6, 16));
        Assert.Equal(InvoiceStatus.PartiallyPaid, (await Read(here)).Status);
        await Change(here, i => i with { DueAt = Local(6, 20) });
        await At(here, Local(6, 21));
        Assert.Equal(2, (await here.Events("invoice.changed")).Count);
    }

    [Fact]
    public async Task It_comes_once_whoever_looks_however_often_and_whatever_the_clock_does()
    {
        await using var here = await Reception.Open(Local(6, 3, 9));
        await Invoice(here, await here.Person());
        foreach (var day in new[] { 12, 11, 9, 12, 15, 10, 11 })
        {
            await using var restarted = here.Host();
            here.Clock.Now = Local(6, day, 1);
            await Task.WhenAll(restarted.GetRequiredService<OverdueInvoices>().Look(Reception.Practice, here.Clock.Now), here.Get<OverdueInvoices>().Look(Reception.Practice, here.Clock.Now));
            await here.RouteAll();
        }
        Assert.Single(await here.Events("invoice.changed"));
    }

    [Theory]
    [InlineData(11, 1)]
    [InlineData(1, 3)]
    public async Task It_comes_once_on_the_days_on_which_the_clocks_change(int month, int day)
    {
        await using var here = await Reception.Open(Local(month, day).AddDays(-3));
        if (month == 1) (month, day) = (3, 8);
        await Invoice(here, await here.Person(), i => i with { DueAt = Local(month, day, 12) });
        for (var hour = 0; hour < 60; hour++) await At(here, Local(month, day).AddHours(hour));
        Assert.Equal(Local(month, day + 1), Assert.Single(await here.Events("invoice.changed")).Event.At);
    }

    [Fact]
    public async Task What_another_system_calls_overdue_is_not_said_twice_whoever_was_first()
    {
        await using var here = await Reception.Open(Local(6, 3, 9));
        var workflow = await here.Publish("invoice.changed", IsOverdue);
        var ada = await here.Person();
        object Told(string id, string status = "overdue", decimal amount = 80) => new { invoice = new { id, status, amount, dueAt = "2026-06-10" } };
        await here.Happens("invoice.changed", Told("B-1", "sent"), ada);
        await here.Happens("invoice.changed", Told("B-2", "sent"), ada);
        Assert.Equal(Local(6, 10), (await here.Store.List(Kinds.Invoice, Reception.Practice, new())).Items[0].Body.DueAt);

        here.Clock.Now = Midnight.AddHours(-2);
        Assert.Equal("enrolled:1", await here.Happens("invoice.changed", Told("B-1"), ada));
        await At(here, Midnight);
        Assert.Equal(2, (await here.Inside(workflow)).Count);
        here.Clock.Now = Midnight.AddHours(3);
        Assert.Equal(("stale", "stale"), (await here.Happens("invoice.changed", Told("B-1"), ada), await here.Happens("invoice.changed", Told("B-2"), ada)));
        Assert.Equal(2, (await here.Inside(workflow)).Count);
        Assert.StartsWith("enrolled:1", await here.Happens("invoice.changed", Told("B-2", amount: 95), ada), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(17, 25)]
    [InlineData(18, 0)]
    public async Task Those_that_were_due_more_than_a_week_ago_when_they_are_first_looked_at_are_marked_and_nobody_is_told(int today, int told)
    {
        await using var here = await Reception.Open(Local(6, today, 9));
        var workflow = await here.Publish("invoice.changed", IsOverdue);
        var ada = await here.Person();
        for (var n = 1; n <= 25; n++) await Invoice(here, ada, id: $"inv_{n}");
        await At(here, here.Clock.Now);
        for (var n = 1; n <= 25; n++) Assert.Equal((InvoiceStatus.Overdue, Due), ((await Read(here, $"inv_{n}")).Status, (await Read(here, $"inv_{n}")).OverdueFor));
        await At(here, Local(6, 20));
        Assert.Equal((told, told), ((await here.Events("invoice.changed")).Count, (await here.Inside(workflow)).Count));
    }

    [Theory]
    [InlineData("viewed", -1)]
    [InlineData("viewed", 1)]
    [InlineData("sent", -1)]
    [InlineData("partial", 1)]
    [InlineData("void", 1)]
    public async Task What_another_system_reports_around_midnight_does_not_make_it_overdue_again_for_the_same_day(string reported, int hour)
    {
        await using var here = await Reception.Open(Local(6, 3, 9));
        var workflow = await here.Publish("invoice.changed", IsOverdue);
        var ada = await here.Person();
        object Told(string status) => new { invoice = new { id = "B-1", status, amount = 80, dueAt = "2026-06-10" } };
        await here.Happens("invoice.changed", Told("sent"), ada);
        await At(here, Midnight);
        here.Clock.Now = Midnight.AddHours(2);
        Assert.DoesNotContain("enrolled", await here.Happens("invoice.changed", Told(reported), ada, at: Midnight.AddHours(hour)), StringComparison.Ordinal);
        // It is news all the same, and told as what it was.
        Assert.Equal(reported, (await here.Events("invoice.changed"))[0].Event.Data.GetProperty("invoice").GetProperty("status").GetString());
        if (reported is "viewed" or "sent") Assert.Equal(InvoiceStatus.Overdue, Assert.Single((await here.Store.List(Kinds.Invoice, Reception.Practice, new())).Items).Body.Status);
        here.Clock.Now = Midnight.AddHours(3);
        Assert.Equal("stale", await here.Happens("invoice.changed", Told("overdue"), ada));
        await At(here, Local(6, 13));
        Assert.Single(await here.Inside(workflow));
    }

    [Theory]
    [InlineData(null, 0, InvoiceStatus.Sent)]
    [InlineData(null, 20, InvoiceStatus.PartiallyPaid)]
    [InlineData("sent", 0, InvoiceStatus.Sent)]
    public async Task One_that_is_overdue_and_gets_more_time_from_another_system_comes_once_on_the_new_day(string? status, int paid, InvoiceStatus after)
    {
        await using var here = await Reception.Open(Local(6, 3, 9));
        var workflow = await here.Publish("invoice.changed", IsOverdue);
        var ada = await here.Person();
        await here.Happens("invoice.changed", new { invoice = new { id = "B-1", status = "sent", amount = 80, dueAt = "2026-06-10" } }, ada);
        await At(here, Midnight);
        here.Clock.Now = Local(6, 12);
        Assert.DoesNotContain("enrolled", await here.Happens("invoice.changed", new { invoice = new { id = "B-1", status, paid, dueAt = "2026-06-20" } }, ada), StringComparison.Ordinal);
        var kept = Assert.Single((await here.Store.List(Kinds.Invoice, Reception.Practice, new())).Items).Body;
        Assert.Equal((after, Local(6, 20), Local(6, 10)), (kept.Status, kept.DueAt, kept.OverdueFor));
        await At(here, Local(6, 20, 23));
        Assert.Single(await here.Inside(workflow));
        foreach (var day in new[] { 21, 22, 23 }) await At(here, Local(6, day));
        Assert.Equal(2, (await here.Inside(workflow)).Count);
    }

    [Fact]
    public async Task Paid_in_the_very_moment_it_does_not_come_and_the_others_do()
    {
        await using var here = await Reception.Open(Local(6, 3, 9));
        var ada = await here.Person();
        for (var n = 1; n <= 25; n++) await Invoice(here, ada, id: $"inv_{n}");
        here.Clock.Now = Midnight;
        var paying = new CrashableStore(here.Store);
        var paid = false;
        paying.Before = async set =>
        {
            if (paid || !set.Changes.Any(change => change is Change.Put { Id: "inv_7" })) return;
            paid = true;
            await Change(here, i => i with { Status = InvoiceStatus.Paid }, "inv_7");
        };
        await new OverdueInvoices(paying, new PracticeBook(paying, here.Clock, TimeSpan.Zero), new IdSource(here.Clock)).Look(Reception.Practice, Midnight);
        await here.RouteAll();
        Assert.True(paid);
        Assert.Equal((InvoiceStatus.Paid, InvoiceStatus.Overdue), ((await Read(here, "inv_7")).Status, (await Read(here, "inv_8")).Status));
        Assert.Equal(24, (await here.Events("invoice.changed")).Count);
        // Nine rows each on Table storage, which takes a hundred at once.
        Assert.All(paying.Written, set => Assert.InRange(set.Changes.OfType<Change.Accept>().Count() * 9, 0, 98));
    }

    [Theory]
    [InlineData(1, Crash.LostBefore)]
    [InlineData(1, Crash.KeptButAnswerLost)]
    [InlineData(2, Crash.LostBefore)]
    [InlineData(2, Crash.KeptButAnswerLost)]
    public async Task A_crash_leaves_no_invoice_out_and_none_is_told_of_twice(int commit, Crash how)
    {
        await using var here = await Reception.Open(Local(6, 3, 9));
        var ada = await here.Person();
        for (var n = 1; n <= 25; n++) await Invoice(here, ada, id: $"inv_{n}");
        here.Clock.Now = Midnight;
        var dying = new CrashableStore(here.Store).CrashAt(commit, how);
        await Assert.ThrowsAsync<CrashedException>(() => new OverdueInvoices(dying, new PracticeBook(dying, here.Clock, TimeSpan.Zero), new IdSource(here.Clock)).Look(Reception.Practice, Midnight));
        await here.LookAtInvoices();
        var told = (await here.Events("invoice.changed")).Select(e => e.Event.Data.GetProperty("invoice").GetProperty("id").GetString()).ToList();
        Assert.Equal((25, 25), (told.Count, told.Distinct().Count()));
    }

    static Task<DateTimeOffset> At(Reception here, DateTimeOffset now)
    {
        here.Clock.Now = now;
        return here.LookAtInvoices();
    }

    static Task Invoice(Reception here, string contact, Func<Invoice, Invoice>? but = null, string id = "inv_1")
    {
        var invoice = new Invoice { ContactId = contact, Title = "Peel", Amount = 120, Status = InvoiceStatus.Sent, DueAt = Due, CreatedAt = here.Clock.Now };
        return here.Keep(new ChangeSet(Reception.Practice).Put(Kinds.Invoice, id, but is null ? invoice : but(invoice), 0));
    }

    static async Task Change(Reception here, Func<Invoice, Invoice> change, string id = "inv_1")
    {
        var known = (await here.Store.Find(Kinds.Invoice, Reception.Practice, id))!;
        await here.Keep(new ChangeSet(Reception.Practice).Put(Kinds.Invoice, id, change(known.Body), known.Revision));
    }

    static async Task<Invoice> Read(Reception here, string id = "inv_1") => (await here.Store.Find(Kinds.Invoice, Reception.Practice, id))!.Body;
}
