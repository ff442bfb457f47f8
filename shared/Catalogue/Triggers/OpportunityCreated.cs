using AesthetixWorkflows.Catalogue.Describing;

namespace AesthetixWorkflows.Catalogue.Triggers;

/// <summary>A new opportunity.</summary>
static class OpportunityCreated
{
    public static readonly TriggerDescriptor Descriptor = new("opportunity.created", "Opportunity created", "Opportunities",
        "Starts when a possible sale is entered in a pipeline.",
        Config: [],
        Filters: OpportunityFields.Filters,
        MergeFields: OpportunityFields.Merge);
}
