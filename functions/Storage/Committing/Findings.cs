using Azure.Data.Tables;

namespace AesthetixWorkflows.Functions.Storage;

/// <summary>What one commit has found out about rows, over all its tries. Memory may be behind; what is found here was read
/// from the table since the commit began.</summary>
sealed class Findings(Table table, Memory memory, CancellationToken ct)
{
    readonly Dictionary<RowId, TableEntity?> _read = [];
    readonly HashSet<RowId> _remembered = [];
    readonly Dictionary<RowId, TableEntity> _first = [];

    /// <summary>The row as it was when this commit first saw it; null when it was not there.</summary>
    public TableEntity? First(RowId id) => _first.GetValueOrDefault(id);

    public bool TryGet(RowId id, out TableEntity? row) => _read.TryGetValue(id, out row);

    /// <summary>From this commit's reads, from memory, or from the table.</summary>
    public async ValueTask<TableEntity?> Look(RowId id)
    {
        if (_read.TryGetValue(id, out var row)) return row;
        if (memory.Find(id) is not { } known) return await Read(id);
        _remembered.Add(id);
        _first.TryAdd(id, known);
        return known;
    }

    public async Task<TableEntity?> Read(RowId id)
    {
        var row = await table.Find(id, ct);
        _remembered.Remove(id);
        Learn(id, row);
        return row;
    }

    /// <summary>Nothing is taken from memory any more. False when nothing was.</summary>
    public async Task<bool> Refresh()
    {
        if (_remembered.Count == 0) return false;
        RowId[] stale = [.. _remembered];
        foreach (var (id, row) in stale.Zip(await Task.WhenAll(stale.Select(id => table.Find(id, ct)))))
            Learn(id, row);
        _remembered.Clear();
        return true;
    }

    void Learn(RowId id, TableEntity? row)
    {
        _read[id] = row;
        if (row is not null) _first.TryAdd(id, row);
        if (row is null) memory.Forget(id); else if (AreRemembered(id.Key)) memory.Remember(row);
    }

    /// <summary>Only what a later write is conditional on is worth its place.</summary>
    public static bool AreRemembered(string key) =>
        key.StartsWith("rec!", StringComparison.Ordinal) || key.StartsWith(RowKeys.Enrollments, StringComparison.Ordinal);
}
