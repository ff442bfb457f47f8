namespace AesthetixWorkflows.Core.Records;

/// <summary>Something a member of the team is to do.</summary>
public sealed record WorkTask
{
    public string? ContactId { get; init; }
    public required string Title { get; init; }
    public string? Description { get; init; }
    public string? AssignedTo { get; init; }
    public DateTimeOffset? DueAt { get; init; }
    public DateTimeOffset? CompletedAt { get; init; }
    public string? EnrollmentId { get; init; }
    public DateTimeOffset CreatedAt { get; init; }
}

/// <summary>A remark kept on a contact.</summary>
public sealed record Note(string ContactId, string Text, string By, DateTimeOffset CreatedAt, string? EnrollmentId = null);

/// <summary>A member of the team. Role: <c>owner frontdesk provider</c>.</summary>
public sealed record User(string Name, string? Email, string? Phone, string Role, string? BookingUrl = null);

/// <summary>A calendar that can be booked: a room, a provider, a kind of visit.</summary>
public sealed record BookingCalendar(string Name, string? Group, string? TimeZone, int Minutes);
