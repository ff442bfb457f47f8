using System.Text;
using System.Text.Json;
using AesthetixWorkflows.Core.Events;
using AesthetixWorkflows.Core.Records;
using AesthetixWorkflows.Runtime.Ports;

namespace AesthetixWorkflows.Local.Storage;

/// <summary>Reading events: one, a page newest first, and those still to be routed.</summary>
static class EventReads
{
    public static StoredEvent? Find(Database database, string practice, string id)
    {
        if (database.Names.Find(practice) is not { } owner) return null;
        using var row = database.Use("SELECT contact, result, body FROM event WHERE practice = ? AND id = ?").With(owner).With(id);
        return row.Step() ? Read(row) : null;
    }

    public static EventPage List(Database database, string practice, string? type, string? contactId, string? result, int asked, string? cursor)
    {
        if (database.Names.Find(practice) is not { } owner) return new([], null);
        var sql = new StringBuilder("SELECT contact, result, body FROM event WHERE practice = ?");
        if (type is not null) sql.Append(" AND type = ?");
        if (contactId is not null) sql.Append(" AND contact = ?");
        if (result is not null) sql.Append(" AND (result = ? OR (result > ? AND result < ?))");
        if (cursor is not null) sql.Append(" AND id < ?");

        var limit = Paging.Limit(asked);
        using var rows = database.Use(sql.Append(" ORDER BY id DESC LIMIT ?").ToString()).With(owner);
        if (type is not null) rows.With(type);
        if (contactId is not null) rows.With(contactId);
        // "unmatched" asks for every "unmatched:…"; a semicolon is what follows a colon.
        if (result is not null) rows.With(result).With(result + ":").With(result + ";");
        if (cursor is not null) rows.With(cursor);
        rows.With(limit + 1);

        var items = new List<StoredEvent>();
        while (rows.Step()) items.Add(Read(rows));
        return new(Paging.Cut(items, limit, i => i.Event.Id, out var next), next);
    }

    public static IReadOnlyList<PracticeEvent> Unrouted(Database database, int limit)
    {
        using var rows = database.Use("SELECT e.contact, e.result, e.body FROM unrouted u JOIN event e ON e.number = u.event ORDER BY u.event LIMIT ?").With(limit);
        var events = new List<PracticeEvent>();
        while (rows.Step()) events.Add(Read(rows).Event);
        return events;
    }

    /// <summary>The body is as it came; whom it concerned was found out later.</summary>
    static StoredEvent Read(Statement row)
    {
        var e = JsonSerializer.Deserialize(row.Bytes(2), Shapes.Default.PracticeEvent) ?? throw new JsonException("An event is null.");
        return new(e with { ContactId = row.TextOrNull(0) }, row.TextOrNull(1));
    }
}
