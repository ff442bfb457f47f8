using AesthetixWorkflows.Catalogue.Acting;
using AesthetixWorkflows.Catalogue.Describing;
using AesthetixWorkflows.Core.Machine;
using AesthetixWorkflows.Core.Records;

namespace AesthetixWorkflows.Catalogue.Actions;

/// <summary>Deletes an opportunity.</summary>
sealed class OpportunityRemove : ActionType
{
    public override ActionDescriptor Descriptor { get; } = new("opportunity.remove", "Remove opportunity", "Opportunities", "Deletes the opportunity this workflow is about, or else the contact's newest open one. This cannot be undone.",
        Config: [Opportunities.Which, new("pipelineId", FieldKind.Reference, "Only in this pipeline", Of: "pipeline")], Outputs: []);

    public override async Task<Outcome> Execute(ActionCall call, CancellationToken ct)
    {
        var pipeline = call.Config.Text("pipelineId");
        var stored = await Opportunities.OfEnrollment(call, ct);
        if (pipeline is not null && stored?.Body.PipelineId != pipeline)
            stored = call.Config.Text(Opportunities.Which.Name) is null ? await Opportunities.NewestOpen(call, pipeline, ct) : null;
        if (stored is null) return new Outcome.Skipped("opportunity.none");
        call.Changes.Delete(Kinds.Opportunity, stored.Id, stored.Revision);
        return new Outcome.Done(stored.Id);
    }
}
