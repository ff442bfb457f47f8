using AesthetixWorkflows.Catalogue.Describing;

namespace AesthetixWorkflows.Catalogue.Triggers;

/// <summary>A membership began, ended or could not be charged.</summary>
static class SubscriptionChanged
{
    public static readonly TriggerDescriptor Descriptor = new("subscription.changed", "Subscription", "Payments",
        "Starts when a membership or subscription becomes active, is overdue, cancelled, and so on.",
        Config: [],
        Filters: ContactFilters.And(
            new("subscription.status", "Status", "text",
            [
                new("active", "Active"), new("trial", "On trial"), new("scheduled", "Scheduled"), new("overdue", "Overdue"), new("unpaid", "Unpaid"), new("failed", "Payment failed"),
                new("incomplete", "Incomplete"), new("canceled", "Cancelled"), new("expired", "Expired"),
            ]),
            new("subscription.product", "Product", "text"), new("subscription.renewsAt", "Renews", "date")),
        MergeFields: 
        [
            new("subscription.id", "Subscription id"), new("subscription.product", "Subscription", Sensitive: true), new("subscription.status", "Subscription status"),
            new("subscription.renewsAt", "Subscription renews", "date"),
        ]);
}
