using AesthetixWorkflows.Catalogue.Acting;
using AesthetixWorkflows.Catalogue.Describing;
using AesthetixWorkflows.Core.Machine;

namespace AesthetixWorkflows.Catalogue.Actions;

/// <summary>Keeps a remark on a visit.</summary>
sealed class AppointmentNoteAdd : ActionType
{
    public override ActionDescriptor Descriptor { get; } = new("appointment.note.add", "Add appointment note", "Appointments", "Keeps a note on the appointment this workflow is about.",
        Config: [new("text", FieldKind.LongText, "Note", Required: true, MaxLength: 5000, Merge: true), Appointments.Which], Outputs: []);

    public override async Task<Outcome> Execute(ActionCall call, CancellationToken ct)
    {
        var text = call.Config.Need("text");
        return await Appointments.OfEnrollment(call, ct) is { } appointment ? Notes.Keep(call, appointment.Body.ContactId, text, appointment.Id) : new Outcome.Skipped("appointment.none");
    }
}
