using AesthetixWorkflows.Catalogue.Describing;

namespace AesthetixWorkflows.Catalogue.Triggers;

/// <summary>Money went back.</summary>
static class RefundCreated
{
    public static readonly TriggerDescriptor Descriptor = new("refund.created", "Refund", "Payments",
        "Starts when money is paid back, in part or in full.",
        Config: [],
        Filters: ContactFilters.And(
            new("refund.status", "Status", "text"), new("refund.amount", "Amount", "number"), new("refund.source", "Source", "text"), new("refund.full", "In full", "flag")),
        MergeFields: [new("refund.status", "Refund status"), new("refund.amount", "Refund amount", "number", Sensitive: true), new("refund.source", "Refund source"), new("refund.full", "Refunded in full", "flag")]);
}
