using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json;
using AesthetixWorkflows.Core.Reading;

namespace AesthetixWorkflows.Core.Calendars;

/// <summary>Reads a <see cref="Schedule"/> from the config of a scheduler: <c>{"every":"week","days":["mon"],"at":"09:00"}</c>.</summary>
/// <remarks>What belongs to another kind of repeating is passed over: a form keeps it while the choice changes.</remarks>
public static class ScheduleJson
{
    public static bool TryRead(JsonElement json, [NotNullWhen(true)] out Schedule? schedule, [NotNullWhen(false)] out Misread? error)
    {
        schedule = Read(json, out error);
        return schedule is not null;
    }

    static Schedule? Read(JsonElement json, out Misread? error)
    {
        if (Days(json, out error) is not { } days || Times(json, days, out error) is not { } times) return null;
        DateOnly? until = null;
        if (Given(json, "until") is { } last)
        {
            if (!TryReadDate(last, out var date)) return Wrong<Schedule>(out error, "/until", "The last day must be a date like 2026-12-24.");
            until = date;
        }
        var skip = Given(json, "skipWeekends");
        if (skip is { ValueKind: not (JsonValueKind.True or JsonValueKind.False) })
            return Wrong<Schedule>(out error, "/skipWeekends", "Not at weekends is yes or no (true or false).");

        var schedule = new Schedule(days, times, skip?.GetBoolean() ?? false, until);
        return schedule.Next(DateTimeOffset.MinValue, "UTC") is not null ? schedule : Wrong<Schedule>(out error, "",
            "Its dates never come: they are in no calendar, at weekends that are left out, or after its last day.");
    }

    static ScheduleDays? Days(JsonElement json, out Misread? error)
    {
        error = null;
        switch (Text(json, "every"))
        {
            case "day":
                return new ScheduleDays.EveryDay();
            case "week":
                return Weekdays(json, out error);
            case "month":
                return Given(json, "dayOfMonth") is { } day && TryReadWhole(day, out var number) && number is >= 1 and <= 31
                    ? new ScheduleDays.OnDayOfMonth(number) : Wrong<ScheduleDays>(out error, "/dayOfMonth", "Choose a day of the month, 1 to 31.");
            case "once":
                return Given(json, "date") is { } given && TryReadDate(given, out var date)
                    ? new ScheduleDays.OnDate(date) : Wrong<ScheduleDays>(out error, "/date", "Say on which date, like 2026-12-24.");
            case "cron":
                if (Text(json, "cron") is not { } text) return Wrong<ScheduleDays>(out error, "/cron", "Enter a cron expression, like 0 9 * * mon.");
                return Cron.TryParse(text, out var cron, out var why) ? new ScheduleDays.ByCron(cron) : Wrong<ScheduleDays>(out error, "/cron", why);
            default:
                return Wrong<ScheduleDays>(out error, "/every", "Say how often: day, week, month, once or cron.");
        }
    }

    static ScheduleDays.OnWeekdays? Weekdays(JsonElement json, out Misread? error)
    {
        error = null;
        if (Given(json, "days") is not { ValueKind: JsonValueKind.Array } names || names.GetArrayLength() == 0)
            return Wrong<ScheduleDays.OnWeekdays>(out error, "/days", "Choose at least one weekday (mon to sun).");
        var days = ImmutableHashSet.CreateBuilder<DayOfWeek>();
        var place = 0;
        foreach (var name in names.EnumerateArray())
        {
            if (name.ValueKind != JsonValueKind.String || !Calendars.Weekdays.TryParse(name.GetString(), out var day))
                return Wrong<ScheduleDays.OnWeekdays>(out error, $"/days/{place}", "A weekday must be one of mon, tue, wed, thu, fri, sat, sun.");
            days.Add(day);
            place++;
        }
        return new(days.ToImmutable());
    }

    static ImmutableArray<TimeOnly>? Times(JsonElement json, ScheduleDays days, out Misread? error)
    {
        error = null;
        if (days is ScheduleDays.ByCron { Cron.Times: var times }) return times;
        if (ClockTimes.TryParse(Text(json, "at"), out var at)) return [at];
        error = new("/at", "Say at what time, like 09:30.");
        return null;
    }

    /// <summary>JSON null and an empty text are what a form leaves of a field that is not filled in.</summary>
    static JsonElement? Given(JsonElement json, string name) =>
        json.ValueKind == JsonValueKind.Object && json.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null
        && !(value.ValueKind == JsonValueKind.String && string.IsNullOrWhiteSpace(value.GetString())) ? value : null;

    static string? Text(JsonElement json, string name) => Given(json, name) is { ValueKind: JsonValueKind.String } text ? text.GetString() : null;

    static bool TryReadDate(JsonElement json, out DateOnly date)
    {
        date = default;
        return json.ValueKind == JsonValueKind.String
            && DateOnly.TryParseExact(json.GetString(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out date);
    }

    static bool TryReadWhole(JsonElement json, out int number)
    {
        number = 0;
        return json.ValueKind == JsonValueKind.Number && json.TryGetInt32(out number)
            || json.ValueKind == JsonValueKind.String && int.TryParse(json.GetString(), NumberStyles.None, CultureInfo.InvariantCulture, out number);
    }

    static T? Wrong<T>(out Misread? error, string pointer, string message) where T : class
    {
        error = new(pointer, message);
        return null;
    }
}
