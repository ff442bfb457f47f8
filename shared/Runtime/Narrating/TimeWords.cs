using System.Globalization;
using System.Text.Json;
using AesthetixWorkflows.Core.Calendars;
using AesthetixWorkflows.Core.Definitions;
using AesthetixWorkflows.Runtime.Scheduling;
using AesthetixWorkflows.Runtime.Scheduling.Days;

namespace AesthetixWorkflows.Runtime.Narrating;

/// <summary>When a trigger of time comes, in words; null for a trigger that waits for something to happen.</summary>
static class TimeWords
{
    const string Unset = "at a time that is not set";

    public static string? Of(TriggerDefinition trigger) =>
        trigger.Type == ScheduleEvent.Type ? Repeats(trigger.Config)
        : !DayTrigger.Is(trigger.Type) ? null
        : DayTrigger.Read("", trigger) is not { } day ? Unset
        : $"{Subject(day)}{Days(day)} at {ClockTimes.Write(day.Rule.At)}{(day is { Type: DayTrigger.Date, Yearly: true } ? " every year" : "")}";

    static string Subject(DayTrigger day) => day.Type == DayTrigger.Date ? $"{day.Field ?? "no date"}: " : "";

    static string Days(DayTrigger day) => (day.Type, day.Rule.Side) switch
    {
        (DayTrigger.Stale, _) => $"{Count(day.Rule.Days)} without change",
        (_, DaySide.On) => "on the day",
        (_, DaySide.Before) => $"{Count(day.Rule.Days)} before",
        _ => $"{Count(day.Rule.Days)} after",
    };

    static string Count(int days) => days == 1 ? "1 day" : string.Create(CultureInfo.InvariantCulture, $"{days} days");

    static string Repeats(JsonElement config)
    {
        if (!ScheduleJson.TryRead(config, out var schedule, out _)) return Unset;
        var at = schedule.Times.Length == 1 ? $" at {ClockTimes.Write(schedule.Times[0])}" : "";
        var days = schedule.Days switch
        {
            ScheduleDays.EveryDay => "every day",
            ScheduleDays.OnWeekdays weekly => "every " + string.Join(", ", weekly.Days.OrderBy(day => ((int)day + 6) % 7)),
            ScheduleDays.OnDayOfMonth monthly => string.Create(CultureInfo.InvariantCulture, $"on day {monthly.Day} of every month"),
            ScheduleDays.OnDate once => $"once, on {once.Date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}",
            _ => $"by {(config.TryGetProperty("cron", out var cron) ? cron.ToString() : "cron")}",
        };
        var until = schedule.Until is { } last ? $" until {last.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}" : "";
        return days + (schedule.Days is ScheduleDays.ByCron ? "" : at) + (schedule.SkipWeekends ? ", not at weekends" : "") + until;
    }
}
