using System.Collections.Immutable;
using AesthetixWorkflows.Catalogue.Describing;

namespace AesthetixWorkflows.Catalogue.Triggers;

/// <summary>What is known about an opportunity.</summary>
static class OpportunityFields
{
    public static readonly ImmutableArray<Option> Statuses = [new("open", "Open"), new("won", "Won"), new("lost", "Lost"), new("abandoned", "Abandoned")];

    public static readonly ImmutableArray<FilterField> Filters = ContactFilters.And(
        new("opportunity.pipelineId", "Pipeline", "text", Of: "pipeline"), new("opportunity.stageId", "Stage", "text", Of: "stage"),
        new("opportunity.status", "Status", "text", Statuses), new("opportunity.value", "Value", "number"), new("opportunity.name", "Name", "text"),
        new("opportunity.source", "Source", "text"), new("opportunity.assignedTo", "Opportunity is for", "text", Of: "user"), new("opportunity.lostReason", "Why it was lost", "text"));

    public static readonly FilterField FromStatus = new("opportunity.fromStatus", "Status before", "text", Statuses);
    public static readonly FilterField FromStage = new("opportunity.fromStageId", "Stage before", "text", Of: "stage");

    public static readonly ImmutableArray<MergeField> Merge =
    [
        new("opportunity.id", "Opportunity id"), new("opportunity.name", "Opportunity name"), new("opportunity.pipelineId", "Pipeline id"),
        new("opportunity.stageId", "Stage id"), new("opportunity.status", "Opportunity status"), new("opportunity.value", "Opportunity value", "number", Sensitive: true),
        new("opportunity.source", "Opportunity source"), new("opportunity.assignedTo", "Opportunity's user id"), new("opportunity.lostReason", "Why it was lost", Sensitive: true),
    ];

    public static readonly MergeField FromStatusMerge = new("opportunity.fromStatus", "Status before");
    public static readonly MergeField FromStageMerge = new("opportunity.fromStageId", "Stage before");
}
