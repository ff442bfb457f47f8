using System.Collections.Immutable;
using AesthetixWorkflows.Core.Calendars;
using AesthetixWorkflows.Core.Records;
using NodaTime.TimeZones;

namespace AesthetixWorkflows.Runtime.Locating;

/// <summary>Where a contact probably is. Asked when a phone might ring: what holds in every one of the zones holds where the contact is.</summary>
/// <param name="Zones">At least one; of zones that show the same time at the moment of asking, one stands for all.</param>
/// <param name="State">The two letters of the state whose law the phone is under; null: not known.</param>
public sealed record Whereabouts(ImmutableArray<string> Zones, ZoneSource From, string? State)
{
    public static Whereabouts Of(Contact contact, Practice practice, DateTimeOffset now)
    {
        var address = UsAddress.Of(contact, practice);
        if (ContactClock.Own(contact) is { } own) return new([own], ZoneSource.Contact, address.State);
        if (!address.Zones.IsEmpty) return new(Apart(address.Zones, now), ZoneSource.Address, address.State);
        var phone = PhoneZones.Of(contact.Phone);
        // Within its own country a mobile number tells no more than the practice's clock does.
        if (phone.Zones.IsEmpty || !phone.IsPlace && phone.Zones.Any(zone => IsSame(zone, practice.TimeZone))) return new([practice.TimeZone], ZoneSource.Practice, address.State);
        if (phone.Zones is [var home] && home == practice.TimeZone) return new(phone.Zones, ZoneSource.Phone, address.State);
        // People move and keep their numbers, so the practice's clock counts besides.
        return new(Apart([.. phone.Zones, practice.TimeZone], now), ZoneSource.Phone, address.State);
    }

    /// <summary>The zones that show different times now. The likeliest name goes first: London rather than Guernsey.</summary>
    static ImmutableArray<string> Apart(ImmutableArray<string> zones, DateTimeOffset now) => zones.Length == 1 ? zones
        : [.. zones.GroupBy(zone => Core.Calendars.Zones.ToLocal(now, zone).Offset).Select(same => same.FirstOrDefault(IsItself) ?? same.First())];

    static bool IsItself(string zone) => Main(zone) == zone;

    static bool IsSame(string one, string other) => Main(one) == Main(other);

    static string Main(string zone) => TzdbDateTimeZoneSource.Default.CanonicalIdMap.TryGetValue(zone, out var main) ? main : zone;
}

/// <summary>What tells a contact's time zones.</summary>
public enum ZoneSource { Contact, Address, Phone, Practice }
