using System.Globalization;

namespace AesthetixWorkflows.Core.Calendars;

/// <summary>Times of day as they are stored: <c>09:00</c>, 24 hours.</summary>
public static class ClockTimes
{
    public static bool TryParse(ReadOnlySpan<char> text, out TimeOnly time) =>
        TimeOnly.TryParseExact(text, "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out time);

    public static string Write(TimeOnly time) => time.ToString("HH:mm", CultureInfo.InvariantCulture);
}
