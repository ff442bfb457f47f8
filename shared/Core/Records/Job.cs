using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;
using AesthetixWorkflows.Core.Enrollments;

namespace AesthetixWorkflows.Core.Records;

/// <summary>Something done to many contacts or enrollments, some at a time. Where it stands is written together with what it
/// does, so a job that was interrupted goes on where it was and does nothing twice.</summary>
public sealed record Job
{
    /// <summary><c>enroll</c>, or an operation: <c>retry skip stop pause resume runNow move</c>.</summary>
    public required string Type { get; init; }
    public required string By { get; init; }
    public JobStatus Status { get; init; } = JobStatus.Running;
    public required string WorkflowId { get; init; }
    /// <summary>For enroll: contacts with this tag. Null: those of the <see cref="JobList"/>.</summary>
    public string? Tag { get; init; }
    /// <summary>For operations: which enrollments.</summary>
    public JobFilter? Filter { get; init; }
    /// <summary>For move.</summary>
    public string? StepId { get; init; }
    public string? Reason { get; init; }
    public required JobPace Pace { get; init; }

    /// <summary>How many there are in all; null while nobody has counted them.</summary>
    public int? Total { get; init; }
    public int Processed { get; init; }
    public int Succeeded { get; init; }
    /// <summary>Where it goes on: a cursor of the listing, or a place in the list.</summary>
    public string? Cursor { get; init; }
    /// <summary>When the present batch began, and how many of it are through.</summary>
    public DateTimeOffset? BatchSince { get; init; }
    public int InBatch { get; init; }
    /// <summary>Not before this moment.</summary>
    public DateTimeOffset? NextAt { get; init; }
    public DateTimeOffset CreatedAt { get; init; }
    public DateTimeOffset? FinishedAt { get; init; }

    [JsonIgnore]
    public bool IsOpen => Status is JobStatus.Running or JobStatus.Paused;
}

[JsonConverter(typeof(JsonStringEnumConverter<JobStatus>))]
public enum JobStatus
{
    [JsonStringEnumMemberName("running")] Running,
    [JsonStringEnumMemberName("paused")] Paused,
    [JsonStringEnumMemberName("done")] Done,
    [JsonStringEnumMemberName("cancelled")] Cancelled,
}

/// <param name="Batch">So many at a time; null: one after the other without a pause.</param>
/// <param name="Every">ISO 8601: when the next batch begins.</param>
/// <param name="Hours">Only within these hours of the practice; a window as in definitions.</param>
public sealed record JobPace(int? Batch = null, string? Every = null, JsonElement? Hours = null);

/// <param name="From">By when they were enrolled.</param>
/// <param name="Statuses">Any of these; empty: whatever it is.</param>
public sealed record JobFilter(
    EnrollmentStatus? Status = null, string? StepId = null, string? ContactId = null, string? Reason = null, DateTimeOffset? From = null, DateTimeOffset? To = null,
    ImmutableArray<EnrollmentStatus>? Statuses = null);

/// <summary>The contacts or enrollments that a job was given by name. Record id = the job's.</summary>
public sealed record JobList(ImmutableArray<string> Ids);

/// <summary>What became of one of them. Record id = <c>{job}.{number}</c>.</summary>
/// <param name="Target">The contact, or the enrollment.</param>
/// <param name="Code">Why not; null: done.</param>
/// <param name="EnrollmentId">The enrollment that was made or operated on.</param>
public sealed record JobResult(string JobId, string Target, string? Code, string? EnrollmentId, DateTimeOffset At);
