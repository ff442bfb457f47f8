using AesthetixWorkflows.Core.Calendars;
using AesthetixWorkflows.Core.Records;

namespace AesthetixWorkflows.Runtime.Locating;

/// <summary>The one clock by which a contact's days and times are told: its own zone, or that of an address that has only one;
/// else the practice's. A phone number is a guess, good enough to keep a text back and not to name a time by.</summary>
public static class ContactClock
{
    public static string Of(Contact? contact, Practice practice) => Certain(contact, practice) ?? practice.TimeZone;

    /// <returns>Null: nothing but a guess is known.</returns>
    public static string? Certain(Contact? contact, Practice practice) =>
        contact is null ? null : Zones.IsKnown(contact.TimeZone) ? contact.TimeZone : UsAddress.Of(contact, practice).Zones is [var only] ? only : null;
}
