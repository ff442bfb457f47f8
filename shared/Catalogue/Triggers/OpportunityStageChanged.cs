using AesthetixWorkflows.Catalogue.Describing;

namespace AesthetixWorkflows.Catalogue.Triggers;

/// <summary>An opportunity moved to another stage.</summary>
static class OpportunityStageChanged
{
    public static readonly TriggerDescriptor Descriptor = new("opportunity.stage.changed", "Pipeline stage changed", "Opportunities",
        "Starts when an opportunity moves to another stage.",
        Config: [],
        Filters: [OpportunityFields.FromStage, .. OpportunityFields.Filters],
        MergeFields: [.. OpportunityFields.Merge, OpportunityFields.FromStageMerge]);
}
