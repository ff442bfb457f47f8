using System.Collections.Immutable;

namespace AesthetixWorkflows.Core.Calendars;

/// <summary>"One day", "2 hours, then the next weekday between 9 and 17", "1 day at 10:00".</summary>
/// <param name="For">ISO 8601 duration. Years to days move on the calendar (same local time); hours and less are exact.</param>
/// <param name="At">Local time of day: the first such time at or after <paramref name="For"/>; for whole days, on that very day.</param>
/// <param name="Window">Resume only inside these hours; otherwise at their next opening.</param>
public sealed record DelayPlan(string For, TimeOnly? At, Window? Window);
