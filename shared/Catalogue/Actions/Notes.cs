using AesthetixWorkflows.Catalogue.Acting;
using AesthetixWorkflows.Catalogue.Contacts;
using AesthetixWorkflows.Catalogue.Telling;
using AesthetixWorkflows.Core.Machine;
using AesthetixWorkflows.Core.Records;

namespace AesthetixWorkflows.Catalogue.Actions;

/// <summary>Keeping a note, and saying so.</summary>
static class Notes
{
    public static Outcome Keep(ActionCall call, string contactId, string text, string? appointmentId = null)
    {
        var id = call.NewId(Kinds.Note.Prefix);
        var note = new Note(contactId, text, "workflow", call.Now, call.Enrollment.Id, appointmentId);
        call.Changes.Put(Kinds.Note, id, note);
        call.Raise("note.added", ContactWriting.About(contactId, ("note", NoteFacts.Of(id, note))));
        return new Outcome.Done(id);
    }
}
