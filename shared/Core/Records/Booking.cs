using System.Collections.Immutable;
using AesthetixWorkflows.Core.Calendars;

namespace AesthetixWorkflows.Core.Records;

/// <summary>A calendar that can be booked: a room, a provider, a kind of visit.</summary>
/// <param name="Minutes">How long a visit takes; slots begin that far apart.</param>
/// <param name="Hours">Weekday (<c>mon</c> to <c>sun</c>) → when visits may take place, on the calendar's clock. Without any it has no free slots.</param>
/// <param name="BufferMinutes">Kept free between two visits.</param>
/// <param name="UserId">Who sees the patient, unless a booking says otherwise.</param>
/// <param name="BookingUrl">The practice's own page on which patients book; <c>{token}</c> stands for their one-time token. Null: the host's page.</param>
public sealed record BookingCalendar(
    string Name, string? Group, string? TimeZone, int Minutes, ImmutableDictionary<string, ImmutableArray<OpenHours>>? Hours = null,
    int BufferMinutes = 0, string? UserId = null, string? BookingUrl = null)
{
    /// <summary>The hours as a window; weekdays nobody knows are left out.</summary>
    public Window Open() => new((Hours ?? ImmutableDictionary<string, ImmutableArray<OpenHours>>.Empty)
        .Where(day => Weekdays.TryParse(day.Key, out _))
        .ToImmutableDictionary(day => Weekdays.TryParse(day.Key, out var weekday) ? weekday : default, day => day.Value));
}

/// <summary>The latest booking that a workflow made on a calendar. Record id = calendar. Every such booking writes it, so
/// that two at once cannot take the same slot.</summary>
public sealed record BookingMark(string EffectId, DateTimeOffset At);

/// <summary>A link by which one contact may book one visit. Record id = the token.</summary>
public sealed record BookingLink(
    string CalendarId, string ContactId, string? EnrollmentId, DateTimeOffset CreatedAt, DateTimeOffset? ExpiresAt,
    DateTimeOffset? UsedAt = null, string? AppointmentId = null);
