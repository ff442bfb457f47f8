using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using AesthetixWorkflows.Core.Reading;

namespace AesthetixWorkflows.Core.Calendars;

/// <summary>Reads a <see cref="Window"/> from its JSON: the same hours on some days, or hours per day.</summary>
public static class WindowJson
{
    /// <summary>False with the first thing that is wrong. <c>24:00</c> is taken as the end of the day.</summary>
    public static bool TryRead(JsonElement json, [NotNullWhen(true)] out Window? window, [NotNullWhen(false)] out Misread? error)
    {
        (window, error) = (null, null);
        if (json.ValueKind != JsonValueKind.Object)
            error = new("", "Opening hours need days with a from and a to time.");
        else if (json.TryGetProperty("hours", out var perDay))
            window = PerDay(perDay, out error);
        else
            window = SameEachDay(json, out error);
        return window is not null;
    }

    static Window? SameEachDay(JsonElement json, out Misread? error)
    {
        if (!json.TryGetProperty("days", out var days) || days.ValueKind != JsonValueKind.Array || days.GetArrayLength() == 0)
            return Wrong(out error, "/days", "Choose at least one weekday (mon to sun).");
        if (!TryReadTime(json, "from", out var from))
            return Wrong(out error, "/from", "The from time must look like 09:00.");
        if (!TryReadTime(json, "to", out var to))
            return Wrong(out error, "/to", "The to time must look like 17:00.");

        var hours = ImmutableDictionary.CreateBuilder<DayOfWeek, ImmutableArray<OpenHours>>();
        var place = 0;
        foreach (var name in days.EnumerateArray())
        {
            if (name.ValueKind != JsonValueKind.String || !Weekdays.TryParse(name.GetString(), out var day))
                return Wrong(out error, $"/days/{place}", "A weekday must be one of mon, tue, wed, thu, fri, sat, sun.");
            hours[day] = [new(from, to)];
            place++;
        }
        error = null;
        return new(hours.ToImmutable());
    }

    static Window? PerDay(JsonElement json, out Misread? error)
    {
        if (json.ValueKind != JsonValueKind.Object)
            return Wrong(out error, "/hours", "Hours need a list of from and to times for each weekday.");
        var hours = ImmutableDictionary.CreateBuilder<DayOfWeek, ImmutableArray<OpenHours>>();
        foreach (var property in json.EnumerateObject())
        {
            var pointer = $"/hours/{property.Name.Replace("~", "~0").Replace("/", "~1")}";
            if (!Weekdays.TryParse(property.Name, out var day))
                return Wrong(out error, pointer, "A weekday must be one of mon, tue, wed, thu, fri, sat, sun.");
            if (property.Value.ValueKind != JsonValueKind.Array)
                return Wrong(out error, pointer, "Hours of a day are a list of from and to times.");
            var stretches = ImmutableArray.CreateBuilder<OpenHours>();
            foreach (var stretch in property.Value.EnumerateArray())
            {
                if (stretch.ValueKind != JsonValueKind.Array || stretch.GetArrayLength() != 2
                    || !TryReadTime(stretch[0], out var from) || !TryReadTime(stretch[1], out var to))
                    return Wrong(out error, $"{pointer}/{stretches.Count}", "Opening hours are a from and a to time, like 09:00 and 17:00.");
                stretches.Add(new(from, to));
            }
            hours[day] = stretches.ToImmutable();
        }
        error = null;
        return new(hours.ToImmutable());
    }

    static bool TryReadTime(JsonElement json, string name, out TimeOnly time)
    {
        time = default;
        return json.TryGetProperty(name, out var value) && TryReadTime(value, out time);
    }

    // Midnight as an end comes "at or before" any start, so it already means the end of that day.
    static bool TryReadTime(JsonElement value, out TimeOnly time)
    {
        time = default;
        return value.ValueKind == JsonValueKind.String
            && (ClockTimes.TryParse(value.GetString(), out time) || value.ValueEquals("24:00"));
    }

    static Window? Wrong(out Misread? error, string pointer, string message)
    {
        error = new(pointer, message);
        return null;
    }
}
