using AesthetixWorkflows.Catalogue.Describing;

namespace AesthetixWorkflows.Catalogue.Triggers;

/// <summary>An opportunity was won, lost, abandoned or opened again.</summary>
static class OpportunityStatusChanged
{
    public static readonly TriggerDescriptor Descriptor = new("opportunity.status.changed", "Opportunity status changed", "Opportunities",
        "Starts when an opportunity is won, lost, abandoned or opened again.",
        Config: [],
        Filters: [OpportunityFields.FromStatus, .. OpportunityFields.Filters],
        MergeFields: [.. OpportunityFields.Merge, OpportunityFields.FromStatusMerge]);
}
