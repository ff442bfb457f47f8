using System.Collections.Concurrent;
using System.Collections.Frozen;
using NodaTime;
using NodaTime.TimeZones;

namespace AesthetixWorkflows.Core.Calendars;

/// <summary>IANA time zones: the local clock of an instant, and the instant of a local clock.</summary>
/// <remarks>A zone nobody knows reads as UTC. Publishing refuses one and callers ask <see cref="IsKnown"/> of a contact's;
/// what is already under way goes on rather than stop for it. Instants beyond the years 100 to 9900 are drawn in to them,
/// so that sums never overflow.</remarks>
public static class Zones
{
    static readonly FrozenSet<string> ids = DateTimeZoneProviders.Tzdb.Ids.ToFrozenSet(StringComparer.Ordinal);
    static readonly ConcurrentDictionary<string, DateTimeZone> found = new(StringComparer.Ordinal);
    static readonly DateTimeOffset earliest = new(100, 1, 1, 0, 0, 0, TimeSpan.Zero);
    static readonly DateTimeOffset latest = new(9900, 1, 1, 0, 0, 0, TimeSpan.Zero);

    // A local time that the clocks skip becomes the first one after the gap; one that comes twice, the earlier.
    static readonly ZoneLocalMappingResolver resolver =
        Resolvers.CreateMappingResolver(Resolvers.ReturnEarlier, Resolvers.ReturnStartOfIntervalAfter);

    /// <summary>Whether this is the exact name of an IANA zone, as in <c>America/New_York</c>.</summary>
    public static bool IsKnown(string? zone) => zone is not null && ids.Contains(zone);

    /// <summary>The same instant, carrying the zone's offset: its date and time are those on the wall.</summary>
    public static DateTimeOffset ToLocal(DateTimeOffset at, string zone) => Local(at, zone).ToDateTimeOffset();

    /// <summary>The local date at an instant.</summary>
    public static DateOnly DateOf(DateTimeOffset at, string zone) => Local(at, zone).Date.ToDateOnly();

    /// <summary>The instant of a local date and time. Skipped by the clocks: the first valid time after it. Twice: the earlier.</summary>
    public static DateTimeOffset At(DateOnly date, TimeOnly time, string zone) =>
        At(Within(date).ToLocalDate() + time.ToLocalTime(), Find(zone)).ToDateTimeOffset();

    internal static ZonedDateTime At(LocalDateTime local, DateTimeZone zone) => zone.ResolveLocal(local, resolver);

    internal static ZonedDateTime Local(DateTimeOffset at, string zone) =>
        Instant.FromDateTimeOffset(Within(at)).InZone(Find(zone));

    internal static DateTimeZone Find(string? zone)
    {
        if (zone is null)
            return DateTimeZone.Utc;
        if (found.TryGetValue(zone, out var known))
            return known;
        // Only real names are remembered: names come from contacts, and their number has no bound.
        return ids.Contains(zone) ? found.GetOrAdd(zone, DateTimeZoneProviders.Tzdb[zone]) : DateTimeZone.Utc;
    }

    static DateTimeOffset Within(DateTimeOffset at) => at < earliest ? earliest : at > latest ? latest : at;

    static DateOnly Within(DateOnly date) => date.Year < earliest.Year ? new(earliest.Year, 1, 1)
        : date.Year >= latest.Year ? new(latest.Year, 1, 1) : date;

    static LocalDate ToLocalDate(this DateOnly date) => LocalDate.FromDateOnly(date);

    static LocalTime ToLocalTime(this TimeOnly time) => LocalTime.FromTimeOnly(time);
}
