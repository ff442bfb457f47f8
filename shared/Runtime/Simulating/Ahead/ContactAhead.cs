using System.Text.Json.Serialization;
using AesthetixWorkflows.Core.Enrollments;
using AesthetixWorkflows.Runtime.Simulating.Tracing;

namespace AesthetixWorkflows.Runtime.Simulating.Ahead;

/// <summary>What a contact will get next, and when, if nothing else happens.</summary>
/// <param name="At">When it was looked.</param>
/// <param name="Until">How far.</param>
/// <param name="TimeZone">The practice's: by its clock people are told times.</param>
/// <param name="Items">In the order in which they come.</param>
/// <param name="Enrollments">Those that the contact is in now, and those that they lead to: how far each goes.</param>
/// <param name="Cut">Why there may be more than is told; null: this is all.</param>
/// <param name="Assumes">What is taken for granted.</param>
public sealed record ContactAhead(
    DateTimeOffset At, DateTimeOffset Until, string TimeZone, IReadOnlyList<AheadItem> Items, IReadOnlyList<AheadEnrollment> Enrollments, Reason? Cut, IReadOnlyList<string> Assumes);

/// <summary>A message to the contact, or work for the team that the contact hears of.</summary>
/// <param name="At">When it goes, or would go; of one that is held without an end, since when it is due.</param>
/// <param name="EnrollmentId">Null: the contact is not in that workflow yet, but another one leads there.</param>
/// <param name="DueAt">When it was due, if it was put off meanwhile.</param>
/// <param name="Why">Why it does not go, or why it was put off.</param>
/// <param name="Title">The subject of an email; of a piece of work, what it is called.</param>
/// <param name="Text">Its words, filled in as they would be now; the beginning of long ones.</param>
/// <param name="Notes">What it depends on, besides what is taken for granted.</param>
public sealed record AheadItem(
    DateTimeOffset At, AheadKind Kind, AheadVerdict Verdict, string WorkflowId, string WorkflowName, string? EnrollmentId, string StepId, string? StepName,
    DateTimeOffset? DueAt, Reason? Why, string? Title, string? Text, IReadOnlyList<Reason> Notes);

[JsonConverter(typeof(JsonStringEnumConverter<AheadKind>))]
public enum AheadKind
{
    [JsonStringEnumMemberName("text")] Text,
    [JsonStringEnumMemberName("email")] Email,
    /// <summary>Somebody calls.</summary>
    [JsonStringEnumMemberName("call")] Call,
    /// <summary>Somebody writes a text.</summary>
    [JsonStringEnumMemberName("textByHand")] TextByHand,
    /// <summary>The team has something to do.</summary>
    [JsonStringEnumMemberName("task")] Task,
}

[JsonConverter(typeof(JsonStringEnumConverter<AheadVerdict>))]
public enum AheadVerdict
{
    [JsonStringEnumMemberName("goes")] Goes,
    /// <summary>Rightly not sent; the workflow goes on.</summary>
    [JsonStringEnumMemberName("skipped")] Skipped,
    /// <summary>It cannot be sent as things are.</summary>
    [JsonStringEnumMemberName("failed")] Failed,
    /// <summary>It waits until somebody does something, or longer than was looked.</summary>
    [JsonStringEnumMemberName("held")] Held,
}

/// <param name="EnrollmentId">Null: it does not exist yet, but another one leads to it.</param>
/// <param name="Status">As it stands now; of one that does not exist yet, <c>scheduled</c>.</param>
/// <param name="StartsAt">When its first step comes, if it has not begun.</param>
/// <param name="Stop">Where it ends or stays.</param>
public sealed record AheadEnrollment(string? EnrollmentId, string WorkflowId, string WorkflowName, EnrollmentStatus Status, DateTimeOffset? StartsAt, AheadStop Stop);

/// <summary>How far an enrollment goes if nothing happens.</summary>
/// <param name="Code">As enrollments have it (<c>finished</c>, <c>workflow.paused</c>), or what it waits for without an end: <c>reply condition goal</c> …;
/// <c>horizon</c>: it goes on later than was looked.</param>
/// <param name="At">Since when it stands there; null: it does so now already.</param>
/// <param name="NextAt">When it goes on by itself.</param>
public sealed record AheadStop(string Code, string Words, DateTimeOffset? At, string? StepId, string? StepName, DateTimeOffset? NextAt);
