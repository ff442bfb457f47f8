using System.Runtime.CompilerServices;
using AesthetixWorkflows.Catalogue.Acting;
using AesthetixWorkflows.Core.Calendars;
using AesthetixWorkflows.Core.Records;

namespace AesthetixWorkflows.Catalogue.Booking;

/// <summary>When one of the practice's calendars is free: its hours less the visits that are on it.</summary>
/// <param name="zone">The practice's; a calendar may have its own.</param>
public sealed class CalendarSlots(IRecords records, string practice, string calendarId, BookingCalendar calendar, string zone)
{
    const int MostPerDay = 200;
    readonly Dictionary<string, IReadOnlyList<(DateTimeOffset, DateTimeOffset)>> _days = [];
    readonly Window _open = calendar.Open();
    readonly string _zone = calendar.TimeZone ?? zone;

    TimeSpan Length => TimeSpan.FromMinutes(calendar.Minutes);
    TimeSpan Buffer => TimeSpan.FromMinutes(calendar.BufferMinutes);

    /// <summary>Free slots in order; read day by day, so whoever wants the first reads no further.</summary>
    public async IAsyncEnumerable<DateTimeOffset> Between(DateTimeOffset from, DateTimeOffset to, [EnumeratorCancellation] CancellationToken ct)
    {
        for (var at = from; at < to; at = at.AddDays(1))
        {
            var end = at.AddDays(1) < to ? at.AddDays(1) : to;
            foreach (var slot in FreeSlots.Between(at, end, _open, _zone, Length, Buffer, await Taken(at, end, ct))) yield return slot;
        }
    }

    public async Task<bool> IsFree(DateTimeOffset at, CancellationToken ct) => FreeSlots.Fits(at, _open, _zone, Length, Buffer, await Taken(at, at, ct));

    /// <summary>What may reach into a stretch of time: visits that begin on the days around it.</summary>
    async Task<List<(DateTimeOffset, DateTimeOffset)>> Taken(DateTimeOffset from, DateTimeOffset to, CancellationToken ct)
    {
        var taken = new List<(DateTimeOffset, DateTimeOffset)>();
        for (var day = from.UtcDateTime.Date.AddDays(-1); day <= to.UtcDateTime.Date.AddDays(1); day = day.AddDays(1))
            taken.AddRange(await Day(new(day, TimeSpan.Zero), ct));
        return taken;
    }

    async Task<IReadOnlyList<(DateTimeOffset, DateTimeOffset)>> Day(DateTimeOffset day, CancellationToken ct)
    {
        var value = Kinds.CalendarDay(calendarId, day);
        if (_days.TryGetValue(value, out var known)) return known;
        var page = await records.List(Kinds.Appointment, practice, new Listing(MostPerDay, Index: "day", Value: value), ct);
        return _days[value] = [.. page.Items.Select(item => (item.Body.StartsAt, item.Body.EndsAt ?? item.Body.StartsAt + Length))];
    }
}
