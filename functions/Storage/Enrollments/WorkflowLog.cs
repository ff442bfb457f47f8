using System.Globalization;
using System.Text.Json;
using AesthetixWorkflows.Core.Machine;
using AesthetixWorkflows.Runtime.Ports;
using Azure.Data.Tables;

namespace AesthetixWorkflows.Functions.Storage;

/// <summary>The histories of all enrollments of a workflow, newest line first. A row is the lines of one commit.</summary>
static class WorkflowLog
{
    /// <summary>A filter that keeps little gives a short page and a place to go on rather than reading for ever.</summary>
    const int MostRows = 4 * Table.Page;
    /// <summary>A row is found by its last line; its first may be a little older.</summary>
    static readonly TimeSpan Slack = TimeSpan.FromHours(1);

    public static async Task<LogPage> Read(Table table, string practice, LogQuery query, CancellationToken ct)
    {
        var (limit, partition) = (Math.Clamp(query.Limit, 1, 1000), RowKeys.Practice(practice));
        var found = new List<(WorkflowLine Line, string Place)>();
        var (seen, last, more) = (0, (string?)null, false);
        var (from, passed) = Place(query.Cursor);
        if (from is not null && passed > 0 && await table.Find(new(partition, from), ct) is { } begun) found.AddRange(Lines(begun, query).Where(l => l.Passed > passed).Select(l => (l.Line, l.Place)));

        var path = RowKeys.LogOfWorkflow(query.WorkflowId);
        var range = new KeyRange(partition, path, from)
            .Where(Columns.Contact, query.ContactId).From(Columns.At, query.From).Before(Columns.At, query.To + Slack);
        if (found.Count <= limit)
            await table.Visit(range, Math.Min(Table.Page, limit + 1), null, rows =>
            {
                foreach (var row in rows) found.AddRange(Lines(row, query).Select(l => (l.Line, l.Place)));
                if (rows is [.., var end]) last = end.RowKey;
                more = found.Count <= limit && (seen += rows.Count) >= MostRows;
                return found.Count <= limit && !more;
            }, ct);
        if (found.Count <= limit) return new([.. found.Select(f => f.Line)], more && last is not null ? $"0:{last}" : null);
        return new([.. found.Take(limit).Select(f => f.Line)], found[limit - 1].Place);
    }

    /// <summary>Those that the query keeps, newest first, each with the place from which the next page begins.</summary>
    static IEnumerable<(WorkflowLine Line, int Passed, string Place)> Lines(TableEntity row, LogQuery query)
    {
        var (entries, first) = (JsonSerializer.Deserialize(BodyText.Read(row)!, LogShape.Default.ListLogEntry)!, row.GetInt64(Columns.First)!.Value);
        for (var i = entries.Count - 1; i >= 0; i--)
        {
            var passed = entries.Count - i;
            if (query.Keeps(entries[i]))
                yield return (new(row.GetString(Columns.Id)!, row.GetString(Columns.Contact), first + i, entries[i]), passed, string.Create(CultureInfo.InvariantCulture, $"{passed}:{row.RowKey}"));
        }
    }

    static (string? Key, int Passed) Place(string? cursor)
    {
        if (cursor is null) return (null, 0);
        var colon = cursor.IndexOf(':', StringComparison.Ordinal);
        return (cursor[(colon + 1)..], int.Parse(cursor.AsSpan(0, colon), NumberStyles.None, CultureInfo.InvariantCulture));
    }
}
