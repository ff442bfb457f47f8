using AesthetixWorkflows.Catalogue.Acting;
using AesthetixWorkflows.Core.Records;

namespace AesthetixWorkflows.Runtime.Simulating.Reporting;

/// <summary>"Showed", "cancelled", "moved": the visit was booked before the story begins, when the practice does not know it.</summary>
static class VisitNews
{
    public static async Task<TriedEvent> Of(
        TriedEvent e, string practice, string contactId, IRecords records, Func<string, string> newId, DateTimeOffset now, ChangeSet changes, CancellationToken ct)
    {
        var (id, external) = (e.Text("appointment", "id"), e.Text("appointment", "externalId"));
        var known = id is null ? null : await records.Find(Kinds.Appointment, practice, id, ct);
        if (known is null && external is not null) known = await records.FindBy(Kinds.Appointment, practice, "external", external, ct);
        if (known is not null)
        {
            // Whoever tries what a confirmation does may try it with a visit that is confirmed already: this is what confirmed it.
            changes.Put(Kinds.Appointment, known.Id, known.Body with { StatusAt = now }, known.Revision);
            return e;
        }
        id ??= newId(Kinds.Appointment.Prefix);
        changes.Put(Kinds.Appointment, id, new Appointment
        {
            ContactId = contactId, ExternalId = external, StartsAt = e.At("appointment", "startsAt") ?? now, CalendarId = e.Text("appointment", "calendarId"),
            Title = e.Text("appointment", "title"), Service = e.Text("appointment", "service"), UserId = e.Text("appointment", "userId"), ModifiedBy = "customer", CreatedAt = now,
            // Also "new" is news of it, which has no status before the story.
            StatusAt = now,
        }, 0);
        return e.With("appointment", id);
    }
}
