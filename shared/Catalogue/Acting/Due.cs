using AesthetixWorkflows.Core.Calendars;

namespace AesthetixWorkflows.Catalogue.Acting;

/// <summary>A moment some time from now, as waits reckon it: days keep the local time of day, hours are exact.</summary>
static class Due
{
    /// <returns>Null when the duration cannot be read.</returns>
    public static DateTimeOffset? After(DateTimeOffset now, string zone, string duration) =>
        Durations.TryParse(duration, out var length) ? Durations.Add(now, length, zone) : null;

    /// <summary>The same, and then at a time of day: of whole days on that very day, else the next such time.</summary>
    /// <returns>Null when neither is given, or the duration cannot be read.</returns>
    public static DateTimeOffset? At(DateTimeOffset now, string zone, string? duration, string? time) =>
        !ClockTimes.TryParse(time, out var at) ? duration is null ? null : After(now, zone, duration)
        : Durations.TryParse(duration ?? "PT0S", out _) ? Delays.Resume(now, new(duration ?? "PT0S", at, null), zone) : null;
}
