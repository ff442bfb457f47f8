using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using NodaTime;

namespace AesthetixWorkflows.Core.Calendars;

/// <summary>ISO 8601 durations: <c>P1D</c>, <c>PT2H30M</c>, <c>P1M</c>, <c>P2W</c>, <c>-P1D</c>; at most ten years.</summary>
public static class Durations
{
    const double LongestDays = 3653;
    const double DaysPerMonth = 30.4375;
    const string DateUnits = "YMWD";
    const string TimeUnits = "HMS";

    static readonly SearchValues<char> amountCharacters = SearchValues.Create("0123456789.");

    public static bool IsValid([NotNullWhen(true)] string? text) => TryParse(text, out _);

    /// <summary>Reads a duration. False for anything ISO 8601 does not know, for an empty one and for more than ten years.
    /// Only seconds may have a fraction.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out IsoDuration duration)
    {
        duration = default;
        var rest = text.AsSpan();
        var negative = rest.StartsWith("-");
        if (negative || rest.StartsWith("+"))
            rest = rest[1..];
        if (!rest.StartsWith("P") || rest.Length > 60)
            return false;
        rest = rest[1..];
        var clock = rest.IndexOf('T');
        var dates = clock < 0 ? rest : rest[..clock];
        var times = clock < 0 ? [] : rest[(clock + 1)..];
        if (dates.IsEmpty && times.IsEmpty || clock >= 0 && times.IsEmpty)
            return false;

        Span<decimal> date = stackalloc decimal[4], time = stackalloc decimal[3];
        if (!TryReadParts(dates, DateUnits, date) || !TryReadParts(times, TimeUnits, time))
            return false;
        var (months, days) = (date[0] * 12 + date[1], date[2] * 7 + date[3]);
        var seconds = time[0] * 3600 + time[1] * 60 + time[2];
        if ((double)months * DaysPerMonth + (double)days + (double)seconds / 86400 > LongestDays)
            return false;
        duration = new((int)months, (int)days, TimeSpan.FromTicks((long)(seconds * TimeSpan.TicksPerSecond)));
        if (negative)
            duration = duration.Negate();
        return true;
    }

    /// <summary>The moment a duration after <paramref name="from"/>. Years to days keep the local time (31 January and one
    /// month is the last of February); hours and less are elapsed time.</summary>
    /// <exception cref="FormatException"><paramref name="iso"/> is not a duration; publishing has refused those.</exception>
    public static DateTimeOffset Add(DateTimeOffset from, string iso, string zone) =>
        TryParse(iso, out var duration) ? Add(from, duration, zone) : throw new FormatException($"Not a duration: '{iso}'.");

    /// <inheritdoc cref="Add(DateTimeOffset, string, string)"/>
    public static DateTimeOffset Add(DateTimeOffset from, IsoDuration duration, string zone)
    {
        var local = Zones.Local(from, zone);
        if (duration.Months != 0 || duration.Days != 0)
            local = Zones.At(local.LocalDateTime.PlusMonths(duration.Months).PlusDays(duration.Days), local.Zone);
        return (local + Duration.FromTimeSpan(duration.Time)).ToDateTimeOffset();
    }

    /// <summary>Reads "2H30M" into the units' places: each unit once, in order, with an amount.</summary>
    static bool TryReadParts(ReadOnlySpan<char> text, string units, Span<decimal> amounts)
    {
        var next = 0;
        while (!text.IsEmpty)
        {
            var length = text.IndexOfAnyExcept(amountCharacters);
            if (length <= 0)
                return false;
            var unit = units.IndexOf(text[length], StringComparison.Ordinal);
            var styles = text[length] == 'S' ? NumberStyles.AllowDecimalPoint : NumberStyles.None;
            // Ten digits hold every duration within ten years, and keep the sums far from any overflow.
            if (unit < next || length > 18 || text[0] == '.' || text[length - 1] == '.'
                || !decimal.TryParse(text[..length], styles, CultureInfo.InvariantCulture, out amounts[unit])
                || amounts[unit] > 1_000_000_000)
                return false;
            next = unit + 1;
            text = text[(length + 1)..];
        }
        return true;
    }
}
