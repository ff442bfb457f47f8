using System.Collections.Concurrent;
using AesthetixWorkflows.Runtime.Ports;
using Azure;
using Azure.Data.Tables;

namespace AesthetixWorkflows.Functions.Storage;

/// <summary>Answers to requests with an idempotency key, good for a day.</summary>
sealed class Answers(Table table)
{
    static readonly TimeSpan Kept = TimeSpan.FromHours(24);
    /// <summary>No request takes this long: whoever began it died, and the key is free again.</summary>
    static readonly TimeSpan Unfinished = TimeSpan.FromMinutes(1);
    static readonly TimeSpan BetweenSweeps = TimeSpan.FromHours(1);
    const string Status = "Answered";

    readonly ConcurrentDictionary<string, DateTimeOffset> _swept = [];

    /// <summary>Null: the key was free and is ours now.</summary>
    public async Task<IdempotentAnswer?> Begin(string practice, string key, string bodyHash, DateTimeOffset now, CancellationToken ct)
    {
        var id = new RowId(RowKeys.Practice(practice), RowKeys.Answer(key));
        var row = new TableEntity(id.Partition, id.Key)
        {
            [Columns.Hash] = bodyHash, [Columns.At] = Moment.Of(now), [Columns.Set] = Guid.NewGuid().ToString("N"),
        };
        for (TableEntity? there = null; ;)
        {
            TableTransactionAction action = there is null
                ? new(TableTransactionActionType.Add, row)
                : new(TableTransactionActionType.UpdateReplace, row, there.ETag);
            if (await table.Submit([action]) is Submitted.Done)
            {
                await Sweep(id.Partition, now, ct);
                return null;
            }
            there = await table.Find(id, ct);
            // The answer to an earlier try of this very request was lost on the way.
            if (there?.GetString(Columns.Set) == row.GetString(Columns.Set)) return null;
            if (there is not null && !IsOver(there, now)) return new(there.GetString(Columns.Hash)!, there.GetInt32(Status), BodyText.Read(there));
        }
    }

    public async Task End(string practice, string key, int status, string? body)
    {
        var row = new TableEntity(RowKeys.Practice(practice), RowKeys.Answer(key)) { [Status] = status };
        if (body is not null) BodyText.Write(row, body);
        // One that is gone by now has nobody who asks for it.
        await table.Submit([new(TableTransactionActionType.UpdateMerge, row, ETag.All)]);
    }

    /// <summary>Now and then a request takes away what nobody asks for any more.</summary>
    async Task Sweep(string partition, DateTimeOffset now, CancellationToken ct)
    {
        if (_swept.GetOrAdd(partition, now) > now - BetweenSweeps) return;
        _swept[partition] = now;
        try
        {
            var old = await table.List(new KeyRange(partition, RowKeys.Answers).Before(Columns.At, now - Kept), 100, ct, ["PartitionKey", "RowKey"]);
            // One of them may have been begun anew meanwhile; then they are left for another time.
            if (old.Count > 0) await table.Submit([.. old.Select(row => new TableTransactionAction(TableTransactionActionType.Delete, new TableEntity(row.PartitionKey, row.RowKey), row.ETag))]);
        }
        catch (StoreUnavailableException)
        {
            // The key is the asker's all the same.
        }
    }

    static bool IsOver(TableEntity row, DateTimeOffset now)
    {
        var begun = Moment.From(row.GetInt64(Columns.At)!.Value);
        return begun <= now - Kept || row.GetInt32(Status) is null && begun <= now - Unfinished;
    }
}
