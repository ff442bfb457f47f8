using AesthetixWorkflows.Core.Events;
using AesthetixWorkflows.Core.Records;

namespace AesthetixWorkflows.Runtime.Routing;

/// <summary>Writes down what an event says: the visit that was booked or moved, the message that came in or did not arrive.</summary>
public sealed class RecordKeeping(AppointmentKeeping appointments, Conversation conversation, DeliveryKeeping delivery)
{
    /// <returns>The event as it is kept, and the contact after it.</returns>
    public async Task<(Kept Kept, Stored<Contact>? Contact)> Apply(
        PracticeEvent e, Stored<Contact>? contact, DateTimeOffset now, ChangeSet changes, CancellationToken ct)
    {
        if (contact is null) return (new(e, null), null);
        return e.Type switch
        {
            "appointment.booked" or "appointment.rescheduled" or "appointment.status.changed" =>
                (await appointments.Apply(e, contact.Id, now, changes, ct), contact),
            "message.received" => (new(e, null), conversation.Receive(e, contact, now, changes)),
            "email.event" or "sms.failed" => (new(e, null), delivery.Apply(e, contact, now, changes)),
            _ => (new(e, null), contact),
        };
    }
}
