using AesthetixWorkflows.Core.Records;

namespace AesthetixWorkflows.Api.Jobs;

/// <summary>A job as people look at it.</summary>
/// <param name="Total">How many there are in all; null while that is not known.</param>
/// <param name="Refused">How many were not done; the results say why.</param>
/// <param name="NextAt">When it goes on by itself.</param>
public sealed record JobView(
    string Id, string Type, JobStatus Status, string By, string WorkflowId, string? Tag, JobFilter? Filter, string? StepId, string? Reason, JobPace Pace,
    int? Total, int Processed, int Succeeded, int Refused, DateTimeOffset? NextAt, DateTimeOffset CreatedAt, DateTimeOffset? FinishedAt)
{
    public static JobView Of(Stored<Job> stored)
    {
        var j = stored.Body;
        return new(stored.Id, j.Type, j.Status, j.By, j.WorkflowId, j.Tag, j.Filter, j.StepId, j.Reason, j.Pace,
            j.Total, j.Processed, j.Succeeded, j.Processed - j.Succeeded, j.Status is JobStatus.Running ? j.NextAt : null, j.CreatedAt, j.FinishedAt);
    }
}

/// <summary>Whom to put into a workflow, and how fast.</summary>
/// <param name="ContactIds">Either these, or all that have the tag.</param>
/// <param name="StartAt">When to begin; at once when left out.</param>
/// <param name="Batch">So many at a time, 1 to 10,000.</param>
/// <param name="Every">ISO 8601: when the next batch begins.</param>
/// <param name="Hours">Only within these hours: <c>{"days":["mon","tue"],"from":"09:00","to":"17:00"}</c>.</param>
public sealed record BulkEnrollment(
    string? WorkflowId = null, IReadOnlyList<string>? ContactIds = null, string? Tag = null, DateTimeOffset? StartAt = null,
    int? Batch = null, string? Every = null, System.Text.Json.JsonElement? Hours = null);

/// <summary>Which enrollments of a workflow to operate on.</summary>
/// <param name="EnrollmentIds">Either these, or all that fit the filter.</param>
/// <param name="StepId">For move: where to.</param>
public sealed record BulkOperation(
    string? WorkflowId = null, IReadOnlyList<string>? EnrollmentIds = null, JobFilter? Filter = null, string? StepId = null, string? Reason = null,
    DateTimeOffset? StartAt = null, int? Batch = null, string? Every = null, System.Text.Json.JsonElement? Hours = null);
