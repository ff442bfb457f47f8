using AesthetixWorkflows.Catalogue.Describing;

namespace AesthetixWorkflows.Catalogue.Triggers;

/// <summary>A quote or treatment plan was sent, read or decided on.</summary>
static class EstimateChanged
{
    public static readonly TriggerDescriptor Descriptor = new("estimate.changed", "Estimate", "Payments",
        "Starts when a quote or treatment plan is sent, viewed, accepted, declined or invoiced.",
        Config: [],
        Filters: ContactFilters.And(
            new("estimate.status", "Status", "text",
            [
                new("sent", "Sent"), new("viewed", "Viewed"), new("accepted", "Accepted"), new("declined", "Declined"), new("invoiced", "Invoiced"),
            ]),
            new("estimate.value", "Value", "number"), new("estimate.templateId", "Template", "text")),
        MergeFields: [new("estimate.id", "Estimate id"), new("estimate.status", "Estimate status"), new("estimate.value", "Estimate value", "number", Sensitive: true), new("estimate.templateId", "Estimate template")]);
}
