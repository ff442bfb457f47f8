using System.Text.Json;
using AesthetixWorkflows.Core.Enrollments;
using AesthetixWorkflows.Core.Events;
using AesthetixWorkflows.Core.Machine;
using AesthetixWorkflows.Core.Records;

namespace AesthetixWorkflows.Specs.Storage;

/// <summary>Things to store.</summary>
static class Sample
{
    public static readonly DateTimeOffset Noon = new(2026, 3, 2, 12, 0, 0, TimeSpan.Zero);

    public static Contact Contact(string? email = null, string? phone = null) =>
        new() { FirstName = "Ada", Email = email, Phone = phone, CreatedAt = Noon };

    public static Message Message(string contactId, string text = "See you tomorrow") => new()
    {
        ContactId = contactId, Channel = "sms", Direction = Direction.Out, Status = MessageStatus.Sent, Text = text, At = Noon,
    };

    public static Enrollment Enrollment(string id, string contact = "con_1", string workflow = "wf_1", string practice = "prac_here") => new()
    {
        Id = id, Practice = practice, WorkflowId = workflow, Version = 3, ContactId = contact, ScopeKey = "contact", Zone = "Europe/Madrid",
        EnrolledAt = Noon, StepId = "s1", Pending = new Pending.Action($"{id}/s1/1", 1, null),
    };

    public static Enrollment Asleep(string id, DateTimeOffset until) => Enrollment(id) with
    {
        Status = EnrollmentStatus.Waiting, Pending = new Pending.Timer($"{id}/s1/1", "delay", Noon, until),
    };

    public static Enrollment Over(Enrollment e) => e with
    {
        Status = EnrollmentStatus.Completed, Pending = Pending.Nothing.Instance, StepId = null, Reason = "finished", FinishedAt = Noon,
    };

    public static PracticeEvent Event(string id, string sourceId = "", string? contact = null, string type = "form.submitted", string practice = "prac_here") => new(
        id, practice, "website", sourceId.Length == 0 ? id : sourceId, type, Noon, contact, JsonElement.Parse("""{"form":{"id":"f1"}}"""));

    public static LogEntry Line(string step) => new(Noon, Happened.Done, step, 1);

    public static Input Reply(string id) => new Input.Signalled(new Signal(id, SignalKind.Replied, Noon, "sms"));
}
