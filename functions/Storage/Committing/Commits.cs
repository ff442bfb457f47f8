using AesthetixWorkflows.Core.Records;
using AesthetixWorkflows.Runtime.Ports;

namespace AesthetixWorkflows.Functions.Storage;

/// <summary>Commits: lay the set out on what is known, let the service refuse what has changed meanwhile, look at that row and
/// lay out anew. What is true when a transaction goes through was checked by that transaction.</summary>
sealed class Commits(Table table, Memory memory, StatusCounts counts, Arrivals arrivals, TimeProvider time)
{
    // Each time somebody else has got on, so this many in a row is a fault rather than bad luck.
    const int Tries = 100;

    public async Task<Committed> Commit(ChangeSet set, CancellationToken ct)
    {
        var id = Guid.NewGuid().ToString("N");
        var findings = new Findings(table, memory, ct);
        var layout = new Layout(set, findings, new LiveLike(table, ct), arrivals);
        var written = new HashSet<int>();
        var duplicates = new Dictionary<string, string>();
        for (var attempt = 0; attempt < Tries; attempt++)
        {
            var (bench, conflict) = await layout.Make(written, time.GetUtcNow());
            if (conflict is not null)
            {
                // Perhaps memory is behind, and it isn't one.
                if (await findings.Refresh()) continue;
                return new(false, conflict, Committed.Fine.Duplicates);
            }
            var parts = Parts.Of(set, bench);
            // Between parts nothing can be taken back, so the first is not written on the word of memory.
            if (parts.Count > 1 && await findings.Refresh()) continue;
            foreach (var (key, value) in bench.Duplicates) duplicates[key] = value;
            if (await WriteAll(parts, id, findings, written)) return duplicates.Count == 0 ? Committed.Fine : new(true, null, duplicates);
        }
        throw new StoreUnavailableException($"Table storage: too many others write the same rows of {set.Practice}.");
    }

    /// <returns>False: a row was not as expected, which is now known.</returns>
    async Task<bool> WriteAll(List<Part> parts, string id, Findings findings, HashSet<int> written)
    {
        foreach (var part in parts)
        {
            if (!await new Transaction(table, memory, counts, id, part.Drafts).Write(findings)) return false;
            written.UnionWith(part.Changes);
        }
        return true;
    }
}
