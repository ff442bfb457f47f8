using AesthetixWorkflows.Catalogue.Acting;
using AesthetixWorkflows.Catalogue.Describing;
using AesthetixWorkflows.Core.Machine;
using AesthetixWorkflows.Core.Records;

namespace AesthetixWorkflows.Catalogue.Actions;

/// <summary>Takes the contact out of workflows.</summary>
sealed class WorkflowRemove : ActionType
{
    public override ActionDescriptor Descriptor { get; } = new("workflow.remove", "Remove from workflow", "Workflows", "Takes the contact out of this workflow, another one, or all. This cannot be undone.",
        Config:
        [
            new("which", FieldKind.Choice, "Which", Required: true, Options:
                [new("current", "This one"), new("all", "All"), new("allButCurrent", "All but this one"), new("marketing", "Those that only advertise"), new("another", "Another one")]),
            new("workflowId", FieldKind.Reference, "Workflow", Of: "workflow", Help: "For another one."),
        ],
        Outputs: []);

    public override Task<Outcome> Execute(ActionCall call, CancellationToken ct) =>
        call.Outside.Unenroll(call, call.Config.Need("which") is var which && which == "another" ? call.Config.Need("workflowId") : which, ct);
}
