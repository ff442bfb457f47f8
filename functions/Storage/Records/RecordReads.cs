using AesthetixWorkflows.Catalogue.Acting;
using AesthetixWorkflows.Core.Records;
using AesthetixWorkflows.Runtime.Access;
using Azure.Data.Tables;

namespace AesthetixWorkflows.Functions.Storage;

/// <summary>Reading records by id, by lookup, and page by page.</summary>
sealed class RecordReads(Table table, Memory memory)
{
    public async Task<Stored<T>?> Find<T>(Kind<T> kind, string practice, string id, CancellationToken ct) where T : class
    {
        var row = await table.Find(new(RowKeys.Practice(practice), RowKeys.Record(kind.Name, id)), ct);
        if (row is null) return null;
        memory.Remember(row);
        return Read(kind, row, BodyText.Read(row)!);
    }

    public async Task<Stored<T>?> FindBy<T>(Kind<T> kind, string practice, string index, string value, CancellationToken ct) where T : class
    {
        var row = await table.Find(new(RowKeys.Practice(practice), RowKeys.Lookups(kind.Name, index, value)), ct);
        return row is null ? null : await Whole(kind, practice, row, ct);
    }

    public async Task<Page<T>> List<T>(Kind<T> kind, string practice, Listing listing, CancellationToken ct) where T : class
    {
        var prefix = listing.Index is null ? RowKeys.Records(kind.Name) : RowKeys.Lookups(kind.Name, listing.Index, listing.Value ?? "");
        var limit = Paging.Limit(listing.Limit);
        var rows = listing.Descending
            ? await table.List(new(RowKeys.Practice(practice), prefix, listing.Cursor is { } last ? prefix + RowKeys.Newest(last) : null), limit + 1, ct)
            : await OldestFirst(new(RowKeys.Practice(practice), prefix), listing.Cursor, ct);
        var kept = Paging.Cut(rows, limit, row => row.GetString(Columns.Id)!, out var next);
        var items = await Task.WhenAll(kept.Select(row => Whole(kind, practice, row, ct)));
        return new([.. items.OfType<Stored<T>>()], next);
    }

    public async Task<IReadOnlyList<string>> Practices(CancellationToken ct)
    {
        var rows = await table.List(new(RowKeys.Practice(SharedRecords.Everybody), RowKeys.Knowns), int.MaxValue, ct);
        return [.. rows.Select(row => row.GetString(Columns.Id)!).Order(StringComparer.Ordinal)];
    }

    /// <summary>Keys run newest first and can't be read backwards, so the whole range is read. Asked of what a practice has
    /// a handful of: workflows, users.</summary>
    async Task<List<TableEntity>> OldestFirst(KeyRange range, string? cursor, CancellationToken ct)
    {
        var rows = await table.List(range, int.MaxValue, ct);
        rows.Reverse();
        return cursor is null ? rows : [.. rows.SkipWhile(row => string.CompareOrdinal(row.GetString(Columns.Id), cursor) <= 0)];
    }

    /// <summary>From a copy; or from the record itself when that is too long to be copied.</summary>
    async Task<Stored<T>?> Whole<T>(Kind<T> kind, string practice, TableEntity row, CancellationToken ct) where T : class =>
        BodyText.Read(row) is { } body ? Read(kind, row, body) : await Find(kind, practice, row.GetString(Columns.Id)!, ct);

    static Stored<T> Read<T>(Kind<T> kind, TableEntity row, string body) where T : class =>
        new(row.GetString(Columns.Id)!, row.GetInt64(Columns.Revision)!.Value, kind.Read(body));
}
