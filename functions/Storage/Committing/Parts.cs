using AesthetixWorkflows.Core.Records;

namespace AesthetixWorkflows.Functions.Storage;

/// <summary>Rows that are written in one transaction, and the changes that are done when it has gone through.</summary>
sealed record Part(IReadOnlyList<Draft> Drafts, IReadOnlyList<int> Changes);

/// <summary>A set is one transaction when it fits: one partition, 100 rows, 4 MiB. Otherwise it is cut between changes that
/// share no row, in an order in which a crash between two parts leads to a harmless repetition: first what can be refused,
/// last what shows that all of it has been done (the event's result, the enrollment's next revision).</summary>
static class Parts
{
    const int MostRows = 100;
    // A request has 4 MiB, and every character of a text may become six.
    const int MostCharacters = 600_000;

    public static List<Part> Of(ChangeSet set, Workbench bench)
    {
        Draft[] drafts = [.. bench.Drafts];
        if (drafts.Length == 0) return [];
        if (drafts.Length <= MostRows && Size(drafts) <= MostCharacters && drafts.All(d => d.Id.Partition == drafts[0].Id.Partition))
            return [new(drafts, [.. Enumerable.Range(0, set.Changes.Count)])];
        return Pack(Units(drafts, bench.Partition).OrderBy(u => Turn(set, u)).ThenBy(u => u.Changes.FirstOrDefault(-1)));
    }

    static List<Part> Pack(IEnumerable<Part> units)
    {
        var parts = new List<Part>();
        foreach (var unit in units)
            if (parts is [.., var last] && last.Drafts[0].Id.Partition == unit.Drafts[0].Id.Partition
                && last.Drafts.Count + unit.Drafts.Count <= MostRows && Size(last.Drafts) + Size(unit.Drafts) <= MostCharacters)
                parts[^1] = new([.. last.Drafts, .. unit.Drafts], [.. last.Changes, .. unit.Changes]);
            else
                parts.Add(unit);
        return parts;
    }

    /// <summary>Rows that hang together by the changes they come from; what is in another partition stands alone and goes before.</summary>
    static IEnumerable<Part> Units(Draft[] drafts, string home)
    {
        var leader = new Dictionary<int, int>();
        int Find(int change) => leader.TryGetValue(change, out var up) && up != change ? leader[change] = Find(up) : leader[change] = change;
        foreach (var draft in drafts)
            foreach (var change in draft.Changes) leader[Find(change)] = Find(draft.Changes.First());
        foreach (var unit in drafts.GroupBy(d => Find(d.Changes.First())))
        {
            int[] changes = [.. unit.SelectMany(d => d.Changes).Distinct().Order()];
            var partitions = unit.GroupBy(d => d.Id.Partition).OrderBy(p => p.Key == home).ToList();
            for (var i = 0; i < partitions.Count; i++)
                yield return new([.. partitions[i]], i == partitions.Count - 1 ? changes : []);
        }
    }

    static int Turn(ChangeSet set, Part unit) => unit.Changes.Select(i => set.Changes[i]).Select(change => change switch
    {
        Change.Routed or Change.Save => 2,
        Change.Put { ExpectedRevision: not null } or Change.Delete { ExpectedRevision: not null } or Change.Claim or Change.Enroll => 0,
        Change.Put put when put.Lookups.Any(l => l.Unique) => 0,
        _ => 1,
    }).DefaultIfEmpty(0).Aggregate((a, b) => a == 2 || b == 2 ? 2 : Math.Min(a, b));

    static int Size(IEnumerable<Draft> drafts) => drafts.Sum(d => d.Next is null ? 300 : 600 + d.Next.Keys.Sum(name => d.Next[name] is string text ? text.Length : 20));
}
