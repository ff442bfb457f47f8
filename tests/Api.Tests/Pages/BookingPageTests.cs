using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using AesthetixWorkflows.Core.Calendars;
using AesthetixWorkflows.Core.Records;

namespace AesthetixWorkflows.Api.Tests.Pages;

/// <summary>Booking, moving and calling off a visit by a link.</summary>
[Collection(nameof(Stand))]
public sealed class BookingPageTests(Stand stand)
{
    static readonly ImmutableDictionary<string, ImmutableArray<OpenHours>> everyDay = new[] { "mon", "tue", "wed", "thu", "fri", "sat", "sun" }
        .ToImmutableDictionary(day => day, _ => ImmutableArray.Create(new OpenHours(new(9, 0), new(12, 0))));

    async Task<(Visit Visit, string Path)> Offered(Func<BookingLink, BookingLink>? but = null, string? zone = null)
    {
        var visit = await Visit.Of(stand, ada => ada with { TimeZone = zone });
        await visit.Keep(Kinds.Calendar, "cal_1", new BookingCalendar("Consultation <1>", null, null, 60, everyDay));
        return (visit, await Link(visit, but));
    }

    async Task<string> Link(Visit visit, Func<BookingLink, BookingLink>? but = null)
    {
        var (id, link) = (Visit.New("bkl"), new BookingLink("cal_1", Visit.Contact, null, DateTimeOffset.UnixEpoch, null));
        await visit.Keep(Kinds.BookingLink, id, but is null ? link : but(link));
        return Visit.Path(stand.Pages.Booking(visit.Practice, id));
    }

    static List<string> Slots(Seen page) => [.. Regex.Matches(page.Body, "name=\"at\" value=\"([^\"]+)\"").Select(m => m.Groups[1].Value)];
    static string Form(string slot) => $"at={Uri.EscapeDataString(slot)}";

    [Fact]
    public async Task Free_times_of_two_weeks_are_shown_by_day_in_the_patient_s_own_zone()
    {
        var (visit, path) = await Offered(zone: "America/Los_Angeles");
        var page = (await visit.Get(path)).Expect(200, "Book: Consultation &lt;1&gt;", "Los Angeles time", "6:00 AM", "8:00 AM");
        Assert.InRange(Slots(page).Count, 13 * 3, 15 * 3);
        Assert.InRange(Regex.Count(page.Body, "<legend>"), 13, 15);
        Assert.Empty(visit.Events("appointment.booked"));
    }

    [Fact]
    public async Task A_time_is_booked_once_and_the_second_click_shows_the_same_visit()
    {
        var (visit, path) = await Offered();
        var slots = Slots(await visit.Get(path));
        (await visit.Post(path, Form(slots[4]))).Expect(200, "You are booked");
        (await visit.Post(path, Form(slots[5]))).Expect(200, "Your visit is booked");
        (await visit.Get(path)).Expect(200, "Your visit is booked");
        var booked = Assert.Single((await stand.Store.List(Kinds.Appointment, visit.Practice, new(10))).Items).Body;
        Assert.Equal((Visit.Contact, "customer", DateTimeOffset.Parse(slots[4], CultureInfo.InvariantCulture)), (booked.ContactId, booked.ModifiedBy, booked.StartsAt));
        Assert.Equal(Visit.Contact, Assert.Single(visit.Events("appointment.booked")).ContactId);
    }

    [Fact]
    public async Task Two_people_who_want_one_time_do_not_both_get_it()
    {
        var (visit, first) = await Offered();
        var slot = Slots(await visit.Get(first))[2];
        var links = new List<string> { first };
        for (var i = 0; i < 7; i++) links.Add(await Link(visit));
        var seen = await Task.WhenAll(links.Select(link => visit.Post(link, Form(slot))));
        Assert.Single(seen, s => s.Status == 200);
        Assert.All(seen.Where(s => s.Status != 200), s => s.Expect(409, "Somebody else has just taken this time"));
        Assert.Single((await stand.Store.List(Kinds.Appointment, visit.Practice, new(10))).Items);
        Assert.DoesNotContain(slot, Slots(await visit.Get(links.First(l => seen[links.IndexOf(l)].Status != 200))));
    }

    [Theory]
    [InlineData("at=2001-01-01T09:00:00Z", 409)]
    [InlineData("at=2999-01-01T03:00:00Z", 409)]
    [InlineData("at=tomorrow", 400)]
    [InlineData("", 400)]
    public async Task A_time_that_is_not_free_is_not_booked(string form, int status)
    {
        var (visit, path) = await Offered();
        (await visit.Post(path, form)).Expect(status);
        Assert.Empty((await stand.Store.List(Kinds.Appointment, visit.Practice, new(10))).Items);
    }

    [Fact]
    public async Task A_link_that_is_over_says_so_kindly_and_whom_to_call()
    {
        var (visit, path) = await Offered(link => link with { ExpiresAt = DateTimeOffset.UnixEpoch });
        (await visit.Get(path)).Expect(410, "This link has expired", "+12125550100");
        (await visit.Post(path, "at=2999-01-01T15:00:00Z")).Expect(410);
        (await visit.Get(await Link(visit, link => link with { UsedAt = DateTimeOffset.UnixEpoch }))).Expect(410, "This link has been used");
        (await visit.Get("/b/nobody")).Expect(404);
    }

    [Fact]
    public async Task A_full_calendar_says_so()
    {
        var (visit, path) = await Offered();
        await visit.Keep(Kinds.Calendar, "cal_1", new BookingCalendar("Closed", null, null, 60));
        (await visit.Get(path)).Expect(200, "There is no free time in the next two weeks");
    }

    [Fact]
    public async Task A_visit_is_moved_and_called_off_by_its_own_address()
    {
        var (visit, path) = await Offered();
        var slots = Slots(await visit.Get(path));
        var id = Visit.New("apt");
        await visit.Keep(Kinds.Appointment, id, new Appointment { ContactId = Visit.Contact, CalendarId = "cal_1", Title = "Consultation", StartsAt = DateTimeOffset.Parse(slots[3], CultureInfo.InvariantCulture) });
        var page = Visit.Path(stand.Pages.Visit(visit.Practice, id));
        (await visit.Get(page)).Expect(200, "Move it to this time", "Cancel this visit");
        (await visit.Post(page, Form(slots[7]))).Expect(200, "Your visit has been moved.");
        (await visit.Post(page, Form(slots[7]))).Expect(200);
        var moved = await visit.Find(Kinds.Appointment, id);
        Assert.Equal((DateTimeOffset.Parse(slots[7], CultureInfo.InvariantCulture), true, "customer"), (moved.StartsAt, moved.Rescheduled, moved.ModifiedBy));
        Assert.Single(visit.Events("appointment.rescheduled"));
        (await visit.Get(page + "?cancel")).Expect(200, "Cancel this visit");
        for (var i = 0; i < 2; i++) (await visit.Post(page, "do=cancel")).Expect(200, "This visit was called off");
        Assert.Equal(AppointmentStatus.Cancelled, (await visit.Find(Kinds.Appointment, id)).Status);
        Assert.Single(visit.Events("appointment.status.changed"));
        (await visit.Post(page, Form(slots[8]))).Expect(200, "This visit was called off");
    }

    [Fact]
    public async Task What_another_system_booked_or_what_is_over_is_not_changed_here()
    {
        var (visit, path) = await Offered();
        var slots = Slots(await visit.Get(path));
        foreach (var fixedVisit in new[]
        {
            new Appointment { ContactId = Visit.Contact, CalendarId = "cal_1", StartsAt = DateTimeOffset.Parse(slots[3], CultureInfo.InvariantCulture), ExternalId = "A-" + visit.Practice },
            new Appointment { ContactId = Visit.Contact, CalendarId = "cal_1", StartsAt = DateTimeOffset.UnixEpoch },
        })
        {
            var id = Visit.New("apt");
            await visit.Keep(Kinds.Appointment, id, fixedVisit);
            var page = Visit.Path(stand.Pages.Visit(visit.Practice, id));
            Assert.DoesNotContain("<form", (await visit.Get(page)).Expect(200).Body, StringComparison.Ordinal);
            (await visit.Post(page, Form(slots[7]))).Expect(409, "can no longer be changed here");
            (await visit.Post(page, "do=cancel")).Expect(409);
            Assert.Equal(fixedVisit.StartsAt, (await visit.Find(Kinds.Appointment, id)).StartsAt);
        }
    }
}
