using System.Text.Json;
using AesthetixWorkflows.Core.Definitions;
using AesthetixWorkflows.Core.Records;
using AesthetixWorkflows.Runtime.Auditing;
using AesthetixWorkflows.Runtime.Drafting.Names;
using AesthetixWorkflows.Runtime.Ports;
using AesthetixWorkflows.Runtime.Publishing;

namespace AesthetixWorkflows.Runtime.Drafting;

/// <summary>Drafts for a practice: collects its names, lets the drafter write, checks what it wrote, and keeps it only when asked.</summary>
public sealed class WorkflowDrafting(IStore store, IIdSource ids, IDrafter drafter, PracticeCheck check, Drafts drafts, NamesReader names, DraftingRate rate)
{
    public async Task<DraftingDeed> Draft(Actor by, DraftingWish wish, CancellationToken ct = default)
    {
        if (!rate.Admit(by.Practice, by.Now, out var after)) return new DraftingDeed.TooMany(after);
        var known = wish.WorkflowId is null ? null : await store.Find(Kinds.Workflow, by.Practice, wish.WorkflowId, ct);
        if (wish.WorkflowId is not null && known is null) return new DraftingDeed.Refused(WorkflowDeed.Missing.Instance);
        if (known?.Body.DeletedAt is not null) return new DraftingDeed.Refused(new WorkflowDeed.Refused("workflow.deleted"));
        // Told before a model is asked: nobody pays for an answer that cannot be kept.
        if (wish is { Save: true, Expected: { } expected } && known is not null && known.Body.DraftRevision != expected) return new DraftingDeed.Refused(WorkflowDeed.Stale.Instance);

        var drafted = await drafter.Draft(new(wish.Prompt, await names.Of(by.Practice, ct), known?.Body.Draft), ct);
        if (drafted.Empty) return new DraftingDeed.Nothing(drafted);
        var findings = (await check.Check(by.Practice, wish.WorkflowId ?? "", drafted.Definition, ct)).Findings;
        var saved = wish.Save ? await Save(by, wish, drafted, ct) : null;
        if (saved is { Refused: { } refused }) return new DraftingDeed.Refused(refused);
        // Who asked and what came of it; the prompt itself may name patients.
        var detail = $"{drafted.Drafter}: {Count(drafted.Definition)} steps{(wish.Save ? ", saved" : "")}";
        await store.Commit(new ChangeSet(by.Practice).Audited(ids, by, "workflow.generated", saved?.Id ?? wish.WorkflowId ?? "new", detail), ct);
        return new DraftingDeed.Done(drafted, findings, saved?.Id ?? wish.WorkflowId, saved?.Revision);
    }

    async Task<Saved> Save(Actor by, DraftingWish wish, Drafted drafted, CancellationToken ct)
    {
        if (wish.WorkflowId is null)
        {
            var made = await drafts.Create(by, wish.Name ?? DraftName.Of(wish.Prompt), null, drafted.Definition, ct);
            return new(made.Id, made.Body.DraftRevision, null);
        }
        var deed = await drafts.Save(by, wish.WorkflowId, drafted.Definition, wish.Expected, ct);
        return deed is WorkflowDeed.Done done ? new(wish.WorkflowId, done.Workflow.Body.DraftRevision, null) : new(wish.WorkflowId, 0, deed);
    }

    static int Count(JsonElement definition) => definition.TryGetProperty("steps", out var steps) && steps.ValueKind == JsonValueKind.Object ? steps.EnumerateObject().Count() : 0;

    sealed record Saved(string Id, long Revision, WorkflowDeed? Refused);
}

/// <param name="WorkflowId">The workflow whose draft is to be changed; null: a new one.</param>
/// <param name="Save">Keep the result as the draft. It is never published.</param>
/// <param name="Name">What a new workflow is called.</param>
/// <param name="Expected">The draft's revision that the asker saw; null: whatever it is now.</param>
public sealed record DraftingWish(string Prompt, string? WorkflowId = null, bool Save = false, string? Name = null, long? Expected = null);

/// <summary>How drafting ended.</summary>
public abstract record DraftingDeed
{
    private DraftingDeed() { }

    public sealed record Done(Drafted Drafted, IReadOnlyList<Finding> Findings, string? WorkflowId, long? Revision) : DraftingDeed;
    /// <summary>Nothing of the prompt was understood.</summary>
    public sealed record Nothing(Drafted Drafted) : DraftingDeed;
    public sealed record TooMany(TimeSpan After) : DraftingDeed;
    public sealed record Refused(WorkflowDeed Why) : DraftingDeed;
}
