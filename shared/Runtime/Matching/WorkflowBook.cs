using System.Collections.Concurrent;
using AesthetixWorkflows.Catalogue.Acting;
using AesthetixWorkflows.Core.Definitions;
using AesthetixWorkflows.Core.Records;
using AesthetixWorkflows.Runtime.Ports;

namespace AesthetixWorkflows.Runtime.Matching;

/// <summary>The workflows at hand: versions (immutable, so kept), which are published, and the index their triggers make.</summary>
/// <param name="keepFor">How long a practice's list may be remembered; hosts that see every commit call <see cref="Observe"/>.</param>
public sealed class WorkflowBook(IStore store, TimeProvider clock, TimeSpan keepFor)
{
    readonly ConcurrentDictionary<(string, string, int), Definition> _versions = new();
    readonly ConcurrentDictionary<string, (TriggerIndex Index, Dictionary<string, Stored<Workflow>> All, long Until)> _lists = new();
    readonly Lock _gate = new();
    long _changes;

    /// <returns>Null when that version was never published.</returns>
    public async ValueTask<Definition?> Version(string practice, string workflowId, int version, CancellationToken ct = default)
    {
        if (_versions.TryGetValue((practice, workflowId, version), out var known)) return known;
        if (await store.Find(Kinds.Version, practice, $"{workflowId}.{version}", ct) is not { } found) return null;
        var definition = DefinitionReader.Read(found.Body.Definition).Definition
            ?? throw new InvalidOperationException($"The published version {workflowId}.{version} cannot be read.");
        return _versions.GetOrAdd((practice, workflowId, version), definition);
    }

    public async ValueTask<Stored<Workflow>?> Workflow(string practice, string workflowId, CancellationToken ct = default) =>
        (await List(practice, ct)).All.GetValueOrDefault(workflowId);

    /// <summary>The same, asked of the store.</summary>
    public Task<Stored<Workflow>?> WorkflowNow(string practice, string workflowId, CancellationToken ct = default) =>
        store.Find(Kinds.Workflow, practice, workflowId, ct);

    /// <summary>Every workflow of the practice, drafts and deleted ones too.</summary>
    public async ValueTask<IReadOnlyCollection<Stored<Workflow>>> All(string practice, CancellationToken ct = default) => (await List(practice, ct)).All.Values;

    public async ValueTask<TriggerIndex> Triggers(string practice, CancellationToken ct = default) => (await List(practice, ct)).Index;

    /// <summary>Forgets a practice's list when one of its workflows was just changed.</summary>
    public void Observe(ChangeSet changes)
    {
        foreach (var change in changes.Changes)
            if (change is Change.Put { Kind: "workflow" } or Change.Delete { Kind: "workflow" })
                lock (_gate)
                {
                    _changes++;
                    _lists.TryRemove(changes.Practice, out _);
                }
    }

    async ValueTask<(TriggerIndex Index, Dictionary<string, Stored<Workflow>> All, long Until)> List(string practice, CancellationToken ct)
    {
        var now = clock.GetTimestamp();
        if (_lists.TryGetValue(practice, out var known) && known.Until > now) return known;
        var changes = Volatile.Read(ref _changes);
        var all = new Dictionary<string, Stored<Workflow>>();
        string? cursor = null;
        do
        {
            var page = await store.List(Kinds.Workflow, practice, new Listing(200, cursor, Descending: false), ct);
            foreach (var workflow in page.Items) all[workflow.Id] = workflow;
            cursor = page.Next;
        } while (cursor is not null);

        var published = new List<(string, int, Definition)>();
        foreach (var (id, workflow) in all)
            if (workflow.Body is { Status: WorkflowStatus.Published, DeletedAt: null, Version: > 0 } && await Version(practice, id, workflow.Body.Version, ct) is { } definition)
                published.Add((id, workflow.Body.Version, definition));
        var list = (TriggerIndex.Build(published), all, now + (long)(keepFor.TotalSeconds * clock.TimestampFrequency));
        // What was read before a change must not be remembered after it.
        lock (_gate)
            if (changes == _changes) _lists[practice] = list;
        return list;
    }
}
