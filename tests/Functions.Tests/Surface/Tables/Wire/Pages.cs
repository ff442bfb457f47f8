using Azure.Core;

namespace Azure.Data.Tables.Wire;

/// <summary>The answer to a query, page by page; the service says in two headers where the next page begins.</summary>
sealed class Pages<T>(Account account, string table, string? filter, int? maxPerPage, string? select, CancellationToken ct) : AsyncPageable<T>(ct)
    where T : class, ITableEntity
{
    public override async IAsyncEnumerable<Page<T>> AsPages(string? continuationToken = null, int? pageSizeHint = null)
    {
        var next = continuationToken;
        do
        {
            var response = Account.Insist(await account.Send(RequestMethod.Get, Path(next, pageSizeHint ?? maxPerPage), null, CancellationToken));
            next = Next(response);
            yield return Page<T>.FromValues([.. EntityJson.ReadMany(response.Content).Select(e => (T)(ITableEntity)e)], next, response);
        } while (next is not null);
    }

    string Path(string? next, int? top)
    {
        var query = new List<string>();
        if (filter is not null) query.Add($"$filter={Uri.EscapeDataString(filter)}");
        if (select is not null) query.Add($"$select={Uri.EscapeDataString(select)}");
        if (top is not null) query.Add($"$top={top}");
        if (next?.Split(' ') is [var partition, var row])
        {
            query.Add($"NextPartitionKey={Uri.EscapeDataString(partition)}");
            if (row.Length > 0) query.Add($"NextRowKey={Uri.EscapeDataString(row)}");
        }
        return $"{table}()?{string.Join('&', query)}";
    }

    static string? Next(Response response) =>
        response.Headers.TryGetValue("x-ms-continuation-NextPartitionKey", out var partition)
            ? $"{partition} {(response.Headers.TryGetValue("x-ms-continuation-NextRowKey", out var row) ? row : "")}"
            : null;
}
