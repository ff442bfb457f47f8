using Azure;
using Azure.Data.Tables;

namespace AesthetixWorkflows.Functions.Storage;

/// <summary>The one table: rows by key, ranges in order, and transactions. Counts what it asks for.</summary>
sealed class Table(TableClient client)
{
    /// <summary>The service's largest page.</summary>
    public const int Page = 1000;

    public StoreTraffic Traffic { get; } = new();

    public async Task<TableEntity?> Find(RowId row, CancellationToken ct)
    {
        Traffic.Read();
        try
        {
            var answer = await client.GetEntityIfExistsAsync<TableEntity>(row.Partition, row.Key, cancellationToken: ct);
            return answer.HasValue ? answer.Value : null;
        }
        catch (Exception e) when (Outage.Is(e, ct))
        {
            throw Outage.Describe(e);
        }
    }

    /// <summary>The first rows of a range, in order of their keys.</summary>
    public async Task<List<TableEntity>> List(KeyRange range, int limit, CancellationToken ct, string[]? columns = null)
    {
        var rows = new List<TableEntity>();
        var pages = client.QueryAsync<TableEntity>(range.Filter, Math.Min(limit, Page), columns, ct).AsPages();
        try
        {
            await foreach (var page in pages)
            {
                Traffic.Query();
                rows.AddRange(page.Values);
                if (rows.Count >= limit) break;
            }
        }
        catch (Exception e) when (Outage.Is(e, ct))
        {
            throw Outage.Describe(e);
        }
        if (rows.Count > limit) rows.RemoveRange(limit, rows.Count - limit);
        return rows;
    }

    /// <summary>All of it or none. Once begun it can't be taken back, so it takes no token.</summary>
    public async Task<Submitted> Submit(IReadOnlyList<TableTransactionAction> actions)
    {
        Traffic.Transaction(actions.Count);
        try
        {
            var answer = await client.SubmitTransactionAsync(actions, CancellationToken.None);
            return new Submitted.Done([.. answer.Value.Select(part => part.Headers.ETag)]);
        }
        catch (TableTransactionFailedException e) when (e is { Status: 404 or 409 or 412, FailedTransactionActionIndex: { } at, ErrorCode: not "TableNotFound" })
        {
            return new Submitted.Refused(at, e.Status);
        }
        catch (Exception e) when (Outage.Is(e, CancellationToken.None))
        {
            throw Outage.Describe(e);
        }
    }
}

readonly record struct RowId(string Partition, string Key);

/// <summary>How a transaction ended.</summary>
abstract record Submitted
{
    private Submitted() { }

    /// <param name="ETags">Of each row, as it is now; null for those that are gone.</param>
    public sealed record Done(IReadOnlyList<ETag?> ETags) : Submitted;

    /// <summary>The row was not as the action wants it: there (409), changed (412) or gone (404). Nothing was written.</summary>
    public sealed record Refused(int At, int Status) : Submitted;
}
