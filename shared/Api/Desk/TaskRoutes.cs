using System.Text.Json.Nodes;
using AesthetixWorkflows.Api.Access;
using AesthetixWorkflows.Api.Events;
using AesthetixWorkflows.Api.Listing;
using AesthetixWorkflows.Core.Records;

namespace AesthetixWorkflows.Api.Desk;

/// <summary>What a caller may set on a task; <c>completedAt</c> completes it.</summary>
public sealed record TaskFields(
    string? ContactId = null, string? Title = null, string? Description = null, string? AssignedTo = null, DateTimeOffset? DueAt = null, DateTimeOffset? CompletedAt = null);

/// <summary>Tasks of the team.</summary>
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
        Refuse = (store, practice, task, ct) => store.Missing(Kinds.Contact, practice, "contactId", task.ContactId, ct),
        Events = Events,
        ContactOf = task => task.ContactId,
        Filter = request => Query.Choice<Openness>("status", request.Query["status"]) is { } wanted
            ? task => (task.CompletedAt is null) == (wanted is Openness.Open)
            : null,
    });

    static IEnumerable<Happening> Events(string id, WorkTask? before, WorkTask after)
    {
        if (before is null) yield return new("task.added", new { task = Facts.Of(id, after) });
        if (before?.CompletedAt is null && after.CompletedAt is not null) yield return new("task.completed", new { task = Facts.Of(id, after) });
    }

    enum Openness { Open, Done }
}
