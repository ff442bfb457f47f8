using System.Collections.Immutable;
using System.Text.Json.Nodes;
using AesthetixWorkflows.Catalogue.Acting;
using AesthetixWorkflows.Catalogue.Contacts;
using AesthetixWorkflows.Catalogue.Describing;
using AesthetixWorkflows.Catalogue.Telling;
using AesthetixWorkflows.Core.Enrollments;
using AesthetixWorkflows.Core.Machine;
using AesthetixWorkflows.Core.Records;

namespace AesthetixWorkflows.Catalogue.Actions;

/// <summary>Work for a person, which the contact waits for: put on the desk's list once, and looked at again when it is done
/// (a <c>task.completed</c> event wakes the step) or when its time is over.</summary>
static class DeskWork
{
    /// <summary>Without a deadline it is looked at now and then all the same.</summary>
    static readonly TimeSpan LookAgain = TimeSpan.FromDays(30);

    public static readonly ImmutableArray<Field> Fields =
    [
        new("assignTo", FieldKind.Choice, "For", Options: [new("owner", "Whoever the contact is assigned to"), new("user", "One member of the team"), new("desk", "Whoever sees it first")]),
        new("userId", FieldKind.Reference, "Member of the team", Of: "user"),
        new("deadline", FieldKind.Duration, "Go on without it after", Help: "Left empty: the contact waits until it is done."),
        new("onDeadline", FieldKind.Choice, "If nobody did it", Options: [new("continue", "Go on"), new("fail", "Treat as failed")]),
    ];

    public static readonly ImmutableArray<MergeField> Outputs = [new("id", "Task id"), new("result", "How it went"), new("note", "What the team noted")];

    /// <param name="finished">What the result means.</param>
    /// <param name="text">What is to be approved.</param>
    public static async Task<Outcome> Await(ActionCall call, string kind, string title, string? script, Func<WorkTask, string, Outcome> finished, CancellationToken ct, string? text = null)
    {
        var id = call.LastingId(Kinds.Task.Prefix);
        if (await call.Records.Find(Kinds.Task, call.PracticeId, id, ct) is not { } stored) return Put(call, id, kind, title, script, text);
        var task = stored.Body;
        if (task.CompletedAt is not null) return Give(call, id, task.Result ?? "done", task.ResultNote, finished(task, id), task.Text);
        if (task.DueAt is not { } due || due > call.Now) return Waits(call, task);
        // Nobody is to do now what the workflow has gone on without.
        call.Changes.Put(Kinds.Task, id, task with { CompletedAt = call.Now, Result = "expired" }, stored.Revision);
        return Give(call, id, "expired", null, call.Config.Text("onDeadline") == "fail" ? new Outcome.Failed("task.expired", Retryable: false) : new Outcome.Done(id));
    }

    static Outcome.Held Put(ActionCall call, string id, string kind, string title, string? script, string? text)
    {
        var task = new WorkTask
        {
            ContactId = call.Contact?.Id,
            Title = title,
            Kind = kind,
            Script = script,
            Text = text,
            AssignedTo = call.Config.Text("assignTo") switch { "user" => call.Config.Need("userId"), "desk" => null, _ => call.Contact?.Body.AssignedTo },
            DueAt = call.Config.Text("deadline") is { } deadline ? Due.After(call.Now, call.Setting.Zone, deadline) : null,
            EnrollmentId = call.Enrollment.Id,
            WorkflowId = call.Enrollment.WorkflowId,
            StepId = call.Enrollment.StepId,
            EffectId = call.EffectId,
            CreatedAt = call.Now,
        };
        call.Changes.Put(Kinds.Task, id, task, 0);
        RaiseAdded(call, id, task);
        return Waits(call, task);
    }

    static Outcome.Held Waits(ActionCall call, WorkTask task) => new(PersonWait.Code, task.DueAt ?? call.Now + LookAgain, Open: task.DueAt is null);

    static Outcome Give(ActionCall call, string id, string result, string? note, Outcome outcome, string? text = null)
    {
        var output = new JsonObject { ["id"] = id, ["result"] = result, ["note"] = note, ["approved"] = result == "approved" };
        if (text is not null && result == "approved") output["text"] = text;
        call.Give(output);
        return outcome;
    }

    public static void RaiseAdded(ActionCall call, string id, WorkTask task)
    {
        var values = TaskFacts.Of(id, task);
        call.Raise("task.added", task.ContactId is { } contact ? ContactWriting.About(contact, ("task", values)) : new JsonObject { ["task"] = values });
    }
}
