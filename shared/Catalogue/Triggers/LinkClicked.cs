using AesthetixWorkflows.Catalogue.Describing;

namespace AesthetixWorkflows.Catalogue.Triggers;

/// <summary>Somebody followed a link of ours.</summary>
static class LinkClicked
{
    public static readonly TriggerDescriptor Descriptor = new("link.clicked", "Link clicked", "Events",
        "Starts when a contact clicks one of your tracked links.",
        Config: [],
        Filters: ContactFilters.And(
            new("link.id", "Link", "text", Of: "link"), new("link.name", "Link name", "text"), new("link.workflowId", "Sent by workflow", "text", Of: "workflow"), new("link.url", "Page", "text")),
        MergeFields: [new("link.id", "Link id"), new("link.name", "Link name"), new("link.url", "Page"), new("link.workflowId", "Workflow that sent the link"), new("link.stepId", "Step that sent the link")]);
}
