using AesthetixWorkflows.Catalogue.Describing;

namespace AesthetixWorkflows.Catalogue.Triggers;

/// <summary>A visit was confirmed, cancelled, kept or missed.</summary>
static class AppointmentStatusChanged
{
    public static readonly TriggerDescriptor Descriptor = new("appointment.status.changed", "Appointment status changed", "Appointments",
        "Starts when an appointment is confirmed or cancelled, or the patient showed or did not. Filter by the new status.",
        Config: [],
        Filters: [.. AppointmentFields.Filters, new("appointment.fromStatus", "Status before", "text", AppointmentFields.Statuses)],
        MergeFields: [.. AppointmentFields.Merge, new("appointment.fromStatus", "Status before")]);
}
