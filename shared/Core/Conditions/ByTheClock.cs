using AesthetixWorkflows.Core.Calendars;

namespace AesthetixWorkflows.Core.Conditions;

/// <summary>When a condition that is not true yet is worth asking again although nothing has happened: the clock alone may make
/// it true.</summary>
public static class ByTheClock
{
    const int Hours = 8 * 24, Days = 400;
    /// <summary>A visit that begins is no longer ahead, and one more that was.</summary>
    const string Visits = "visits.", NextVisit = "visits.nextAt";

    static readonly HashSet<string> _relative = new(["isToday", "isTomorrow", "isYesterday", "inLast", "notInLast", "inNext", "notInNext"], StringComparer.Ordinal);

    /// <summary>The first full hour of the coming week (quarter of an hour, if the time of day is asked about), else the first
    /// midnight of the coming year, at which the condition is true, the facts staying as they are. When there is none: in a week.
    /// Null: only news can make it true.</summary>
    public static DateTimeOffset? AskAgain(Condition condition, Setting setting)
    {
        var fields = ConditionFields.Of(condition);
        var begins = fields.Any(field => field.StartsWith(Visits, StringComparison.Ordinal)) && Moment.Of(setting.Find(NextVisit))?.Instant is { } next && next > setting.Now
            ? next : (DateTimeOffset?)null;
        if (!fields.Any(NowFacts.Owns) && !IsRelative(condition)) return begins;
        var step = TimeSpan.FromMinutes(fields.Any(field => field is "now" or "now.time") ? 15 : 60);
        var again = FirstTrue(CompiledCondition.Compile(condition), setting, step);
        return begins < again ? begins : again;
    }

    static DateTimeOffset FirstTrue(CompiledCondition condition, Setting setting, TimeSpan step)
    {
        var local = Zones.ToLocal(setting.Now, setting.Zone);
        var at = setting.Now.AddTicks(-(local.TimeOfDay.Ticks % step.Ticks));
        var week = at.AddHours(Hours);
        while (at < week)
            if (condition.Matches(setting with { Now = at += step })) return at;
        var today = DateOnly.FromDateTime(local.DateTime);
        for (var day = Hours / 24; day < Days; day++)
            if (Zones.At(today.AddDays(day), TimeOnly.MinValue, setting.Zone) is var midnight && condition.Matches(setting with { Now = midnight })) return midnight;
        return week;
    }

    static bool IsRelative(Condition condition) => condition switch
    {
        Condition.All { Items.IsDefault: false } all => all.Items.Any(IsRelative),
        Condition.Any { Items.IsDefault: false } any => any.Items.Any(IsRelative),
        Condition.Test test => _relative.Contains(test.Op),
        _ => false,
    };
}
