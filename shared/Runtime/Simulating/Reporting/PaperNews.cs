using AesthetixWorkflows.Catalogue.Acting;
using AesthetixWorkflows.Core.Records;

namespace AesthetixWorkflows.Runtime.Simulating.Reporting;

/// <summary>"Signed" and "paid": of a paper that is not named it is the contact's oldest open one.</summary>
static class PaperNews
{
    public static async Task<TriedEvent> Of(TriedEvent e, string practice, string contactId, IRecords records, CancellationToken ct)
    {
        var root = e.Type == "document.changed" ? "document" : "invoice";
        if (e.Text(root, "id") is not null || e.Text(root, "externalId") is not null) return e;
        var id = root == "document"
            ? await Naming.Oldest(records, Kinds.Document, practice, contactId, d => d.Status is DocumentStatus.Sent or DocumentStatus.Viewed, ct)
            : await Naming.Oldest(records, Kinds.Invoice, practice, contactId, i => i.Status is not (InvoiceStatus.Paid or InvoiceStatus.Void), ct);
        return id is null ? e : e.With(root, id);
    }
}
