using AesthetixWorkflows.Core.Enrollments;
using AesthetixWorkflows.Core.Records;
using AesthetixWorkflows.Runtime.Scheduling;
using AesthetixWorkflows.Specs.Running;
using static AesthetixWorkflows.Specs.Running.Pieces;

namespace AesthetixWorkflows.Functions.Tests.Racing;

/// <summary>Invoices that are paid in the moment in which they are dunned for.</summary>
public sealed class InvoiceRaceTests
{
    [Theory]
    [InlineData("invoice")]
    [InlineData("LiveOf")]
    public async Task A_payment_finds_the_dunning_that_its_invoice_starts_meanwhile(string before)
    {
        using var practice = await Practice.Open(new Flow("invoice.changed", Act("paid", "wait.invoice", new() { ["offset"] = "P3D" }).With("paid", new System.Text.Json.Nodes.JsonObject { ["next"] = null }), Text("dun"))
        {
            Settings = new() { ["scope"] = "invoice" }, Filters = Where("invoice.status", "is", "sent"),
        });
        var sent = await practice.Comes("invoice.changed", new { invoice = new { externalId = "i1", total = 90, status = "sent", dueAt = practice.Now.AddDays(5) } });
        var paid = await practice.Comes("invoice.changed", new { invoice = new { externalId = "i1", total = 90, status = "paid" } });
        practice.One.BeforeReading(before, async () =>
        {
            await practice.Other.Route(sent);
            await practice.Other.Turn((await practice.Only()).Id);
        });
        await practice.One.Route(paid);
        await practice.Settle();
        Assert.False((await practice.Only()).IsLive);
        await practice.Pass(TimeSpan.FromDays(30));
        Assert.Empty(practice.Sent);
    }

    [Theory]
    [InlineData("none")]
    [InlineData("LiveOf")]
    [InlineData("commit")]
    public async Task Paid_before_the_news_that_it_is_overdue_is_routed_nobody_is_dunned(string before)
    {
        using var practice = await Practice.Open(new Flow("invoice.changed", Delay("later", "PT1H"), Text("dun")) { Settings = new() { ["scope"] = "invoice" }, Filters = Where("invoice.status", "is", "overdue"), });
        await practice.One.Route(await practice.Comes("invoice.changed", new { invoice = new { externalId = "i1", total = 90, status = "sent", dueAt = practice.Now.AddDays(-2) } }));
        await practice.One.Get<OverdueInvoices>().Look(Practice.Id, practice.Now);
        var overdue = Assert.Single(practice.Store.Events, e => e.Event.Source == "dates").Event.Id;
        async Task Pays()
        {
            var invoice = Assert.Single((await practice.Store.List(Kinds.Invoice, Practice.Id, new())).Items);
            await practice.Keep(new ChangeSet(Practice.Id).Put(Kinds.Invoice, invoice.Id, invoice.Body with { Status = InvoiceStatus.Paid }, invoice.Revision));
        }
        if (before == "none") await Pays();
        else if (before == "commit") practice.One.BeforeWriting(_ => true, Pays);
        else practice.One.BeforeReading(before, Pays);
        Assert.Equal("stale", await practice.One.Route(overdue));
        await practice.Pass(TimeSpan.FromDays(2));
        Assert.Empty(practice.Sent);
    }

    [Theory]
    [InlineData(InvoiceStatus.Draft)]
    [InlineData(InvoiceStatus.Overdue)]
    public async Task A_payment_in_the_moment_in_which_the_invoice_is_sent_stays_and_the_text_goes_once(InvoiceStatus status)
    {
        using var practice = await Practice.Open(new Flow("form.submitted", Act("bill", "invoice.send", new() { ["channel"] = "sms", ["purpose"] = "care", ["invoiceId"] = "inv_1" }), Text("after", "{{steps.bill.url}}")));
        await practice.Keep(new ChangeSet(Practice.Id).Put(Kinds.Invoice, "inv_1", new Invoice { ContactId = Practice.Ada, Title = "Peel", Amount = 90, Status = status, Url = "https://pay.example/1", CreatedAt = practice.Now }, 0));
        await practice.One.Route(await practice.Comes("form.submitted", new { form = new { id = "a" } }, "web"));
        practice.One.BeforeWriting(set => set.Changes.Any(change => change is Change.Put { Kind: "invoice" }), async () =>
        {
            var open = (await practice.Store.Find(Kinds.Invoice, Practice.Id, "inv_1"))!;
            await practice.Keep(new ChangeSet(Practice.Id).Put(Kinds.Invoice, open.Id, open.Body with { Status = InvoiceStatus.Paid, Paid = 90 }, open.Revision));
        });
        await practice.One.Turn((await practice.Only()).Id);
        await practice.Settle();
        var invoice = (await practice.Store.Find(Kinds.Invoice, Practice.Id, "inv_1"))!.Body;
        Assert.Equal((InvoiceStatus.Paid, 90m), (invoice.Status, invoice.Paid));
        Assert.NotNull(invoice.SentAt);
        Assert.Equal(["bill", "after"], practice.Sent);
        Assert.All((await practice.Store.List(Kinds.Message, Practice.Id, new())).Items, message => Assert.Equal(MessageStatus.Sent, message.Body.Status));
        // It was paid before it could be called sent: nobody hears otherwise.
        Assert.DoesNotContain(practice.Store.Events, e => e.Event.Type == "invoice.changed");
    }

    [Fact]
    public async Task Two_timers_mark_an_invoice_overdue_once()
    {
        using var practice = await Practice.Open();
        await practice.One.Route(await practice.Comes("invoice.changed", new { invoice = new { externalId = "i1", total = 90, status = "sent", dueAt = practice.Now.AddDays(-2) } }));
        practice.One.BeforeWriting(_ => true, () => practice.Other.Get<OverdueInvoices>().Look(Practice.Id, practice.Now));
        await practice.One.Get<OverdueInvoices>().Look(Practice.Id, practice.Now);
        Assert.Single(practice.Store.Events, e => e.Event.Source == "dates");
    }
}
