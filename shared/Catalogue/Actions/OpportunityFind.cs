using System.Text.Json;
using System.Text.Json.Nodes;
using AesthetixWorkflows.Catalogue.Acting;
using AesthetixWorkflows.Catalogue.Describing;
using AesthetixWorkflows.Catalogue.Triggers;
using AesthetixWorkflows.Core.Machine;
using AesthetixWorkflows.Core.Records;

namespace AesthetixWorkflows.Catalogue.Actions;

/// <summary>Looks for an opportunity of the contact. Not found is a failure, so the step's failure branch is the way for it.</summary>
sealed class OpportunityFind : ActionType
{
    public override ActionDescriptor Descriptor { get; } = new("opportunity.find", "Find opportunity", "Opportunities", "Looks for an opportunity of the contact to which all of this applies. If there is none it takes the way for failures.",
        Config:
        [
            new("pipelineId", FieldKind.Reference, "Pipeline", Of: "pipeline"),
            new("stageId", FieldKind.Reference, "Stage", Of: "stage"),
            new("status", FieldKind.Choice, "Status", Options: OpportunityFields.Statuses),
            new("assignedTo", FieldKind.Reference, "Assigned to", Of: "user"),
            new("name", FieldKind.Text, "Name contains", MaxLength: 300, Merge: true),
            new("source", FieldKind.Text, "Source", MaxLength: 200, Merge: true),
            new("which", FieldKind.Choice, "If there are several", Options: [new("latest", "The newest"), new("earliest", "The oldest")]),
        ],
        Outputs:
        [
            new("found", "Was found", "flag"), new("id", "Opportunity id"), new("name", "Name"), new("pipelineId", "Pipeline's id"), new("stageId", "Stage's id"),
            new("state", "Status"), new("value", "Value", "number", Sensitive: true), new("assignedTo", "Assigned user's id"), new("source", "Source"),
        ]);

    public override async Task<Outcome> Execute(ActionCall call, CancellationToken ct)
    {
        var page = await call.Records.List(Kinds.Opportunity, call.PracticeId,
            new Listing(200, Index: "contact", Value: call.ContactId, Descending: call.Config.Text("which") != "earliest"), ct);
        if (page.Items.FirstOrDefault(item => Fits(call.Config, item.Body)) is not { } found)
        {
            call.Give(new JsonObject { ["found"] = false });
            return new Outcome.Failed("opportunity.notFound", Retryable: false);
        }
        var values = JsonSerializer.SerializeToNode(found.Body, Kinds.Opportunity.Json)!;
        call.Give(new JsonObject
        {
            ["found"] = true, ["id"] = found.Id, ["name"] = found.Body.Name, ["pipelineId"] = found.Body.PipelineId, ["stageId"] = found.Body.StageId,
            ["state"] = values["status"]?.DeepClone(), ["value"] = found.Body.Value, ["assignedTo"] = found.Body.AssignedTo, ["source"] = found.Body.Source,
        });
        return new Outcome.Done(found.Id);
    }

    static bool Fits(Config wanted, Opportunity opportunity) =>
        (wanted.Text("pipelineId") is not { } pipeline || opportunity.PipelineId == pipeline)
        && (wanted.Text("stageId") is not { } stage || opportunity.StageId == stage)
        && (Opportunities.Status(wanted.Text("status")) is not { } status || opportunity.Status == status)
        && (wanted.Text("assignedTo") is not { } user || opportunity.AssignedTo == user)
        && (wanted.Text("name") is not { } name || opportunity.Name.Contains(name, StringComparison.OrdinalIgnoreCase))
        && (wanted.Text("source") is not { } source || string.Equals(opportunity.Source, source, StringComparison.OrdinalIgnoreCase));
}
