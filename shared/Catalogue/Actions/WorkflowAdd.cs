using AesthetixWorkflows.Catalogue.Acting;
using AesthetixWorkflows.Catalogue.Describing;
using AesthetixWorkflows.Core.Machine;
using AesthetixWorkflows.Core.Records;

namespace AesthetixWorkflows.Catalogue.Actions;

/// <summary>Adds the contact to another workflow.</summary>
sealed class WorkflowAdd : ActionType
{
    public override ActionDescriptor Descriptor { get; } = new("workflow.add", "Add to workflow", "Workflows", "Adds the contact to another published workflow, which needs no trigger of its own.",
        Config:
        [
            new("workflowId", FieldKind.Reference, "Workflow", Required: true, Of: "workflow"),
            new("passEvent", FieldKind.Flag, "Pass on what started this workflow", Help: "The other workflow can then use the form, the appointment and so on."),
        ],
        Outputs: []);

    public override Task<Outcome> Execute(ActionCall call, CancellationToken ct) =>
        call.Outside.Enroll(call, call.Config.Need("workflowId"), call.Config.Flag("passEvent"), ct);
}
