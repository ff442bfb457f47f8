using AesthetixWorkflows.Catalogue.Describing;

namespace AesthetixWorkflows.Catalogue.Triggers;

/// <summary>Details of an opportunity changed.</summary>
static class OpportunityChanged
{
    public static readonly TriggerDescriptor Descriptor = new("opportunity.changed", "Opportunity changed", "Opportunities",
        "Starts when anything about an opportunity changes. Filter by the field.",
        Config: [],
        Filters: [.. ChangeFields.Filters, .. OpportunityFields.Filters],
        MergeFields: [.. OpportunityFields.Merge, .. ChangeFields.Merge]);
}
