using AesthetixWorkflows.Core.Records;
using AesthetixWorkflows.Runtime.Ports;

namespace AesthetixWorkflows.Runtime.Backtesting;

/// <summary>The events of some types that were kept between two moments, in the order in which they came.</summary>
static class KeptEvents
{
    const int PageSize = 200;

    /// <returns>The events, and where it was cut off when there were more.</returns>
    public static async Task<(IReadOnlyList<StoredEvent> Events, DateTimeOffset? CutOffAt)> Read(
        IStore store, string practice, IReadOnlyList<string> types, DateTimeOffset from, DateTimeOffset to, int most, CancellationToken ct)
    {
        var (all, cutOffAt) = (new List<StoredEvent>(), (DateTimeOffset?)null);
        foreach (var type in types)
        {
            var (some, cut) = await Of(store, practice, type, from, to, most, ct);
            all.AddRange(some);
            if (cut > (cutOffAt ?? DateTimeOffset.MinValue)) cutOffAt = cut;
        }
        // Of the types together no more than of one: the newest, and all of them from the same moment on.
        all.Sort((a, b) => string.CompareOrdinal(a.Event.Id, b.Event.Id));
        if (all.Count > most)
        {
            all.RemoveRange(0, all.Count - most);
            cutOffAt = Ids.MomentOf(all[0].Event.Id);
        }
        return (cutOffAt is { } at ? [.. all.Where(e => Ids.MomentOf(e.Event.Id) >= at)] : all, cutOffAt);
    }

    static async Task<(List<StoredEvent>, DateTimeOffset?)> Of(IStore store, string practice, string type, DateTimeOffset from, DateTimeOffset to, int most, CancellationToken ct)
    {
        var kept = new List<StoredEvent>();
        string? cursor = null;
        do
        {
            var page = await store.ListEvents(practice, type, null, null, PageSize, cursor, ct);
            foreach (var e in page.Items)
            {
                var at = Ids.MomentOf(e.Event.Id);
                if (at < from) return (kept, null);
                if (at >= to) continue;
                if (kept.Count == most) return (kept, Ids.MomentOf(kept[^1].Event.Id));
                kept.Add(e);
            }
            cursor = page.Next;
        } while (cursor is not null);
        return (kept, null);
    }
}
