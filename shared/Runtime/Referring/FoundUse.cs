using AesthetixWorkflows.Catalogue.Referring;
using AesthetixWorkflows.Core.Records;

namespace AesthetixWorkflows.Runtime.Referring;

/// <summary>A place in a workflow that names something of the practice.</summary>
/// <param name="Version">The published version that it stands in; null: the draft.</param>
/// <param name="Draft">It stands in the draft.</param>
/// <param name="Words">The place in words: <c>the step “Welcome”: Tags</c>.</param>
public sealed record FoundUse(
    string WorkflowId, string WorkflowName, WorkflowStatus Status, int? Version, bool Draft, string? StepId, string? TriggerId, string Pointer, string Words)
{
    internal static FoundUse Of(Stored<Workflow> workflow, int? version, RecordUse use, string words) => new(
        workflow.Id, workflow.Body.Name, workflow.Body.Status, version, version is null, use.StepId, use.TriggerId, use.Pointer, words);
}
