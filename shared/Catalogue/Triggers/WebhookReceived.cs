using AesthetixWorkflows.Catalogue.Describing;

namespace AesthetixWorkflows.Catalogue.Triggers;

/// <summary>Any other system called; the call may be about nobody we know.</summary>
static class WebhookReceived
{
    public static readonly TriggerDescriptor Descriptor = new("webhook.received", "Inbound webhook", "Events",
        "Starts when another system calls one of your webhooks. Everything it sent can be used as a filter and in texts.",
        Config: [],
        Filters: ContactFilters.And(new FilterField("webhook.*", "Anything that was sent", "text")),
        MergeFields: [new("webhook.*", "Anything that was sent", Sensitive: true)],
        NeedsContact: false);
}
