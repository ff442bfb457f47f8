using AesthetixWorkflows.Catalogue.Describing;

namespace AesthetixWorkflows.Catalogue.Triggers;

/// <summary>A visit was moved.</summary>
static class AppointmentRescheduled
{
    public static readonly TriggerDescriptor Descriptor = new("appointment.rescheduled", "Appointment rescheduled", "Appointments",
        "Starts when an appointment moves to another time. Reminders that wait for it follow by themselves.",
        Config: [],
        Filters: [.. AppointmentFields.Filters, new("appointment.fromStartsAt", "Start before", "date")],
        MergeFields: [.. AppointmentFields.Merge, new("appointment.fromStartsAt", "Start before", "date")]);
}
