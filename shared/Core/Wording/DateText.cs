using System.Globalization;
using AesthetixWorkflows.Core.Calendars;
using AesthetixWorkflows.Core.Conditions;

namespace AesthetixWorkflows.Core.Wording;

/// <summary>Dates and times as people read them; English names, local clock.</summary>
static class DateText
{
    static readonly DateTimeOffset sample = new(2026, 11, 24, 10, 30, 0, TimeSpan.Zero);

    /// <summary>Date, and time when one is known. A field named …Date or …Time shows only that part.</summary>
    public static string Usual(Moment moment, string field, string zone, DateStyle style)
    {
        if (moment.Instant is null || EndsWith(field, "Date"))
            return Date(moment, null, zone, style);
        var time = Time(moment, null, zone, style)!;
        return EndsWith(field, "Time") ? time : $"{Date(moment, null, zone, style)}{(style is DateStyle.American ? " at " : ", ")}{time}";
    }

    public static string Date(Moment moment, string? format, string zone, DateStyle style) => Write(moment.Instant is { } at
        ? Zones.ToLocal(at, zone) : new(moment.DayIn(zone).ToDateTime(TimeOnly.MinValue), TimeSpan.Zero), format ?? (style is DateStyle.American ? "ddd, MMM d, yyyy" : "ddd d MMM yyyy"));

    /// <summary>Null for a date: nobody knows its time.</summary>
    public static string? Time(Moment moment, string? format, string zone, DateStyle style) =>
        moment.Instant is { } at ? Write(Zones.ToLocal(at, zone), format ?? UsualTime(style)) : null;

    public static string Time(TimeOnly time, string? format, DateStyle style) =>
        Write(new(new DateOnly(2000, 1, 1).ToDateTime(time), TimeSpan.Zero), format ?? UsualTime(style));

    /// <summary>Whether it is a .NET custom format, such as <c>d MMM</c>, that shows a date (or else a time).</summary>
    public static bool IsFormat(string format, bool ofDate)
    {
        if (string.IsNullOrWhiteSpace(format) || format.Length > 60 || format.IndexOfAny(ofDate ? ['d', 'M', 'y'] : ['H', 'h', 'm']) < 0)
            return false;
        try
        {
            return Write(sample, format).Length > 0;
        }
        catch (FormatException)
        {
            return false;
        }
    }

    static string UsualTime(DateStyle style) => style is DateStyle.American ? "h:mm tt" : "HH:mm";

    // A single letter would be one of .NET's standard formats: "d" is 11/24/2026.
    static string Write(DateTimeOffset at, string format) =>
        at.ToString(format.Length == 1 ? "%" + format : format, CultureInfo.InvariantCulture);

    static bool EndsWith(string field, string word) => field.EndsWith(word, StringComparison.Ordinal)
        || field.EndsWith("." + word, StringComparison.OrdinalIgnoreCase);
}
