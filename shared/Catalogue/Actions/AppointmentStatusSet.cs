using AesthetixWorkflows.Catalogue.Acting;
using AesthetixWorkflows.Catalogue.Describing;
using AesthetixWorkflows.Catalogue.Triggers;
using AesthetixWorkflows.Core.Machine;
using AesthetixWorkflows.Core.Records;

namespace AesthetixWorkflows.Catalogue.Actions;

/// <summary>Sets the status of the appointment that the enrollment is about.</summary>
sealed class AppointmentStatusSet : ActionType
{
    public override ActionDescriptor Descriptor { get; } = new("appointment.status.set", "Set appointment status", "Appointments", "Sets the status of the appointment this workflow is about, for example to confirmed when the patient says so.",
        Config: [new("status", FieldKind.Choice, "Status", Required: true, Options: AppointmentFields.Statuses), Appointments.Which], Outputs: []);

    public override async Task<Outcome> Execute(ActionCall call, CancellationToken ct)
    {
        var wanted = call.Config.Need("status");
        if (!Enum.TryParse<AppointmentStatus>(wanted, ignoreCase: true, out var status) || !Enum.IsDefined(status)) return new Outcome.Failed("appointment.status.unknown", Retryable: false);
        if (await Appointments.OfEnrollment(call, ct) is not { Id: var id } stored) return new Outcome.Skipped("appointment.none");
        if (stored.Body.Status == status) return Outcome.Done.Plain;
        var after = stored.Body with { Status = status, ModifiedBy = "workflow", ModifiedById = call.Enrollment.WorkflowId };
        call.Changes.Put(Kinds.Appointment, id, after, stored.Revision);
        call.Raise("appointment.status.changed", await Appointments.Data(call, id, stored.Body, after, ct));
        return new Outcome.Done(id);
    }
}
