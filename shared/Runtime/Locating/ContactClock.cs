using AesthetixWorkflows.Core.Calendars;
using AesthetixWorkflows.Core.Records;

namespace AesthetixWorkflows.Runtime.Locating;

/// <summary>The one clock by which a contact's days and times are told: its own zone, else the practice's.</summary>
/// <remarks>What <see cref="Whereabouts"/> makes of an address or a number is good enough to keep a text back and not to name a time by.
/// A visit's time is told by neither: <see cref="Core.Conditions.Setting.ZoneOf"/>.</remarks>
public static class ContactClock
{
    public static string Of(Contact? contact, Practice practice) => Own(contact) ?? practice.TimeZone;

    /// <returns>Null: the contact has none, or one that nobody knows.</returns>
    public static string? Own(Contact? contact) => Zones.IsKnown(contact?.TimeZone) ? contact!.TimeZone : null;
}
