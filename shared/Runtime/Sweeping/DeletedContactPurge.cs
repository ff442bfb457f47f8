using AesthetixWorkflows.Catalogue.Acting;
using System.Collections.Concurrent;
using AesthetixWorkflows.Core.Records;
using AesthetixWorkflows.Runtime.Ports;

namespace AesthetixWorkflows.Runtime.Sweeping;

/// <summary>Lets go of the copies of contacts that a workflow deleted, once nobody can bring them back any more.</summary>
public sealed class DeletedContactPurge(IStore store, IIdSource ids, TimeProvider clock)
{
    /// <summary>How long a deleted contact can be brought back.</summary>
    public static readonly TimeSpan Restorable = TimeSpan.FromDays(60);
    static readonly TimeSpan Every = TimeSpan.FromHours(6);
    const int Page = 40;

    readonly ConcurrentDictionary<string, DateTimeOffset> _next = new();

    public async Task CarryOn(string practice, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        if (_next.TryGetValue(practice, out var next) && next > now) return;
        for (string? cursor = null, more = ""; more is not null; cursor = more)
        {
            var page = await store.List(Kinds.DeletedContact, practice, new Listing(Page, cursor), ct);
            var changes = new ChangeSet(practice);
            foreach (var copy in page.Items.Where(copy => copy.Body.DeletedAt <= now - Restorable))
                changes.Delete(Kinds.DeletedContact, copy.Id, copy.Revision).Put(Kinds.Audit, ids.New(Kinds.Audit.Prefix), new AuditEntry(now, "retention", "contact.purged", copy.Id, null));
            // Refused: somebody brought one back this very moment; the others go next time.
            if (!changes.IsEmpty) await store.Commit(changes, ct);
            more = page.Next;
        }
        _next[practice] = now + Every;
    }
}
