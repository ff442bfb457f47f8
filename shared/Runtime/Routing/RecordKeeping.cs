using AesthetixWorkflows.Core.Events;
using AesthetixWorkflows.Core.Records;
using AesthetixWorkflows.Runtime.Replies;

namespace AesthetixWorkflows.Runtime.Routing;

/// <summary>Writes down what an event says: the visit that was booked or moved, the message that came in or did not arrive, the invoice
/// that was paid, the task that was done. Other events are kept as they are.</summary>
public sealed class RecordKeeping(AppointmentKeeping appointments, PaperKeeping papers, TaskKeeping tasks, Conversation conversation, DeliveryKeeping delivery)
{
    /// <param name="answered">What an inbound message answers; set for those only.</param>
    /// <returns>The event as it is kept, and the contact after it.</returns>
    public async Task<(Kept Kept, Stored<Contact>? Contact)> Apply(
        PracticeEvent e, Stored<Contact>? contact, Answered? answered, DateTimeOffset now, ChangeSet changes, CancellationToken ct)
    {
        if (e.Type is "task.added" or "task.completed") return (await tasks.Apply(e, contact?.Id, now, changes, ct), contact);
        if (contact is null) return (new(e, null), null);
        switch (e.Type)
        {
            case "appointment.booked" or "appointment.rescheduled" or "appointment.status.changed":
                return (await appointments.Apply(e, contact.Id, now, changes, ct), contact);
            case "invoice.changed":
                return (await papers.Invoice(e, contact.Id, now, changes, ct), contact);
            case "document.changed":
                return (await papers.Document(e, contact.Id, now, changes, ct), contact);
            case "message.received" when answered is not null:
                var (kept, after) = await conversation.Receive(e, contact, answered, now, changes, ct);
                return (new(kept, null), after);
            case "email.event" or "sms.failed":
                return (new(e, null), delivery.Apply(e, contact, now, changes));
            default:
                return (new(e, null), contact);
        }
    }
}
