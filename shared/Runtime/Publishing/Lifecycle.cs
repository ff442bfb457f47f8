using AesthetixWorkflows.Core.Records;
using AesthetixWorkflows.Runtime.Auditing;

namespace AesthetixWorkflows.Runtime.Publishing;

/// <summary>Everything that happens to a workflow as a whole: unpublish, pause, resume, rename, delete, restore.</summary>
public sealed class Lifecycle(WorkflowEdits edits, InFlightSweep sweep)
{
    /// <summary>Nobody enters any more; those inside rest until it is published again.</summary>
    public Task<WorkflowDeed> Unpublish(Actor by, string id, CancellationToken ct = default) => edits.Apply(by, id, stored => stored.Body switch
    {
        { DeletedAt: not null } => EditStep.Refuse("workflow.deleted"),
        { Status: WorkflowStatus.Draft } => EditStep.Refuse("workflow.notPublished"),
        var w => EditStep.Write(w with { Status = WorkflowStatus.Draft, ChangedAt = by.Now }, "workflow.unpublished"),
    }, ct);

    public Task<WorkflowDeed> Pause(Actor by, string id, CancellationToken ct = default) => edits.Apply(by, id, stored => stored.Body switch
    {
        { DeletedAt: not null } => EditStep.Refuse("workflow.deleted"),
        { Status: not WorkflowStatus.Published } => EditStep.Refuse("workflow.notPublished"),
        var w => EditStep.Write(w with { Status = WorkflowStatus.Paused, ChangedAt = by.Now }, "workflow.paused"),
    }, ct);

    public async Task<WorkflowDeed> Resume(Actor by, string id, CancellationToken ct = default)
    {
        var deed = await edits.Apply(by, id, stored => stored.Body switch
        {
            { DeletedAt: not null } => EditStep.Refuse("workflow.deleted"),
            { Status: not WorkflowStatus.Paused } => EditStep.Refuse("workflow.notPaused"),
            var w => EditStep.Write(w with { Status = WorkflowStatus.Published, OpenSince = by.Now, ChangedAt = by.Now }, "workflow.resumed"),
        }, ct);
        return deed is WorkflowDeed.Done done
            ? done with { Reached = await sweep.Resume(by, id, $"{id}@{done.Workflow.Revision}", ct) }
            : deed;
    }

    /// <param name="expected">The revision that the writer saw; null: whatever it is now.</param>
    public Task<WorkflowDeed> Rename(Actor by, string id, Func<Workflow, Workflow> rename, long? expected, CancellationToken ct = default) =>
        edits.Apply(by, id, stored =>
            stored.Body.DeletedAt is not null ? EditStep.Refuse("workflow.deleted")
            : expected is not null && stored.Revision != expected ? EditStep.Answer(WorkflowDeed.Stale.Instance)
            : EditStep.Write(rename(stored.Body) with { ChangedAt = by.Now }, "workflow.changed"), ct);

    /// <summary>Keeps everything; those inside rest as in an unpublished workflow.</summary>
    public Task<WorkflowDeed> Delete(Actor by, string id, long? expected, CancellationToken ct = default) => edits.Apply(by, id, stored =>
        stored.Body.DeletedAt is not null ? EditStep.Refuse("workflow.deleted")
        : expected is not null && stored.Revision != expected ? EditStep.Answer(WorkflowDeed.Stale.Instance)
        : EditStep.Write(stored.Body with { Status = WorkflowStatus.Draft, DeletedAt = by.Now, ChangedAt = by.Now }, "workflow.deleted"), ct);

    /// <summary>Comes back unpublished: whoever restores it decides when it acts again.</summary>
    public Task<WorkflowDeed> Restore(Actor by, string id, CancellationToken ct = default) => edits.Apply(by, id, stored =>
        stored.Body.DeletedAt is null ? EditStep.Refuse("workflow.notDeleted")
        : EditStep.Write(stored.Body with { DeletedAt = null, ChangedAt = by.Now }, "workflow.restored"), ct);
}
