using AesthetixWorkflows.Core.Calendars;

namespace AesthetixWorkflows.Catalogue.Acting;

/// <summary>A moment some time from now, as waits reckon it: days keep the local time of day, hours are exact.</summary>
static class Due
{
    /// <returns>Null when the duration cannot be read.</returns>
    public static DateTimeOffset? After(DateTimeOffset now, string zone, string duration) =>
        Durations.TryParse(duration, out var length) ? Durations.Add(now, length, zone) : null;
}
