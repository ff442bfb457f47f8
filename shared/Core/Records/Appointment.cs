using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace AesthetixWorkflows.Core.Records;

/// <summary>A visit of a contact on one of the practice's calendars.</summary>
public sealed record Appointment
{
    public required string ContactId { get; init; }
    public string? CalendarId { get; init; }
    public string? UserId { get; init; }
    public string? Title { get; init; }
    public string? Service { get; init; }
    /// <summary>All treatments of a visit that has several; <see cref="Service"/> then names them in one text.</summary>
    public ImmutableArray<string>? Services { get; init; }
    public string? Category { get; init; }
    public string? Location { get; init; }
    public string? Notes { get; init; }
    /// <summary>The id under which the booking system knows it.</summary>
    public string? ExternalId { get; init; }
    public required DateTimeOffset StartsAt { get; init; }
    public DateTimeOffset? EndsAt { get; init; }
    public AppointmentStatus Status { get; init; } = AppointmentStatus.New;
    /// <summary>Who made or last changed it: <c>customer user workflow api</c>.</summary>
    public string? ModifiedBy { get; init; }
    /// <summary>The user, key or workflow behind <see cref="ModifiedBy"/>.</summary>
    public string? ModifiedById { get; init; }
    public bool Rescheduled { get; init; }
    /// <summary>One of a series.</summary>
    public bool Recurring { get; init; }
    /// <summary>When the latest news of it happened; older news that arrives later is stale.</summary>
    public DateTimeOffset? ReportedAt { get; init; }
    /// <summary>When the latest news of its time, and of its status, happened: a move is no older for a confirmation that was quicker.</summary>
    public DateTimeOffset? MovedAt { get; init; }
    public DateTimeOffset? StatusAt { get; init; }
    public DateTimeOffset CreatedAt { get; init; }
}

[JsonConverter(typeof(JsonStringEnumConverter<AppointmentStatus>))]
public enum AppointmentStatus
{
    [JsonStringEnumMemberName("new")] New,
    [JsonStringEnumMemberName("confirmed")] Confirmed,
    [JsonStringEnumMemberName("cancelled")] Cancelled,
    [JsonStringEnumMemberName("showed")] Showed,
    [JsonStringEnumMemberName("noshow")] NoShow,
    [JsonStringEnumMemberName("invalid")] Invalid,
}
