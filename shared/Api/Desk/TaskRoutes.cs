using System.Text.Json.Nodes;
using AesthetixWorkflows.Api.Access;
using AesthetixWorkflows.Api.Bodies;
using AesthetixWorkflows.Api.Events;
using AesthetixWorkflows.Api.Listing;
using AesthetixWorkflows.Api.Problems;
using AesthetixWorkflows.Api.Revealing;
using AesthetixWorkflows.Catalogue.Telling;
using AesthetixWorkflows.Core.Records;

namespace AesthetixWorkflows.Api.Desk;

/// <summary>What a caller may set on a task; <c>completedAt</c> or a <c>result</c> completes it.</summary>
/// <param name="Text">The words to approve, as they shall be used; of an approval that asks for some, until it is decided.</param>
/// <param name="Result">How it went; <c>approved</c> or <c>rejected</c> for an approval.</param>
public sealed record TaskFields(
    string? ContactId = null, string? Title = null, string? Description = null, string? AssignedTo = null, [property: OrDay] DateTimeOffset? DueAt = null, DateTimeOffset? CompletedAt = null,
    string? Text = null, string? Result = null, string? ResultNote = null);

/// <summary>Tasks of the team. Completing one that a workflow waits for lets its contact go on.</summary>
static class TaskRoutes
{
    public static void Map(IEndpointRouteBuilder api) => RecordRoutes.Map<WorkTask, TaskFields>(api, new()
    {
        Path = "/tasks",
        Tag = "Tasks",
        Kind = Kinds.Task,
        Read = Scopes.ContactsRead,
        Write = Scopes.ContactsWrite,
        Required = ["title"],
        Given = now => new JsonObject { ["createdAt"] = now },
        Settle = Settle,
        Refuse = async (store, practice, task, ct) => Wrong(task) ?? await store.Missing(Kinds.Contact, practice, "contactId", task.ContactId, ct),
        Keep = task => task is { EffectId: not null, CompletedAt: null } ? new(Codes.TaskAwaited) : null,
        Events = Events,
        Masked = Masked.Of,
        ContactOf = task => task.ContactId,
        Filter = request => Filter(Query.Choice<Openness>("status", request.Query["status"]), request.Query["kind"], request.Query["assignedTo"]),
    });

    static Func<WorkTask, bool>? Filter(Openness? wanted, string? kind, string? user) => wanted is null && kind is null && user is null ? null
        : task => (wanted is null || (task.CompletedAt is null) == (wanted is Openness.Open)) && (kind is null || task.Kind == kind) && (user is null || task.AssignedTo == user);

    static WorkTask Settle(WorkTask? before, WorkTask after, Writing writing) => Reworded(before, after) is { } wrong ? throw new RefusedException(wrong) : after switch
    {
        { Result: not null, CompletedAt: null } when before?.Result is null => after with { CompletedAt = writing.Now },
        { Kind: not (null or "approval"), Result: null, CompletedAt: not null } => after with { Result = "done" },
        _ => after,
    };

    /// <summary>What was approved stays what was approved.</summary>
    static Refusal? Reworded(WorkTask? before, WorkTask after) =>
        after.Text == before?.Text ? null
        : before?.Text is null ? Refusal.Invalid("text", "There is no text to approve here.")
        : before.CompletedAt is not null ? Refusal.Invalid("text", "It was decided already.")
        : string.IsNullOrWhiteSpace(after.Text) ? Refusal.Invalid("text", "There must be words left; to send none, reject it.")
        : after.Text.Length > WorkTask.LongestText ? Refusal.Invalid("text", $"At most {WorkTask.LongestText} characters.") : null;

    static Refusal? Wrong(WorkTask task) => task switch
    {
        { Kind: "approval", CompletedAt: not null, Result: not ("approved" or "rejected" or "expired") } => Refusal.Invalid("result", "An approval is approved or rejected."),
        { Result.Length: > 100 } => Refusal.Invalid("result", "At most 100 characters."),
        { ResultNote.Length: > 5000 } => Refusal.Invalid("resultNote", "At most 5000 characters."),
        _ => null,
    };

    static IEnumerable<Happening> Events(string id, WorkTask? before, WorkTask after)
    {
        if (before is null) yield return new("task.added", new { task = TaskFacts.Of(id, after) });
        if (before?.CompletedAt is null && after.CompletedAt is not null) yield return new("task.completed", new { task = TaskFacts.Of(id, after) });
    }

    enum Openness { Open, Done }
}
