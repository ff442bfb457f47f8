using AesthetixWorkflows.Catalogue.Acting;
using AesthetixWorkflows.Catalogue.Telling;
using AesthetixWorkflows.Core.Calendars;
using AesthetixWorkflows.Core.Events;
using AesthetixWorkflows.Core.Records;
using AesthetixWorkflows.Runtime.Facts;
using AesthetixWorkflows.Runtime.Scheduling;

namespace AesthetixWorkflows.Runtime.Routing;

/// <summary>Keeps invoices and documents in step with what the systems report in which they are made, paid and signed. News that is
/// older than what is known is stale.</summary>
public sealed class PaperKeeping(IRecords records, PracticeBook practices, IIdSource ids)
{
    public async Task<Kept> Invoice(PracticeEvent e, string contactId, DateTimeOffset now, ChangeSet changes, CancellationToken ct)
    {
        if (Reported.In(e, "invoice") is not { } said) return new(e, null);
        if (Reported.IsOwn(e)) return await Own(e, said, changes, ct);
        var known = await Find(Kinds.Invoice, e.Practice, said, ct);
        if (known?.Body.ContactId is { } whose && whose != contactId) return Kept.No("unmatched:invoice.otherContact");
        if (known?.Body.ReportedAt > e.At) return Kept.No("stale");
        // Without an amount there is no invoice to keep; the event itself is one all the same.
        if (known is null && (said.Number("total") ?? said.Number("amount")) is null) return new(e, null);
        var before = known?.Body ?? new Invoice { ContactId = contactId, Title = said.Text("number") ?? "Invoice", Amount = 0, CreatedAt = now };
        var zone = (await practices.Of(e.Practice, ct)).TimeZone;
        var due = said.At("dueAt", zone) ?? before.DueAt;
        var told = said.Word<InvoiceStatus>("status") ?? (said.Text("status") == "partial" ? InvoiceStatus.PartiallyPaid : null);
        // Seen or sent again, or reported late, it is overdue all the same.
        var isStillOverdue = before.Status is InvoiceStatus.Overdue && told is InvoiceStatus.Sent or InvoiceStatus.Viewed && due == before.DueAt;
        var status = isStillOverdue ? InvoiceStatus.Overdue : told ?? before.Status;
        var amount = said.Number("total") ?? said.Number("amount") ?? before.Amount;
        var after = before with
        {
            Title = said.Text("title") ?? before.Title, Amount = amount, Status = status,
            Paid = said.Number("paid") ?? (status is InvoiceStatus.Paid ? Math.Max(before.Paid, amount) : before.Paid),
            DueAt = due, Number = said.Text("number") ?? before.Number, TemplateId = said.Text("templateId") ?? before.TemplateId,
            Url = said.Text("url") ?? before.Url, ExternalId = External(said, known?.Id) ?? before.ExternalId, ReportedAt = e.At,
            SentAt = status is InvoiceStatus.Draft ? before.SentAt : before.SentAt ?? e.At,
        };
        if (told is null) after = InvoiceDay.Extended(before, after, Zones.DateOf(now, zone), zone);
        if (after.Status is InvoiceStatus.Overdue) after = after with { OverdueFor = due };
        var id = known?.Id ?? ids.New(Kinds.Invoice.Prefix);
        changes.Put(Kinds.Invoice, id, after, known?.Revision ?? 0);
        // Its day had ended here before the other system noticed.
        if (!isStillOverdue && IsOverdueAsBefore(before, after)) return Kept.No("stale");
        return new(said.With(PaperFacts.Of(id, isStillOverdue ? after with { Status = told!.Value } : after)) with { ContactId = contactId }, null);
    }

    /// <summary>What the product wrote itself. Paid before anybody heard that it was sent or overdue, nobody hears that any more.</summary>
    async Task<Kept> Own(PracticeEvent e, Reported said, ChangeSet changes, CancellationToken ct)
    {
        if (said.Text("id") is not { } id || await records.Find(Kinds.Invoice, e.Practice, id, ct) is not { } known) return new(e, null);
        if (known.Body.Status is InvoiceStatus.Paid or InvoiceStatus.Void && said.Text("status") is not (null or "paid" or "void")) return Kept.No("stale");
        // Nobody holds the ETag that the clock's own mark made: so what pays it this very moment comes before or after.
        if (e.Source == "dates") changes.Put(Kinds.Invoice, known.Id, known.Body, known.Revision);
        return new(e, null);
    }

    public async Task<Kept> Document(PracticeEvent e, string contactId, DateTimeOffset now, ChangeSet changes, CancellationToken ct)
    {
        if (Reported.IsOwn(e) || Reported.In(e, "document") is not { } said) return new(e, null);
        var known = await Find(Kinds.Document, e.Practice, said, ct);
        if (known?.Body.ContactId is { } whose && whose != contactId) return Kept.No("unmatched:document.otherContact");
        if (known?.Body.ReportedAt > e.At) return Kept.No("stale");
        var before = known?.Body ?? new Document { ContactId = contactId, Title = said.Text("title") ?? said.Text("templateId") ?? "Document", CreatedAt = now };
        var status = said.Word<DocumentStatus>("status") ?? before.Status;
        var after = before with
        {
            Title = said.Text("title") ?? before.Title, Form = said.Text("templateId") ?? said.Text("form") ?? before.Form, Status = status, Value = said.Number("value") ?? before.Value,
            DueAt = said.At("dueAt", (await practices.Of(e.Practice, ct)).TimeZone) ?? before.DueAt, Url = said.Text("url") ?? before.Url, ExternalId = External(said, known?.Id) ?? before.ExternalId, ReportedAt = e.At,
            SentAt = status is DocumentStatus.Draft ? before.SentAt : before.SentAt ?? e.At,
        };
        var id = known?.Id ?? ids.New(Kinds.Document.Prefix);
        changes.Put(Kinds.Document, id, after, known?.Revision ?? 0);
        return new(said.With(PaperFacts.Of(id, after)) with { ContactId = contactId }, null);
    }

    /// <summary>Whatever it was called in between: for each due date it is overdue once.</summary>
    static bool IsOverdueAsBefore(Invoice before, Invoice after) =>
        after.Status is InvoiceStatus.Overdue && before.OverdueFor is not null && (before.OverdueFor, before.Amount, before.Paid) == (after.DueAt, after.Amount, after.Paid);

    /// <summary>By our id, or by the other system's, which it may well call <c>id</c>.</summary>
    async Task<Stored<T>?> Find<T>(Kind<T> kind, string practice, Reported said, CancellationToken ct) where T : class
    {
        if (said.Text("id") is { } id && await records.Find(kind, practice, id, ct) is { } ours) return ours;
        return External(said, null) is { } external ? await records.FindBy(kind, practice, "external", external, ct) : null;
    }

    static string? External(Reported said, string? ours) => said.Text("externalId") ?? (said.Text("id") is { } id && id != ours ? id : null);
}
