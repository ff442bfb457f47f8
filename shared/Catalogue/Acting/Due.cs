using NodaTime;
using NodaTime.Text;

namespace AesthetixWorkflows.Catalogue.Acting;

/// <summary>A moment some time from now: days and longer keep the local time of day, hours and shorter are exact.</summary>
static class Due
{
    public static DateTimeOffset? After(DateTimeOffset now, string zoneId, string duration)
    {
        var parsed = PeriodPattern.NormalizingIso.Parse(duration);
        if (!parsed.Success) return null;
        var period = parsed.Value;
        var zone = DateTimeZoneProviders.Tzdb.GetZoneOrNull(zoneId) ?? DateTimeZone.Utc;
        var days = new PeriodBuilder { Years = period.Years, Months = period.Months, Weeks = period.Weeks, Days = period.Days }.Build();
        var time = new PeriodBuilder { Hours = period.Hours, Minutes = period.Minutes, Seconds = period.Seconds }.Build();
        var local = Instant.FromDateTimeOffset(now).InZone(zone).LocalDateTime.Plus(days);
        return local.InZoneLeniently(zone).Plus(time.ToDuration()).ToDateTimeOffset();
    }
}
