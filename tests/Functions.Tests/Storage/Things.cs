using System.Text.Json;
using AesthetixWorkflows.Core.Enrollments;
using AesthetixWorkflows.Core.Events;
using AesthetixWorkflows.Core.Machine;
using AesthetixWorkflows.Core.Records;
using AesthetixWorkflows.Functions.Storage;

namespace AesthetixWorkflows.Functions.Tests.Storage;

/// <summary>Things to store.</summary>
static class Things
{
    public const string Here = "prac_here";
    public static readonly DateTimeOffset Noon = new(2026, 3, 2, 12, 0, 0, TimeSpan.Zero);

    public static ChangeSet Set(params Change[] changes)
    {
        var set = new ChangeSet(Here);
        foreach (var change in changes) set.Add(change);
        return set;
    }

    public static async Task Keep(this TablesStore store, params Change[] changes) => await store.Keep(Set(changes));

    public static async Task Keep(this TablesStore store, ChangeSet set)
    {
        var committed = await store.Commit(set);
        Assert.True(committed.Ok, committed.Conflict);
    }

    public static async Task Refuse(this TablesStore store, params Change[] changes)
    {
        var committed = await store.Commit(Set(changes));
        Assert.False(committed.Ok);
        Assert.False(string.IsNullOrEmpty(committed.Conflict));
    }

    public static Contact Contact(string? email = null) => new() { FirstName = "Ada", Email = email, CreatedAt = Noon };

    public static Change Put(string id, string? email = null, long? expected = null)
    {
        var contact = Contact(email);
        return new Change.Put("contact", id, Kinds.Contact.Write(contact), [.. Kinds.Contact.Lookups(contact)], expected);
    }

    public static Message Message(string text = "See you tomorrow") => new()
    {
        ContactId = "con_1", Channel = "sms", Direction = Direction.Out, Status = MessageStatus.Sent, Text = text, At = Noon,
    };

    public static Enrollment Enrollment(string id, string contact = "con_1", string workflow = "wf_1", string? eventId = null) => new()
    {
        Id = id, Practice = Here, WorkflowId = workflow, Version = 3, ContactId = contact, ScopeKey = "contact", Zone = "Europe/Madrid",
        EnrolledAt = Noon, StepId = "s1", Pending = new Pending.Action($"{id}/s1/1", 1, null), EventId = eventId,
    };

    public static Enrollment Over(Enrollment e) => e with
    {
        Status = EnrollmentStatus.Completed, Pending = Pending.Nothing.Instance, StepId = null, Reason = "finished", FinishedAt = Noon,
    };

    public static PracticeEvent Event(string id, string? sourceId = null, string? contact = null) => new(
        id, Here, "website", sourceId ?? id, "form.submitted", Noon, contact, JsonElement.Parse("""{"form":{"id":"f1"}}"""));

    public static LogEntry Line(string step) => new(Noon, Happened.Done, step, 1);

    public static Input Reply(string id) => new Input.Signalled(new Signal(id, SignalKind.Replied, Noon, "sms"));
}
