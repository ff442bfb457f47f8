using System.Collections.Immutable;
using AesthetixWorkflows.Catalogue.Describing;

namespace AesthetixWorkflows.Catalogue.Triggers;

/// <summary>What is known about an appointment.</summary>
static class AppointmentFields
{
    public static readonly ImmutableArray<Option> Statuses =
    [
        new("new", "New"), new("confirmed", "Confirmed"), new("cancelled", "Cancelled"), new("showed", "Showed"), new("noshow", "No-show"), new("invalid", "Invalid"),
    ];

    static readonly ImmutableArray<Option> Modifiers = [new("customer", "Patient"), new("user", "Team"), new("workflow", "Workflow"), new("api", "Other system")];

    public static readonly ImmutableArray<FilterField> Filters = ContactFilters.And(
        new("appointment.status", "Status", "text", Statuses), new("appointment.calendarId", "Calendar", "text", Of: "calendar"),
        new("appointment.calendarGroup", "Calendar group", "text"), new("appointment.service", "Treatment", "text"),
        new("appointment.services", "Treatments of this visit", "list"), new("appointment.category", "Kind of treatment", "text"), new("appointment.title", "Title", "text"),
        new("appointment.location", "Location", "text"), new("appointment.userId", "With", "text", Of: "user"),
        new("appointment.modifiedBy", "Changed by", "text", Modifiers), new("appointment.modifiedById", "Changed by whom exactly", "text", Of: "user"),
        new("appointment.rescheduled", "Was rescheduled", "flag"), new("appointment.recurring", "Is one of a series", "flag"),
        new("appointment.startsAt", "Starts", "date"), new("appointment.endsAt", "Ends", "date"));

    public static readonly ImmutableArray<MergeField> Merge =
    [
        new("appointment.id", "Appointment id"), new("appointment.calendarId", "Calendar id"), new("appointment.calendarGroup", "Calendar group"),
        new("appointment.status", "Appointment status"), new("appointment.startsAt", "Appointment start", "date"), new("appointment.endsAt", "Appointment end", "date"),
        new("appointment.title", "Appointment title"), new("appointment.service", "Treatment", Sensitive: true), new("appointment.location", "Location"),
        new("appointment.services", "Treatments of this visit", "list", Sensitive: true), new("appointment.category", "Kind of treatment", Sensitive: true),
        new("appointment.modifiedBy", "Changed by"), new("appointment.modifiedById", "Id of who changed it"), new("appointment.recurring", "Is one of a series", "flag"),
        new("appointment.userId", "Team member's id"), new("appointment.rescheduled", "Was rescheduled", "flag"),
        new("appointment.timeZone", "Appointment time zone"),
    ];
}
