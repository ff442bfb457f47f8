using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace AesthetixWorkflows.Core.Enrollments;

/// <summary>One contact's way through one version of a workflow. Small on purpose: ids, a cursor, counts and what it
/// waits for; no names, numbers or message text, because this is what travels in orchestration inputs and history.</summary>
public sealed record Enrollment
{
    public required string Id { get; init; }
    public required string Practice { get; init; }
    public required string WorkflowId { get; init; }
    public required int Version { get; init; }
    /// <summary>Null when the event has no contact (a schedule, a webhook about nobody).</summary>
    public string? ContactId { get; init; }
    /// <summary>What it is about: <c>contact</c>, <c>appointment:apt_…</c>, <c>invoice:…</c>, <c>opportunity:opp_…</c>.</summary>
    public required string ScopeKey { get; init; }
    public string? TriggerId { get; init; }
    /// <summary>The event that enrolled it; its data is read from the store by this id.</summary>
    public string? EventId { get; init; }
    /// <summary>IANA zone fixed at entry: a changed setting reaches new entries only.</summary>
    public required string Zone { get; init; }
    public required DateTimeOffset EnrolledAt { get; init; }
    /// <summary>Where to begin, when not at the definition's start.</summary>
    public string? StartStep { get; init; }
    public DateTimeOffset? StartAt { get; init; }
    /// <summary>How many workflows in a row led here; the loop guard looks at it.</summary>
    public int Depth { get; init; }

    public EnrollmentStatus Status { get; init; } = EnrollmentStatus.Active;
    /// <summary>Stable code of why it stands as it does: <c>finished</c>, <c>stopped.operator</c>, <c>appointment.cancelled</c> …</summary>
    public string? Reason { get; init; }
    public string? StepId { get; init; }
    public Pending Pending { get; init; } = Pending.Nothing.Instance;
    public DateTimeOffset? FinishedAt { get; init; }

    /// <summary>How often each step was entered; part of every effect id, so a second visit sends again and a repeat does not.</summary>
    public ImmutableDictionary<string, int> Visits { get; init; } = ImmutableDictionary<string, int>.Empty;
    /// <summary>The first wait bound to the appointment: where a reschedule starts over.</summary>
    public string? AnchorStep { get; init; }
    /// <summary>The moment that a step has set for the waits after it: <c>anchor.at</c>.</summary>
    public DateTimeOffset? AnchorAt { get; init; }
    /// <summary>When the last message that went (or may have gone) was begun; a reply after this answers it.</summary>
    public DateTimeOffset? LastMessageAt { get; init; }
    /// <summary>When the message under way was begun, or will be; it becomes <see cref="LastMessageAt"/> when it has gone.</summary>
    public DateTimeOffset? SendingSince { get; init; }
    /// <summary>After this a message that follows an appointment reminder's wait is stale ("see you in 2 hours") and is dropped.</summary>
    public DateTimeOffset? FreshUntil { get; init; }
    /// <summary>What the contact answered to the latest wait for a reply; null before it, and when nobody answered.</summary>
    public Reply? Reply { get; init; }
    /// <summary>Signals that came before anything waited for them.</summary>
    public ImmutableArray<Signal> Buffered { get; init; } = [];
    /// <summary>Goals that were met and are not to be met again.</summary>
    public ImmutableArray<string> MetGoals { get; init; } = [];
    /// <summary>Ids of the latest signals, so that one delivered twice counts once.</summary>
    public ImmutableArray<string> RecentSignals { get; init; } = [];
    /// <summary>Steps since the last wait: the guard against a definition that runs in circles.</summary>
    public int Hops { get; init; }

    [JsonIgnore]
    public bool IsLive => Status is EnrollmentStatus.Scheduled or EnrollmentStatus.Active or EnrollmentStatus.Waiting or EnrollmentStatus.Paused;
}

[JsonConverter(typeof(JsonStringEnumConverter<EnrollmentStatus>))]
public enum EnrollmentStatus
{
    [JsonStringEnumMemberName("scheduled")] Scheduled,
    [JsonStringEnumMemberName("active")] Active,
    [JsonStringEnumMemberName("waiting")] Waiting,
    [JsonStringEnumMemberName("paused")] Paused,
    [JsonStringEnumMemberName("completed")] Completed,
    [JsonStringEnumMemberName("exited")] Exited,
    [JsonStringEnumMemberName("failed")] Failed,
}
