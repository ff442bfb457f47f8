using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json;
using AesthetixWorkflows.Core.Reading;

namespace AesthetixWorkflows.Core.Calendars;

/// <summary>Reads pause dates: <c>[{"from":"2026-12-24","to":"2027-01-01","yearly":true}]</c>.</summary>
/// <remarks>Of a yearly range only month and day count; a last day before the first runs over new year.</remarks>
public static class PauseJson
{
    public static bool TryRead(JsonElement json, out ImmutableArray<PauseRange> ranges, [NotNullWhen(false)] out Misread? error)
    {
        ranges = [];
        error = null;
        if (json.ValueKind != JsonValueKind.Array)
        {
            error = new("", "Pause dates are a list of ranges with a first and a last day.");
            return false;
        }
        var read = ImmutableArray.CreateBuilder<PauseRange>();
        foreach (var item in json.EnumerateArray())
        {
            if (ReadRange(item, out error) is not { } range)
            {
                error = error!.Under($"/{read.Count}");
                return false;
            }
            read.Add(range);
        }
        ranges = read.ToImmutable();
        return true;
    }

    static PauseRange? ReadRange(JsonElement json, out Misread? error)
    {
        if (json.ValueKind != JsonValueKind.Object)
            return Wrong(out error, "", "A pause has a first and a last day.");
        if (!TryReadDate(json, "from", out var from))
            return Wrong(out error, "/from", "The first day must be a date like 2026-12-24.");
        if (!TryReadDate(json, "to", out var to))
            return Wrong(out error, "/to", "The last day must be a date like 2027-01-01.");
        var yearly = false;
        if (json.TryGetProperty("yearly", out var flag) && flag.ValueKind != JsonValueKind.Null)
        {
            if (flag.ValueKind is not (JsonValueKind.True or JsonValueKind.False))
                return Wrong(out error, "/yearly", "Every year is either true or false.");
            yearly = flag.GetBoolean();
        }
        if (!yearly && to < from)
            return Wrong(out error, "/to", "The last day is before the first day.");
        if (yearly && CoversTheYear(from, to))
            return Wrong(out error, "/to", "This pause covers the whole year, so nothing would ever be sent.");
        error = null;
        return new(from, to, yearly);
    }

    // Seen in a leap year, where every month and day exists.
    static bool CoversTheYear(DateOnly from, DateOnly to)
    {
        if (to.DayNumber - from.DayNumber >= 365)
            return true;
        var next = new DateOnly(2024, to.Month, to.Day).AddDays(1);
        return (next.Month, next.Day) == (from.Month, from.Day);
    }

    static bool TryReadDate(JsonElement json, string name, out DateOnly date)
    {
        date = default;
        return json.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String
            && DateOnly.TryParseExact(value.GetString(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out date);
    }

    static PauseRange? Wrong(out Misread? error, string pointer, string message)
    {
        error = new(pointer, message);
        return null;
    }
}
