using System.Text.Json;
using System.Text.Json.Serialization;
using AesthetixWorkflows.Core.Definitions;

namespace AesthetixWorkflows.Core.Records;

/// <summary>A workflow as people know it. The draft is kept as it was typed, valid or not; versions are kept for ever.</summary>
public sealed record Workflow
{
    public required string Name { get; init; }
    public string? Folder { get; init; }
    public WorkflowStatus Status { get; init; } = WorkflowStatus.Draft;
    /// <summary>The published version, 0 when there never was one.</summary>
    public int Version { get; init; }
    public JsonElement Draft { get; init; }
    /// <summary>Counts edits of the draft alone; the draft's ETag.</summary>
    public long DraftRevision { get; init; }
    /// <summary>Since when contacts enter, without a break; null before it was first published.</summary>
    public DateTimeOffset? OpenSince { get; init; }
    public DateTimeOffset CreatedAt { get; init; }
    public DateTimeOffset ChangedAt { get; init; }
    public DateTimeOffset? DeletedAt { get; init; }
}

/// <summary>Draft: nobody enters and those inside rest. Paused: the same, but meant to go on soon.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<WorkflowStatus>))]
public enum WorkflowStatus
{
    [JsonStringEnumMemberName("draft")] Draft,
    [JsonStringEnumMemberName("published")] Published,
    [JsonStringEnumMemberName("paused")] Paused,
}

/// <summary>One published version: immutable. Record id = <c>{workflowId}.{number}</c>.</summary>
/// <param name="InFlight">What was decided about those inside when it was published.</param>
public sealed record WorkflowVersion(string WorkflowId, int Number, string VersionId, JsonElement Definition, string? Note, string By, DateTimeOffset PublishedAt, InFlight InFlight = InFlight.Stay);
