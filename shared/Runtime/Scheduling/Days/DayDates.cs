using System.Text.Json;
using AesthetixWorkflows.Core.Calendars;
using AesthetixWorkflows.Core.Conditions;
using AesthetixWorkflows.Core.Records;

namespace AesthetixWorkflows.Runtime.Scheduling.Days;

/// <summary>Whether a date of a record has its turn. Records without the date are passed over.</summary>
static class DayDates
{
    /// <param name="about">The date that has its turn.</param>
    /// <returns>The birthday's year counts from birth; on the day of birth itself there is none.</returns>
    public static int? AgeOn(Contact contact, DateOnly about) =>
        contact.DateOfBirth is { } born && born.Year < about.Year && Anniversary.IsOn(born, about) ? about.Year - born.Year : null;

    public static DateOnly? Of(Contact contact, string? field, string zone) => field switch
    {
        "createdAt" => Zones.DateOf(contact.CreatedAt, zone),
        "dateOfBirth" => contact.DateOfBirth,
        null or "" => null,
        _ => contact.Fields.TryGetValue(field, out var value) && value.ValueKind is JsonValueKind.String && Moment.TryParse(value.GetString(), out var moment)
            ? moment.DayIn(zone) : null,
    };

    public static bool HasItsTurn(DateOnly date, DateOnly about, bool yearly) => yearly ? Anniversary.IsOn(date, about) : date == about;
}
