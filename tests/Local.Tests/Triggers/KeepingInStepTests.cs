using AesthetixWorkflows.Core.Records;

namespace AesthetixWorkflows.Local.Tests.Triggers;

/// <summary>What other systems report about invoices, documents and tasks is in our records afterwards, in whatever order it comes.</summary>
public sealed class KeepingInStepTests : TriggerTests
{
    static readonly DateTimeOffset monday = new(2026, 6, 1, 9, 0, 0, TimeSpan.Zero);

    async Task<Invoice> Invoice() => (await Here.Store.FindBy(Kinds.Invoice, Reception.Practice, "external", "INV-1"))!.Body;

    [Fact]
    public async Task An_invoice_from_elsewhere_is_made_once_and_followed_by_itself()
    {
        var ada = await Here.Person();
        var workflow = await Here.Publish("invoice.changed", settings: """{ "reentry": "afterFinish" }""");
        Assert.Equal("enrolled:1", await Here.Happens("invoice.changed", new { invoice = new { id = "INV-1", number = "26-1", status = "sent", total = 120, dueAt = "2026-06-20T00:00:00Z" } }, ada, at: monday));
        Assert.Equal("signalled:1", await Here.Happens("invoice.changed", new { invoice = new { id = "INV-1", status = "viewed" } }, ada, at: monday.AddHours(1)));
        Assert.Equal("enrolled:1", await Here.Happens("invoice.changed", new { invoice = new { id = "INV-2", status = "sent", total = 60 } }, ada, at: monday));
        var kept = await Invoice();
        Assert.Equal((120m, InvoiceStatus.Viewed, "26-1", monday), (kept.Amount, kept.Status, kept.Number, kept.SentAt));
        var ours = (await Here.Store.FindBy(Kinds.Invoice, Reception.Practice, "external", "INV-1"))!.Id;
        Assert.Equal(2, (await Here.Store.List(Kinds.Invoice, Reception.Practice, new())).Items.Count);
        Assert.Contains((await Here.Inside(workflow)).Select(e => e.ScopeKey), scope => scope == $"invoice:{ours}");
    }

    [Fact]
    public async Task Older_news_of_an_invoice_that_comes_later_is_stale()
    {
        var ada = await Here.Person();
        await Here.Happens("invoice.changed", new { invoice = new { id = "INV-1", status = "paid", total = 120 } }, ada, at: monday.AddDays(2));
        Assert.Equal("stale", await Here.Happens("invoice.changed", new { invoice = new { id = "INV-1", status = "overdue", total = 120 } }, ada, at: monday));
        Assert.Equal((InvoiceStatus.Paid, 120m), ((await Invoice()).Status, (await Invoice()).Paid));
    }

    [Fact]
    public async Task Partly_paid_and_void_are_kept_too_and_another_contacts_invoice_is_left_alone()
    {
        var (ada, bea) = (await Here.Person(), await Here.Person());
        await Here.Happens("invoice.changed", new { invoice = new { id = "INV-1", status = "partially_paid", total = 120, paid = 20 } }, ada, at: monday);
        Assert.Equal((InvoiceStatus.PartiallyPaid, 20m), ((await Invoice()).Status, (await Invoice()).Paid));
        Assert.Equal("unmatched:invoice.otherContact", await Here.Happens("invoice.changed", new { invoice = new { id = "INV-1", status = "void" } }, bea, at: monday.AddHours(1)));
        await Here.Happens("invoice.changed", new { invoice = new { id = "INV-1", status = "void" } }, ada, at: monday.AddHours(1));
        Assert.Equal(InvoiceStatus.Void, (await Invoice()).Status);
    }

    [Fact]
    public async Task An_invoice_without_an_amount_is_an_event_and_no_record()
    {
        Assert.Equal("ignored", await Here.Happens("invoice.changed", new { invoice = new { id = "INV-9", status = "sent" } }, await Here.Person()));
        Assert.Empty((await Here.Store.List(Kinds.Invoice, Reception.Practice, new())).Items);
    }

    [Fact]
    public async Task A_document_from_elsewhere_is_kept_in_step()
    {
        var ada = await Here.Person();
        await Here.Happens("document.changed", new { document = new { id = "D-1", templateId = "consent", status = "sent" } }, ada, at: monday);
        await Here.Happens("document.changed", new { document = new { id = "D-1", status = "signed" } }, ada, at: monday.AddHours(2));
        Assert.Equal("stale", await Here.Happens("document.changed", new { document = new { id = "D-1", status = "viewed" } }, ada, at: monday.AddHours(1)));
        var kept = Assert.Single((await Here.Store.List(Kinds.Document, Reception.Practice, new())).Items).Body;
        Assert.Equal((DocumentStatus.Signed, "consent", "consent", ada), (kept.Status, kept.Form, kept.Title, kept.ContactId));
    }

    [Fact]
    public async Task A_task_of_another_list_is_on_the_desk_and_done_there_it_is_done_here_once()
    {
        var workflow = await Here.Publish("task.completed");
        await Here.Happens("task.added", new { task = new { id = "T-1", title = "Call Ada", dueAt = "2026-06-04T15:00:00Z" } });
        Assert.Equal("stale", await Here.Happens("task.added", new { task = new { id = "T-1", title = "Call Ada" } }));
        Assert.Equal("enrolled:1", await Here.Happens("task.completed", new { task = new { id = "T-1", result = "reached" } }));
        Assert.Equal("stale", await Here.Happens("task.completed", new { task = new { id = "T-1", result = "reached" } }));
        var task = Assert.Single((await Here.Store.List(Kinds.Task, Reception.Practice, new())).Items).Body;
        Assert.Equal(("Call Ada", "reached", true), (task.Title, task.Result, task.CompletedAt is not null));
        Assert.Single(await Here.Inside(workflow));
        Assert.Empty((await Here.Store.List(Kinds.Task, Reception.Practice, new(Index: "open", Value: "yes"))).Items);
    }

    [Fact]
    public async Task An_approval_is_given_by_a_word_that_says_so()
    {
        await Here.Keep(new ChangeSet(Reception.Practice).Put(Kinds.Task, "tsk_1", new WorkTask { Title = "May it go?", Kind = "approval" }, 0));
        Assert.Equal("unmatched:task.result", await Here.Happens("task.completed", new { task = new { id = "tsk_1" } }));
        Assert.Equal("ignored", await Here.Happens("task.completed", new { task = new { id = "tsk_1", result = "approved" } }));
    }

    [Fact]
    public async Task What_the_product_wrote_itself_is_not_written_again()
    {
        var ada = await Here.Person();
        await Here.Keep(new ChangeSet(Reception.Practice).Put(Kinds.Invoice, "inv_1", new Invoice { ContactId = ada, Title = "Peel", Amount = 5, Status = InvoiceStatus.Paid }, 0));
        await Here.Happens("invoice.changed", new { invoice = new { id = "inv_1", status = "sent", total = 5 } }, ada, source: "api");
        Assert.Equal(InvoiceStatus.Paid, (await Here.Store.Find(Kinds.Invoice, Reception.Practice, "inv_1"))!.Body.Status);
    }
}
