using AesthetixWorkflows.Catalogue.Describing;

namespace AesthetixWorkflows.Catalogue.Triggers;

/// <summary>Money came in, or a payment failed.</summary>
static class PaymentReceived
{
    public static readonly TriggerDescriptor Descriptor = new("payment.received", "Payment received", "Payments",
        "Starts when a payment succeeds or fails. Filter by status, source or product.",
        Config: [],
        Filters: ContactFilters.And(
            new("payment.status", "Status", "text", [new("success", "Succeeded"), new("failed", "Failed")]), new("payment.amount", "Amount", "number"),
            new("payment.currency", "Currency", "text"), new("payment.source", "Source", "text"), new("payment.subSource", "Page or form", "text"), new("payment.product", "Product", "text")),
        MergeFields: 
        [
            new("payment.amount", "Amount", "number", Sensitive: true), new("payment.currency", "Currency"), new("payment.status", "Payment status"),
            new("payment.source", "Payment source"), new("payment.subSource", "Page or form"), new("payment.product", "Product", Sensitive: true),
        ],
        MakesContact: true);
}
