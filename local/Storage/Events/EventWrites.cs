using System.Text.Json;
using AesthetixWorkflows.Core.Events;
using AesthetixWorkflows.Core.Records;

namespace AesthetixWorkflows.Local.Storage;

/// <summary>Keeping events once, and what became of them.</summary>
sealed class EventWrites(Database database)
{
    /// <returns>Null, or the id of the one that was there already from the same source with the same source id.</returns>
    public string? Apply(string practice, Change.Accept accept, byte[] body)
    {
        if (!Insert(practice, accept.Event, accept.Event.ContactId, null, body)) return Known(practice, accept.Event);
        database.Use("INSERT INTO unrouted (event) VALUES (?)").With(database.LastNumber).Run();
        return null;
    }

    /// <summary>An event that was never accepted (one the host made and routed in the same breath) is kept now.</summary>
    public void Apply(string practice, Change.Routed routed, byte[] body)
    {
        var owner = database.Names.Number(practice);
        if (Number(owner, routed.Event.Id) is not { } number)
        {
            var whole = body.Length > 0 ? body : JsonSerializer.SerializeToUtf8Bytes(routed.Event, Shapes.Default.PracticeEvent);
            Insert(practice, routed.Event, routed.ContactId, routed.Result, whole);
            return;
        }
        if (routed.ContactId is null || routed.ContactId == Contact(number))
            database.Use("UPDATE event SET result = ? WHERE number = ?").With(routed.Result).With(number).Run();
        else
            database.Use("UPDATE event SET result = ?, contact = ? WHERE number = ?").With(routed.Result).With(routed.ContactId).With(number).Run();
        if (routed.Rewritten) database.Use("UPDATE event SET body = ? WHERE number = ?").With(body).With(number).Run();
        database.Use("DELETE FROM unrouted WHERE event = ?").With(number).Run();
    }

    bool Insert(string practice, PracticeEvent e, string? contact, string? result, byte[] body) =>
        database.Use("INSERT OR IGNORE INTO event (practice, id, source, source_id, type, contact, result, body) VALUES (?, ?, ?, ?, ?, ?, ?, ?)")
            .With(database.Names.Number(practice)).With(e.Id).With(e.Source).With(e.SourceId).With(e.Type).With(contact).With(result).With(body).Run() == 1;

    long? Number(long practice, string id)
    {
        using var row = database.Use("SELECT number FROM event WHERE practice = ? AND id = ?").With(practice).With(id);
        return row.Step() ? row.Long(0) : null;
    }

    string Known(string practice, PracticeEvent e)
    {
        using var row = database.Use("SELECT id FROM event WHERE practice = ? AND source = ? AND source_id = ?")
            .With(database.Names.Number(practice)).With(e.Source).With(e.SourceId);
        return row.Step() ? row.Text(0) : e.Id;
    }

    string? Contact(long number)
    {
        using var row = database.Use("SELECT contact FROM event WHERE number = ?").With(number);
        return row.Step() ? row.TextOrNull(0) : null;
    }
}
