using System.Text.Json.Nodes;
using System.Text.Json;
using AesthetixWorkflows.Catalogue.Acting;
using AesthetixWorkflows.Catalogue.Describing;
using AesthetixWorkflows.Catalogue.Triggers;
using AesthetixWorkflows.Core.Machine;
using AesthetixWorkflows.Core.Records;

namespace AesthetixWorkflows.Catalogue.Actions;

/// <summary>Changes the opportunity that the enrollment is about, or the contact's newest open one.</summary>
sealed class OpportunityUpdate : ActionType
{
    public override ActionDescriptor Descriptor { get; } = new("opportunity.update", "Update opportunity", "Opportunities", "Moves or changes the opportunity this workflow is about, or else the contact's newest open one.",
        Config:
        [
            Opportunities.Which,
            new("pipelineId", FieldKind.Reference, "Pipeline", Of: "pipeline"),
            new("stageId", FieldKind.Reference, "Stage", Of: "stage"),
            new("name", FieldKind.Text, "Name", MaxLength: 300, Merge: true),
            new("source", FieldKind.Text, "Source", MaxLength: 200, Merge: true),
            new("status", FieldKind.Choice, "Status", Options: OpportunityFields.Statuses),
            new("value", FieldKind.Number, "Value", Min: 0, Max: 100_000_000, Merge: true),
            new("assignedTo", FieldKind.Reference, "Assigned to", Of: "user"),
            new("lostReason", FieldKind.Text, "Why it was lost", MaxLength: 300, Merge: true),
            new("allowBackward", FieldKind.Flag, "Allow moving back to an earlier stage"),
        ],
        Outputs: [new("id", "Opportunity id")]);

    public override async Task<Outcome> Execute(ActionCall call, CancellationToken ct)
    {
        if (await Opportunities.OfEnrollment(call, ct) is not { } stored) return new Outcome.Skipped("opportunity.none");
        var (config, before) = (call.Config, stored.Body);
        call.Output(JsonSerializer.SerializeToElement(new JsonObject { ["id"] = stored.Id }));
        var after = before with
        {
            PipelineId = config.Text("pipelineId") ?? before.PipelineId,
            StageId = config.Text("stageId") ?? before.StageId,
            Name = config.Text("name") ?? before.Name,
            Source = config.Text("source") ?? before.Source,
            Status = Opportunities.Status(config.Text("status")) ?? before.Status,
            Value = config.Number("value") ?? before.Value,
            AssignedTo = config.Text("assignedTo") ?? before.AssignedTo,
            LostReason = config.Text("lostReason") ?? before.LostReason,
        };
        if (after == before) return Outcome.Done.Plain;
        if (after.PipelineId != before.PipelineId || after.StageId != before.StageId)
        {
            if (await call.Records.Find(Kinds.Pipeline, call.PracticeId, after.PipelineId, ct) is not { } pipeline) return new Outcome.Failed("pipeline.notFound", Retryable: false);
            var stages = pipeline.Body.Stages.Select(stage => stage.Id).ToList();
            if (after.PipelineId != before.PipelineId && config.Text("stageId") is null && stages.Count > 0) after = after with { StageId = stages[0] };
            if (!stages.Contains(after.StageId)) return new Outcome.Failed("stage.notFound", Retryable: false);
            if (after.PipelineId == before.PipelineId && stages.IndexOf(after.StageId) < stages.IndexOf(before.StageId) && !config.Flag("allowBackward"))
                return new Outcome.Skipped("opportunity.backward");
        }
        after = after with { ChangedAt = call.Now };
        call.Changes.Put(Kinds.Opportunity, stored.Id, after, stored.Revision);
        Opportunities.RaiseChanges(call, stored.Id, before, after);
        return new Outcome.Done(stored.Id);
    }
}
