using AesthetixWorkflows.Catalogue.Booking;
using AesthetixWorkflows.Core.Records;
using AesthetixWorkflows.Runtime.Locating;
using AesthetixWorkflows.Runtime.Ports;

namespace AesthetixWorkflows.Api.Pages;

/// <summary>What a booking page shows of a calendar: whose it is, and when it is free in the next two weeks.</summary>
/// <param name="Zone">The contact's, in which all times are shown.</param>
/// <param name="HouseZone">Where the visit takes place.</param>
sealed record FreeTimes(string Practice, string? Phone, string Title, string Zone, string HouseZone, IReadOnlyList<DateTimeOffset> Slots)
{
    const int Days = 14, Most = 400;

    /// <returns>Null: the practice is gone.</returns>
    public static async Task<FreeTimes?> Read(IStore store, string practice, string? calendarId, string? title, string contactId, DateTimeOffset now, bool slots, CancellationToken ct)
    {
        if (await store.Find(Kinds.Practice, practice, practice, ct) is not { Body: var house }) return null;
        var calendar = calendarId is null ? null : (await store.Find(Kinds.Calendar, practice, calendarId, ct))?.Body;
        var houseZone = calendar?.TimeZone ?? house.TimeZone;
        var zone = ContactClock.Own((await store.Find(Kinds.Contact, practice, contactId, ct))?.Body) ?? houseZone;
        var free = new List<DateTimeOffset>();
        if (slots && calendar is not null)
            await foreach (var slot in new CalendarSlots(store, practice, calendarId!, calendar, house.TimeZone).Between(now, now.AddDays(Days), ct))
                if (slot > now && free.Count < Most) free.Add(slot);
        return new(house.Name, house.Phone, title ?? calendar?.Name ?? "Your visit", zone, houseZone, free);
    }
}
