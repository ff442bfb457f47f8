using System.Text.Json.Nodes;
using System.Text.Json;
using AesthetixWorkflows.Catalogue.Acting;
using AesthetixWorkflows.Catalogue.Contacts;
using AesthetixWorkflows.Catalogue.Describing;
using AesthetixWorkflows.Catalogue.Triggers;
using AesthetixWorkflows.Core.Machine;
using AesthetixWorkflows.Core.Records;

namespace AesthetixWorkflows.Catalogue.Actions;

/// <summary>Sets the status of the appointment that the enrollment is about.</summary>
sealed class AppointmentStatusSet : ActionType
{
    public override ActionDescriptor Descriptor { get; } = new("appointment.status.set", "Set appointment status", "Appointments", "Sets the status of the appointment this workflow is about, for example to confirmed when the patient says so.",
        Config: [new("status", FieldKind.Choice, "Status", Required: true, Options: AppointmentFields.Statuses)], Outputs: []);

    public override async Task<Outcome> Execute(ActionCall call, CancellationToken ct)
    {
        var wanted = call.Config.Need("status");
        if (!Enum.TryParse<AppointmentStatus>(wanted, ignoreCase: true, out var status) || !Enum.IsDefined(status)) return new Outcome.Failed("appointment.status.unknown", Retryable: false);
        if (Scoped.Id(call, "appointment") is not { } id || await call.Records.Find(Kinds.Appointment, call.PracticeId, id, ct) is not { } stored) return new Outcome.Skipped("appointment.none");
        if (stored.Body.Status == status) return Outcome.Done.Plain;
        var after = stored.Body with { Status = status, ModifiedBy = "workflow" };
        call.Changes.Put(Kinds.Appointment, id, after, stored.Revision);
        call.Raise("appointment.status.changed", await Data(call, id, stored.Body, after, ct));
        return new Outcome.Done(id);
    }

    /// <summary>Without the clinic's notes: events travel further than records.</summary>
    static async Task<JsonObject> Data(ActionCall call, string id, Appointment before, Appointment after, CancellationToken ct)
    {
        var values = JsonSerializer.SerializeToNode(after, Kinds.Appointment.Json)!.AsObject();
        values.Remove("notes");
        values["id"] = id;
        values["fromStatus"] = JsonSerializer.SerializeToNode(before, Kinds.Appointment.Json)!["status"]?.DeepClone();
        if (after.CalendarId is { } calendarId && await call.Records.Find(Kinds.Calendar, call.PracticeId, calendarId, ct) is { } calendar)
        {
            values["calendarGroup"] = calendar.Body.Group;
            values["timeZone"] = calendar.Body.TimeZone;
        }
        return ContactWriting.About(after.ContactId, ("appointment", values));
    }
}
