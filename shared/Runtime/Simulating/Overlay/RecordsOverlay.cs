using AesthetixWorkflows.Catalogue.Acting;
using AesthetixWorkflows.Core.Records;

namespace AesthetixWorkflows.Runtime.Simulating.Overlay;

/// <summary>Records as a simulation leaves them: its own writes, and behind them the practice's, each read once.</summary>
sealed class RecordsOverlay(IRecords real)
{
    readonly Dictionary<(string Kind, string Id), Row> _written = [];
    readonly Dictionary<(string Kind, string Id), (object? Found, Func<string?> Json)> _read = [];

    /// <param name="Json">Null: deleted.</param>
    sealed record Row(string? Json, IReadOnlyList<Lookup> Lookups, long Revision);

    public async Task<Stored<T>?> Find<T>(Kind<T> kind, string practice, string id, CancellationToken ct) where T : class
    {
        if (_written.TryGetValue((kind.Name, id), out var row)) return Of(kind, id, row);
        if (_read.TryGetValue((kind.Name, id), out var known)) return (Stored<T>?)known.Found;
        return Remember(kind, id, await real.Find(kind, practice, id, ct));
    }

    public async Task<Stored<T>?> FindBy<T>(Kind<T> kind, string practice, string index, string value, CancellationToken ct) where T : class
    {
        foreach (var ((name, id), row) in _written)
            if (name == kind.Name && row.Json is not null && Has(row, index, value)) return Of(kind, id, row);
        var found = await real.FindBy(kind, practice, index, value, ct);
        // It had that value, and in the simulation it has it no more.
        return found is null || _written.ContainsKey((kind.Name, found.Id)) ? null : Remember(kind, found.Id, found);
    }

    /// <summary>The practice's page with what was written since in its place; new records stand on the first page.</summary>
    public async Task<Page<T>> List<T>(Kind<T> kind, string practice, Listing listing, CancellationToken ct) where T : class
    {
        var page = await real.List(kind, practice, listing, ct);
        var mine = _written.Where(w => w.Key.Kind == kind.Name).ToList();
        if (mine.Count == 0) return page;
        var items = page.Items.Where(item => !_written.ContainsKey((kind.Name, item.Id)))
            .Concat(mine.Where(w => w.Value.Json is not null && (listing.Index is null || Has(w.Value, listing.Index, listing.Value!))
                && (listing.Cursor is null || page.Items.Any(item => item.Id == w.Key.Id))).Select(w => Of(kind, w.Key.Id, w.Value)!))
            .OrderBy(item => item.Id, StringComparer.Ordinal);
        return new([.. listing.Descending ? items.Reverse() : items], page.Next);
    }

    /// <returns>The record's JSON before; null when it is new.</returns>
    public string? Put(Change.Put put)
    {
        var (before, revision) = Before(put.Kind, put.Id);
        _written[(put.Kind, put.Id)] = new(put.Json, put.Lookups, Math.Max(revision, put.ExpectedRevision ?? 0) + 1);
        return before;
    }

    public string? Delete(Change.Delete delete)
    {
        var (before, revision) = Before(delete.Kind, delete.Id);
        _written[(delete.Kind, delete.Id)] = new(null, [], revision);
        return before;
    }

    (string? Json, long Revision) Before(string kind, string id) =>
        _written.TryGetValue((kind, id), out var row) ? (row.Json, row.Revision)
        : _read.TryGetValue((kind, id), out var read) ? (read.Json(), 0) : (null, 0);

    Stored<T>? Remember<T>(Kind<T> kind, string id, Stored<T>? found) where T : class
    {
        _read[(kind.Name, id)] = (found, () => found is null ? null : kind.Write(found.Body));
        return found;
    }

    static bool Has(Row row, string index, string value) => row.Lookups.Any(l => l.Index == index && l.Value == value);
    static Stored<T>? Of<T>(Kind<T> kind, string id, Row row) where T : class => row.Json is { } json ? new(id, row.Revision, kind.Read(json)) : null;
}
