using System.Text.Json;
using AesthetixWorkflows.Core.Definitions;
using AesthetixWorkflows.Core.Records;
using AesthetixWorkflows.Runtime.Auditing;
using AesthetixWorkflows.Runtime.Ports;
using AesthetixWorkflows.Runtime.Sealing;

namespace AesthetixWorkflows.Runtime.Publishing;

/// <summary>The editable side of a workflow. A draft is kept as it was typed, valid or not.</summary>
public sealed class Drafts(IStore store, IIdSource ids, WorkflowEdits edits, PracticeCheck check, Sealer sealer)
{
    static readonly JsonElement Empty = JsonDocument.Parse(
        """{"schemaVersion":1,"settings":{},"triggers":[],"start":null,"steps":{},"layout":{},"notes":[]}""").RootElement;

    public async Task<Stored<Workflow>> Create(Actor by, string name, string? folder, JsonElement? definition, CancellationToken ct = default)
    {
        var id = ids.New(Kinds.Workflow.Prefix);
        var (draft, secrets) = sealer.Seal(by, id, definition ?? Empty);
        var workflow = new Workflow { Name = name, Folder = folder, Draft = draft, DraftRevision = 1, CreatedAt = by.Now, ChangedAt = by.Now };
        await store.Commit(secrets.Put(Kinds.Workflow, id, workflow, 0).Audited(ids, by, "workflow.created", id, name), ct);
        return new(id, 1, workflow);
    }

    /// <param name="expected">The draft's revision that the writer saw; null: whatever it is now.</param>
    public async Task<WorkflowDeed> Save(Actor by, string id, JsonElement definition, long? expected, CancellationToken ct = default)
    {
        var (draft, secrets) = sealer.Seal(by, id, definition);
        var deed = await edits.Apply(by, id, stored => stored.Body switch
        {
            { DeletedAt: not null } => EditStep.Refuse("workflow.deleted"),
            var w when expected is not null && w.DraftRevision != expected => EditStep.Answer(WorkflowDeed.Stale.Instance),
            var w => EditStep.Write(Redrafted(w, draft, by), "workflow.draft.saved", $"draft {w.DraftRevision + 1}", secrets),
        }, ct);
        return deed is WorkflowDeed.Done done ? done with { Findings = (await check.Check(by.Practice, id, draft, ct)).Findings } : deed;
    }

    public async Task<IReadOnlyList<Finding>?> Validate(string practice, string id, CancellationToken ct = default) =>
        await store.Find(Kinds.Workflow, practice, id, ct) is { } stored ? (await check.Check(practice, id, stored.Body.Draft, ct)).Findings : null;

    /// <summary>Takes a published version back into the draft; what is published stays as it is.</summary>
    public async Task<WorkflowDeed> RestoreVersion(Actor by, string id, int number, CancellationToken ct = default)
    {
        if (await store.Find(Kinds.Version, by.Practice, $"{id}.{number}", ct) is not { } version) return WorkflowDeed.Missing.Instance;
        var deed = await edits.Apply(by, id, stored => stored.Body.DeletedAt is not null
            ? EditStep.Refuse("workflow.deleted")
            : EditStep.Write(Redrafted(stored.Body, version.Body.Definition, by), "workflow.version.restored", $"version {number}"), ct);
        return deed is WorkflowDeed.Done done ? done with { Findings = (await check.Check(by.Practice, id, version.Body.Definition, ct)).Findings } : deed;
    }

    public async Task<Stored<Workflow>?> Duplicate(Actor by, string id, string? name, CancellationToken ct = default) =>
        await store.Find(Kinds.Workflow, by.Practice, id, ct) is { } source
            ? await Create(by, name ?? $"{source.Body.Name} (copy)", source.Body.Folder, source.Body.Draft, ct)
            : null;

    static Workflow Redrafted(Workflow workflow, JsonElement definition, Actor by) =>
        workflow with { Draft = definition, DraftRevision = workflow.DraftRevision + 1, ChangedAt = by.Now };
}
