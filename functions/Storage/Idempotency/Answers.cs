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
    const string Status = "Answered";

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
            if (await table.Submit([action]) is Submitted.Done) return null;
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

    static bool IsOver(TableEntity row, DateTimeOffset now)
    {
        var begun = Moment.From(row.GetInt64(Columns.At)!.Value);
        return begun <= now - Kept || row.GetInt32(Status) is null && begun <= now - Unfinished;
    }
}
