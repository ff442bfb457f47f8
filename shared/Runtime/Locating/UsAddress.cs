using System.Collections.Frozen;
using System.Collections.Immutable;
using AesthetixWorkflows.Core.Identity;
using AesthetixWorkflows.Core.Records;
using NodaTime.TimeZones;

namespace AesthetixWorkflows.Runtime.Locating;

/// <summary>What an address in the USA says about clock and law.</summary>
/// <param name="Zones">Empty: nothing. Several: the state is split, or ZIP and state are not of one place.</param>
/// <param name="State">As it is written; else by the ZIP code.</param>
readonly record struct UsAddress(ImmutableArray<string> Zones, string? State)
{
    static readonly FrozenSet<string> Names = new[] { "US", "USA", "U.S.", "U.S.A.", "United States", "United States of America" }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);
    static readonly FrozenSet<string> Codes = new[] { "US", "PR", "VI", "GU", "MP", "AS" }.ToFrozenSet();

    static readonly FrozenSet<string> UsZones = TzdbDateTimeZoneSource.Default.ZoneLocations!.Where(place => Codes.Contains(place.CountryCode)).Select(place => place.ZoneId).ToFrozenSet();

    public static UsAddress Of(Contact contact, Practice practice)
    {
        var written = UsStates.Code(contact.State);
        if (written is null && contact.PostalCode is null || !IsInUsa(contact, practice)) return new([], written);
        var zip = UsZip.Of(contact.PostalCode);
        var zones = (zip, written) switch
        {
            (null, null) => [],
            (null, _) => StateZones.Of(written),
            (_, null) => zip.Zones,
            _ => zip.State == written ? zip.Zones : [.. zip.Zones.Union(StateZones.Of(written))],
        };
        return new(zones, written ?? zip?.State);
    }

    /// <summary>10115 is in New York and in Berlin: an address without country is read as one at home, and not for a foreign phone.</summary>
    static bool IsInUsa(Contact contact, Practice practice) =>
        contact.Country?.Trim() is { Length: > 0 } country ? Names.Contains(country)
        : contact.Phone?.StartsWith("+1", StringComparison.Ordinal) != false && (UsZones.Contains(practice.TimeZone) || TzdbDateTimeZoneSource.Default.CanonicalIdMap.TryGetValue(practice.TimeZone, out var main) && UsZones.Contains(main));
}
