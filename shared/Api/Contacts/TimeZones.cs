using NodaTime;

namespace AesthetixWorkflows.Api.Contacts;

/// <summary>IANA zones, from the same tzdb that waits are computed with.</summary>
static class TimeZones
{
    public static bool Known(string zone) => DateTimeZoneProviders.Tzdb.GetZoneOrNull(zone) is not null;
}
