using System.Text.Json.Nodes;
using AesthetixWorkflows.Catalogue.Acting;
using AesthetixWorkflows.Catalogue.Contacts;
using AesthetixWorkflows.Core.Machine;
using AesthetixWorkflows.Core.Records;

namespace AesthetixWorkflows.Catalogue.Actions;

/// <summary>Keeping a note, and saying so without its words.</summary>
static class Notes
{
    public static Outcome Keep(ActionCall call, string contactId, string text, string? appointmentId = null)
    {
        var id = call.NewId(Kinds.Note.Prefix);
        call.Changes.Put(Kinds.Note, id, new Note(contactId, text, "workflow", call.Now, call.Enrollment.Id, appointmentId));
        call.Raise("note.added", ContactWriting.About(contactId, ("note", new JsonObject { ["id"] = id, ["by"] = "workflow", ["appointmentId"] = appointmentId })));
        return new Outcome.Done(id);
    }
}
