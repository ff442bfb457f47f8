using AesthetixWorkflows.Catalogue.Describing;

namespace AesthetixWorkflows.Catalogue.Triggers;

/// <summary>An invoice was sent, seen, paid, cancelled, or is overdue.</summary>
static class InvoiceChanged
{
    public static readonly TriggerDescriptor Descriptor = new("invoice.changed", "Invoice", "Payments",
        "Starts when an invoice is sent, viewed, paid, voided or overdue. It becomes overdue by itself when its due day ends unpaid. Every invoice is followed by itself.",
        Config: [],
        Filters: ContactFilters.And(
            new("invoice.status", "Status", "text",
            [
                new("sent", "Sent"), new("viewed", "Viewed"), new("paid", "Paid"), new("partial", "Partly paid"), new("void", "Void"), new("overdue", "Overdue"),
            ]),
            new("invoice.total", "Total", "number"), new("invoice.number", "Number", "text"), new("invoice.templateId", "Template", "text"), new("invoice.dueAt", "Due", "date")),
        MergeFields: 
        [
            new("invoice.id", "Invoice id"), new("invoice.status", "Invoice status"), new("invoice.number", "Invoice number"), new("invoice.total", "Invoice total", "number", Sensitive: true),
            new("invoice.title", "What the invoice is for", Sensitive: true), new("invoice.amount", "Invoice amount", "number", Sensitive: true), new("invoice.paid", "Paid so far", "number", Sensitive: true),
            new("invoice.dueAt", "Invoice due", "date"), new("invoice.url", "Invoice page"), new("invoice.templateId", "Invoice template"),
        ]);
}
