using System.Text.Json.Nodes;
using System.Text.Json;
using AesthetixWorkflows.Catalogue.Acting;
using AesthetixWorkflows.Catalogue.Describing;
using AesthetixWorkflows.Catalogue.Triggers;
using AesthetixWorkflows.Core.Machine;
using AesthetixWorkflows.Core.Records;

namespace AesthetixWorkflows.Catalogue.Actions;

/// <summary>Enters a possible sale in a pipeline.</summary>
sealed class OpportunityCreate : ActionType
{
    public override ActionDescriptor Descriptor { get; } = new("opportunity.create", "Create opportunity", "Opportunities", "Enters a possible sale in a pipeline, unless the contact already has an open one there.",
        Config:
        [
            new("pipelineId", FieldKind.Reference, "Pipeline", Required: true, Of: "pipeline"),
            new("stageId", FieldKind.Reference, "Stage", Of: "stage", Help: "Left empty: the first stage."),
            new("name", FieldKind.Text, "Name", MaxLength: 300, Merge: true, Help: "Left empty: the contact's name."),
            new("source", FieldKind.Text, "Source", MaxLength: 200, Merge: true),
            new("status", FieldKind.Choice, "Status", Options: OpportunityFields.Statuses),
            new("value", FieldKind.Number, "Value", Min: 0, Max: 100_000_000, Merge: true),
            new("allowDuplicate", FieldKind.Flag, "Even if the contact has an open one in this pipeline"),
        ],
        Outputs: [new("id", "Opportunity id")]);

    public override async Task<Outcome> Execute(ActionCall call, CancellationToken ct)
    {
        var (config, pipelineId) = (call.Config, call.Config.Need("pipelineId"));
        if (await call.Records.Find(Kinds.Pipeline, call.PracticeId, pipelineId, ct) is not { } pipeline) return new Outcome.Failed("pipeline.notFound", Retryable: false);
        var stageId = config.Text("stageId") ?? pipeline.Body.Stages.FirstOrDefault()?.Id;
        if (stageId is null || pipeline.Body.Stages.All(stage => stage.Id != stageId)) return new Outcome.Failed("stage.notFound", Retryable: false);
        if (!config.Flag("allowDuplicate") && await Opportunities.NewestOpen(call, pipelineId, ct) is { } open) return new Outcome.Skipped("opportunity.exists");

        var id = call.NewId(Kinds.Opportunity.Prefix);
                var opportunity = new Opportunity
        {
            ContactId = call.ContactId,
            Name = config.Text("name") ?? Titles.Of(call.Contact!),
            PipelineId = pipelineId,
            StageId = stageId,
            Status = Opportunities.Status(config.Text("status")) ?? OpportunityStatus.Open,
            Value = config.Number("value") ?? 0,
            Source = config.Text("source"),
            AssignedTo = call.Contact!.Body.AssignedTo,
            CreatedAt = call.Now,
            ChangedAt = call.Now,
        };
        call.Changes.Put(Kinds.Opportunity, id, opportunity);
        call.Output(JsonSerializer.SerializeToElement(new JsonObject { ["id"] = id }));
        call.Raise("opportunity.created", Opportunities.Data(id, opportunity));
        return new Outcome.Done(id);
    }
}
