using System.Text.Json;
using AesthetixWorkflows.Runtime.Ports;

namespace AesthetixWorkflows.Functions.Storage;

/// <summary>Enrollments one by one, the live ones of a contact, what re-entry is decided on, and histories.</summary>
sealed class EnrollmentReads(Table table, Memory memory)
{
    public async Task<StoredEnrollment?> Find(string practice, string id, CancellationToken ct)
    {
        if (await table.Find(new(RowKeys.Practice(practice), RowKeys.Enrollment(id)), ct) is not { } row) return null;
        memory.Remember(row);
        return EnrollmentRow.Read(row);
    }

    public async Task<IReadOnlyList<StoredEnrollment>> LiveOf(string practice, string contactId, CancellationToken ct)
    {
        var rows = await table.List(new KeyRange(RowKeys.Practice(practice), RowKeys.OfContact("", contactId)).Where(Columns.Live, true), int.MaxValue, ct);
        rows.Reverse();
        return [.. rows.Select(EnrollmentRow.Read)];
    }

    public async Task<EntryHistory> HistoryOf(
        string practice, string workflowId, string? contactId, string scopeKey, DateTimeOffset recentSince, CancellationToken ct)
    {
        var rows = await table.List(
            new KeyRange(RowKeys.Practice(practice), RowKeys.OfContact(workflowId, contactId)).Where(Columns.Workflow, workflowId),
            int.MaxValue, ct, [Columns.Id, Columns.Scope, Columns.Live, Columns.At]);
        var scope = rows.Where(row => row.GetString(Columns.Scope) == scopeKey).ToLookup(row => row.GetBoolean(Columns.Live)!.Value, row => row.GetString(Columns.Id)!);
        var finished = scope[false].FirstOrDefault() is { } last ? await Find(practice, last, ct) : null;
        return new(
            scope[true].Count() + scope[false].Count(), scope[true].FirstOrDefault(), finished,
            rows.Count(row => Moment.From(row.GetInt64(Columns.At)!.Value) >= recentSince));
    }

    public async Task<IReadOnlyList<LogLine>> LogOf(string practice, string enrollmentId, int limit, long after, CancellationToken ct)
    {
        limit = Paging.Limit(limit);
        var prefix = RowKeys.LogOf(enrollmentId);
        var rows = await table.List(new(RowKeys.Practice(practice), prefix, after > 0 ? RowKeys.Log(enrollmentId, after) : null), limit, ct);
        return
        [
            .. rows.SelectMany(row => JsonSerializer.Deserialize(BodyText.Read(row)!, LogShape.Default.ListLogEntry)!
                    .Select((entry, i) => new LogLine(row.GetInt64(Columns.First)!.Value + i, entry)))
                .Where(line => line.Seq > after).Take(limit),
        ];
    }
}
