using System.Text.Json;
using System.Text.Json.Nodes;
using AesthetixWorkflows.Catalogue.Acting;
using AesthetixWorkflows.Catalogue.Contacts;
using AesthetixWorkflows.Catalogue.Describing;
using AesthetixWorkflows.Core.Records;

namespace AesthetixWorkflows.Catalogue.Actions;

/// <summary>Finding the appointment that a step is about, and saying what happened to it.</summary>
static class Appointments
{
    public static readonly Field Which = new("appointmentId", FieldKind.Text, "Appointment", MaxLength: 100, Merge: true, MayBeEmpty: true, Help: "Left empty: the one this workflow is about.");

    public static async Task<Stored<Appointment>?> OfEnrollment(ActionCall call, CancellationToken ct) =>
        (call.Config.Text(Which.Name) ?? Scoped.Id(call, "appointment")) is { } id ? await call.Records.Find(Kinds.Appointment, call.PracticeId, id, ct) : null;

    /// <summary>Without the clinic's notes: events travel further than records.</summary>
    public static async Task<JsonObject> Data(ActionCall call, string id, Appointment? before, Appointment after, CancellationToken ct)
    {
        var values = JsonSerializer.SerializeToNode(after, Kinds.Appointment.Json)!.AsObject();
        values.Remove("notes");
        values["id"] = id;
        if (before is not null) values["fromStatus"] = JsonSerializer.SerializeToNode(before, Kinds.Appointment.Json)!["status"]?.DeepClone();
        if (after.CalendarId is { } calendarId && await call.Records.Find(Kinds.Calendar, call.PracticeId, calendarId, ct) is { } calendar)
        {
            values["calendarGroup"] = calendar.Body.Group;
            values["timeZone"] = calendar.Body.TimeZone;
        }
        return ContactWriting.About(after.ContactId, ("appointment", values));
    }
}
