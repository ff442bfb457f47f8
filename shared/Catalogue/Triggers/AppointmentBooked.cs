using AesthetixWorkflows.Catalogue.Describing;

namespace AesthetixWorkflows.Catalogue.Triggers;

/// <summary>A visit was booked.</summary>
static class AppointmentBooked
{
    public static readonly TriggerDescriptor Descriptor = new("appointment.booked", "Appointment booked", "Appointments",
        "Starts when an appointment is booked. Every appointment is followed by itself, so two visits get their own reminders.",
        Config: [],
        Filters: AppointmentFields.Filters,
        MergeFields: AppointmentFields.Merge,
        MakesContact: true);
}
