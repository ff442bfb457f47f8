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
            : await OldestFirst(RowKeys.Practice(practice), prefix, listing.Cursor is { } before ? prefix + RowKeys.Newest(before) : null, limit + 1, ct);
        var kept = Paging.Cut(rows, limit, row => row.GetString(Columns.Id)!, out var next);
        var items = await Task.WhenAll(kept.Select(row => Whole(kind, practice, row, ct)));
        return new([.. items.OfType<Stored<T>>()], next);
    }

    public async Task<IReadOnlyList<string>> Practices(CancellationToken ct)
    {
        var rows = await table.List(new(RowKeys.Practice(SharedRecords.Everybody), RowKeys.Knowns), int.MaxValue, ct);
        return [.. rows.Select(row => row.GetString(Columns.Id)!).Order(StringComparer.Ordinal)];
    }

    /// <summary>Keys run newest first and can't be read backwards. Up to a page of the service the rows themselves are read; of
    /// more only the keys, and then the rows of the last ones.</summary>
    /// <param name="before">The key of the last one seen; null: from the oldest.</param>
    async Task<List<TableEntity>> OldestFirst(string partition, string prefix, string? before, int count, CancellationToken ct)
    {
        var rows = await table.List(new(partition, prefix, before: before), Table.Page, ct);
        if (rows.Count == Table.Page)
        {
            var keys = new Queue<string>(rows.TakeLast(count + 1).Select(row => row.RowKey));
            await table.Visit(new(partition, prefix, after: rows[^1].RowKey, before: before), Table.Page, KeyOnly, page =>
            {
                foreach (var row in page)
                {
                    keys.Enqueue(row.RowKey);
                    if (keys.Count > count + 1) keys.Dequeue();
                }
                return true;
            }, ct);
            rows = await table.List(new(partition, prefix, after: keys.Peek(), before: before), count, ct);
        }
        rows.Reverse();
        return rows;
    }

    static readonly string[] KeyOnly = ["RowKey"];

    /// <summary>From a copy; or from the record itself when that is too long to be copied.</summary>
    async Task<Stored<T>?> Whole<T>(Kind<T> kind, string practice, TableEntity row, CancellationToken ct) where T : class =>
        BodyText.Read(row) is { } body ? Read(kind, row, body) : await Find(kind, practice, row.GetString(Columns.Id)!, ct);

    static Stored<T> Read<T>(Kind<T> kind, TableEntity row, string body) where T : class =>
        new(row.GetString(Columns.Id)!, row.GetInt64(Columns.Revision)!.Value, kind.Read(body));
}
