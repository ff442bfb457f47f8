using System.Text.Json;
using AesthetixWorkflows.Catalogue.Acting;
using AesthetixWorkflows.Core.Records;
using AesthetixWorkflows.Runtime.Simulating.Reporting;

namespace AesthetixWorkflows.Runtime.Simulating;

/// <summary>Some events tell of a record that is there or has been changed already: whoever reports "a tag was added" has added it,
/// whoever reports "the call is done" has ticked it off. A scripted one must find things so, too, and may leave it to the
/// story which record is meant.</summary>
public static class Beforehand
{
    /// <param name="contactId">Whom the story is about; null while nobody is known.</param>
    /// <param name="newId">Makes an id with a prefix.</param>
    /// <param name="changes">Takes what is to be so before the event.</param>
    /// <returns>The event, with the record that it is about.</returns>
    public static async Task<TriedEvent> Prepare(
        TriedEvent e, string practice, string? contactId, IRecords records, Func<string, string> newId, DateTimeOffset now, ChangeSet changes, CancellationToken ct = default)
    {
        if (contactId is null || await records.Find(Kinds.Contact, practice, contactId, ct) is not { } contact) return e;
        if (ContactNews.Of(e, contact.Body, now) is var changed && changed != contact.Body) changes.Put(Kinds.Contact, contactId, changed, contact.Revision);
        return e.Data.ValueKind is not JsonValueKind.Object ? e : e.Type switch
        {
            "appointment.status.changed" or "appointment.rescheduled" => await VisitNews.Of(e, practice, contactId, records, newId, now, changes, ct),
            "task.completed" => await TaskNews.Of(e, practice, contactId, records, ct),
            "document.changed" or "invoice.changed" => await PaperNews.Of(e, practice, contactId, records, ct),
            _ when e.Type.StartsWith("opportunity.", StringComparison.Ordinal) => await SaleNews.Of(e, practice, contactId, records, newId, now, changes, ct),
            _ => e,
        };
    }
}
