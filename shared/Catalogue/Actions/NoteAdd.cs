using AesthetixWorkflows.Catalogue.Acting;
using AesthetixWorkflows.Catalogue.Describing;
using AesthetixWorkflows.Core.Machine;

namespace AesthetixWorkflows.Catalogue.Actions;

/// <summary>Keeps a remark on the contact.</summary>
sealed class NoteAdd : ActionType
{
    public override ActionDescriptor Descriptor { get; } = new("note.add", "Add note", "Contacts", "Keeps a note on the contact.",
        Config: [new("text", FieldKind.LongText, "Note", Required: true, MaxLength: 10_000, Merge: true)], Outputs: []);

    public override Task<Outcome> Execute(ActionCall call, CancellationToken ct) =>
        Task.FromResult(Notes.Keep(call, call.ContactId, call.Config.Need("text")));
}
