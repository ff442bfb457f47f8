using System.Text.Json.Nodes;
using AesthetixWorkflows.Core.Records;

namespace AesthetixWorkflows.Catalogue.Telling;

/// <summary>A note as facts of an event.</summary>
public static class NoteFacts
{
    public static JsonObject Of(string id, Note note)
    {
        var facts = new JsonObject { ["id"] = id, ["body"] = note.Text, ["authorId"] = note.By };
        if (note.AppointmentId is not null) facts["appointmentId"] = note.AppointmentId;
        return facts;
    }
}
