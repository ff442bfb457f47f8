using AesthetixWorkflows.Core.Events;
using AesthetixWorkflows.Core.Records;

namespace AesthetixWorkflows.Runtime.Routing;

/// <summary>Writes down what an event says: the visit that was booked or moved, the message that came in or did not arrive, the invoice
/// that was paid, the task that was done. Other events are kept as they are.</summary>
public sealed class RecordKeeping(AppointmentKeeping appointments, PaperKeeping papers, TaskKeeping tasks, Conversation conversation, DeliveryKeeping delivery)
{
    /// <returns>The event as it is kept, and the contact after it.</returns>
    public async Task<(Kept Kept, Stored<Contact>? Contact)> Apply(
        PracticeEvent e, Stored<Contact>? contact, DateTimeOffset now, ChangeSet changes, CancellationToken ct)
    {
        if (e.Type is "task.added" or "task.completed") return (await tasks.Apply(e, contact?.Id, now, changes, ct), contact);
        if (contact is null) return (new(e, null), null);
        return e.Type switch
        {
            "appointment.booked" or "appointment.rescheduled" or "appointment.status.changed" =>
                (await appointments.Apply(e, contact.Id, now, changes, ct), contact),
            "invoice.changed" => (await papers.Invoice(e, contact.Id, now, changes, ct), contact),
            "document.changed" => (await papers.Document(e, contact.Id, now, changes, ct), contact),
            "message.received" => (new(e, null), conversation.Receive(e, contact, now, changes)),
            "email.event" or "sms.failed" => (new(e, null), delivery.Apply(e, contact, now, changes)),
            _ => (new(e, null), contact),
        };
    }
}
