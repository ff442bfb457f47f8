using System.Text.Json;
using AesthetixWorkflows.Core.Records;
using AesthetixWorkflows.Runtime.Ports;
using Azure.Data.Tables;

namespace AesthetixWorkflows.Functions.Storage;

/// <summary>Reading events: one, or a page newest first.</summary>
static class EventReads
{
    // Bodies behind pointers are read side by side, so many at a time.
    const int Chunk = 50;

    public static async Task<StoredEvent?> Find(Table table, string practice, string id, CancellationToken ct) =>
        await table.Find(new(RowKeys.Practice(practice), RowKeys.Event(id)), ct) is { } row ? Read(row) : null;

    /// <summary>The id of the event that came from this source under this id.</summary>
    public static async Task<string?> Earlier(Table table, string practice, string source, string sourceId, CancellationToken ct) =>
        (await table.Find(new(RowKeys.Practice(practice), RowKeys.Source(source, sourceId)), ct))?.GetString(Columns.Id);

    public static async Task<EventPage> List(
        Table table, string practice, string? type, string? contactId, string? result, int asked, string? cursor, CancellationToken ct)
    {
        var (partition, limit) = (RowKeys.Practice(practice), Paging.Limit(asked));
        var items = new List<StoredEvent>();
        if ((type, contactId, result) is (null, null, null))
        {
            var rows = await table.List(After(partition, RowKeys.Events, cursor), limit + 1, ct);
            items.AddRange(rows.Select(Read));
        }
        else
        {
            // The rarest path that the question names; the rest is looked at in the bodies.
            var path = contactId is not null ? RowKeys.EventsOfContact(contactId) : result is not null ? RowKeys.EventsOfResult(result) : RowKeys.EventsOfType(type!);
            bool Fits(StoredEvent e) => (type is null || e.Event.Type == type) && (contactId is null || e.Event.ContactId == contactId) && (result is null || Is(e.Result, result));
            for (var last = cursor; items.Count <= limit;)
            {
                var pointers = await table.List(After(partition, path, last), Math.Min(limit + 1, Chunk), ct);
                var found = await Task.WhenAll(pointers.Select(pointer => Find(table, practice, pointer.GetString(Columns.Id)!, ct)));
                items.AddRange(found.OfType<StoredEvent>().Where(Fits));
                if (pointers.Count < Math.Min(limit + 1, Chunk)) break;
                last = pointers[^1].GetString(Columns.Id);
            }
        }
        return new(Paging.Cut(items, limit, i => i.Event.Id, out var next), next);
    }

    static KeyRange After(string partition, string path, string? last) => new(partition, path, last is null ? null : path + RowKeys.Newest(last));

    /// <summary><c>unmatched</c> asks for every <c>unmatched:…</c>.</summary>
    static bool Is(string? result, string asked) => result == asked || result?.StartsWith(asked + ":", StringComparison.Ordinal) == true;

    /// <summary>The body is as it came; whom it concerned was found out later.</summary>
    static StoredEvent Read(TableEntity row)
    {
        var e = JsonSerializer.Deserialize(BodyText.Read(row)!, Shapes.Default.PracticeEvent) ?? throw new JsonException("An event is null.");
        return new(e with { ContactId = row.GetString(Columns.Contact) }, row.GetString(Columns.Result));
    }
}
