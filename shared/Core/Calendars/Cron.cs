using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;

namespace AesthetixWorkflows.Core.Calendars;

/// <summary>A cron expression of five fields: minute, hour, day of month, month, weekday. At most once an hour.</summary>
/// <remarks>As cron has always had it: when both days are restricted, either will do. 0 and 7 are Sunday.</remarks>
public sealed class Cron
{
    static readonly string[] months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
    static readonly string[] weekdays = ["sun", "mon", "tue", "wed", "thu", "fri", "sat"];

    readonly CronField _days, _months, _weekdays;

    Cron(int minute, CronField hours, CronField days, CronField months, CronField weekdays)
    {
        (_days, _months, _weekdays) = (days, months, weekdays);
        Times = [.. hours.Values.Select(hour => new TimeOnly(hour, minute))];
    }

    /// <summary>The times of a day, in order.</summary>
    public ImmutableArray<TimeOnly> Times { get; }

    public bool Has(DateOnly date)
    {
        if (!_months.Has(date.Month)) return false;
        var (day, weekday) = (_days.Has(date.Day), _weekdays.Has((int)date.DayOfWeek) || date.DayOfWeek == DayOfWeek.Sunday && _weekdays.Has(7));
        return _days.IsAny || _weekdays.IsAny ? day && weekday : day || weekday;
    }

    public static bool TryParse(string text, [NotNullWhen(true)] out Cron? cron, [NotNullWhen(false)] out string? why)
    {
        (cron, why) = (null, null);
        var fields = text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        if (fields.Length != 5)
            why = "A cron expression has five fields: minute, hour, day of month, month and weekday, like 0 9 * * mon.";
        else if (CronField.Parse(fields[0], 0, 59) is not { } minutes)
            why = $"The minute “{fields[0]}” cannot be read; write a number from 0 to 59.";
        else if (minutes.Values.Length > 1)
            why = "A schedule may come at most once an hour: give a single minute, like 0.";
        else if (CronField.Parse(fields[1], 0, 23) is not { } hours)
            why = $"The hours “{fields[1]}” cannot be read; write numbers from 0 to 23, like 9 or 9-17 or */2.";
        else if (CronField.Parse(fields[2], 1, 31) is not { } days)
            why = $"The days “{fields[2]}” cannot be read; write numbers from 1 to 31, or *.";
        else if (CronField.Parse(fields[3], 1, 12, months) is not { } inMonths)
            why = $"The months “{fields[3]}” cannot be read; write numbers from 1 to 12, names like jan, or *.";
        else if (CronField.Parse(fields[4], 0, 7, weekdays) is not { } onWeekdays)
            why = $"The weekdays “{fields[4]}” cannot be read; write names like mon or mon-fri, numbers from 0 to 7, or *.";
        else
            cron = new(minutes.Values[0], hours, days, inMonths, onWeekdays);
        return cron is not null;
    }
}
