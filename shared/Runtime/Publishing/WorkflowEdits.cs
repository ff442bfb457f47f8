using System.Globalization;
using AesthetixWorkflows.Core.Records;
using AesthetixWorkflows.Runtime.Auditing;
using AesthetixWorkflows.Runtime.Ports;

namespace AesthetixWorkflows.Runtime.Publishing;

/// <summary>Reads a workflow, changes it and writes it with its audit line; tries again when another writer was in between.</summary>
public sealed class WorkflowEdits(IStore store, IIdSource ids)
{
    const int Tries = 5;

    public async Task<WorkflowVersion?> Version(string practice, string id, int number, CancellationToken ct) =>
        (await store.Find(Kinds.Version, practice, $"{id}.{number}", ct))?.Body;

    /// <param name="decide">What to do with the workflow as it stands: a step, or a reason why not.</param>
    public Task<WorkflowDeed> Apply(Actor by, string id, Func<Stored<Workflow>, EditStep> decide, CancellationToken ct) =>
        Apply(by, id, stored => ValueTask.FromResult(decide(stored)), ct);

    /// <inheritdoc cref="Apply(Actor, string, Func{Stored{Workflow}, EditStep}, CancellationToken)"/>
    public async Task<WorkflowDeed> Apply(Actor by, string id, Func<Stored<Workflow>, ValueTask<EditStep>> decide, CancellationToken ct)
    {
        for (var attempt = 0; attempt < Tries; attempt++)
        {
            if (await store.Find(Kinds.Workflow, by.Practice, id, ct) is not { } stored) return WorkflowDeed.Missing.Instance;
            var step = await decide(stored);
            if (step.Instead is not null) return step.Instead;
            var changes = new ChangeSet(by.Practice).AddAll(step.Also ?? new(by.Practice))
                .Put(Kinds.Workflow, id, step.After!, stored.Revision)
                .Audited(ids, by, step.Action!, id, step.Detail, State(stored.Body), State(step.After!));
            if ((await store.Commit(changes, ct)).Ok) return new WorkflowDeed.Done(stored with { Revision = stored.Revision + 1, Body = step.After! }, []);
        }
        return WorkflowDeed.Stale.Instance;
    }

    /// <summary>A workflow in few words, for before and after.</summary>
    static string State(Workflow w) => string.Create(CultureInfo.InvariantCulture,
        $"{(w.DeletedAt is null ? w.Status.ToString().ToLowerInvariant() : "deleted")}, version {w.Version}, draft {w.DraftRevision}, “{w.Name}”{(w.Folder is null ? "" : $" in “{w.Folder}”")}");
}

/// <summary>Either a workflow to write with its audit line, or the answer instead.</summary>
public sealed record EditStep(Workflow? After, string? Action, string? Detail, WorkflowDeed? Instead, ChangeSet? Also = null)
{
    public static EditStep Write(Workflow after, string action, string? detail = null, ChangeSet? also = null) => new(after, action, detail, null, also);
    public static EditStep Refuse(string code) => new(null, null, null, new WorkflowDeed.Refused(code));
    public static EditStep Answer(WorkflowDeed deed) => new(null, null, null, deed);
}
