using AesthetixWorkflows.Core.Calendars;
using AesthetixWorkflows.Core.Machine;
using AesthetixWorkflows.Core.Records;
using System.Collections.Immutable;

namespace AesthetixWorkflows.Catalogue.Tests.Actions;

/// <summary>It is Friday 6 March 2026, 10:00 in New York; the clocks change on Sunday.</summary>
public sealed class BookingActionTests
{
    readonly Stage _stage = new();

    static readonly BookingCalendar Room = new("Consultation", "Injectables", null, 30,
        new Dictionary<string, ImmutableArray<OpenHours>> { ["mon"] = [Hours(9, 12)], ["fri"] = [Hours(9, 11)] }.ToImmutableDictionary(), 15, "usr_1", "https://glow.example/book/{token}");

    static OpenHours Hours(int from, int to) => new(new(from, 0), new(to, 0));
    static DateTimeOffset Utc(int day, int hour, int minute) => new(2026, 3, day, hour, minute, 0, TimeSpan.Zero);

    public BookingActionTests() => _stage.Records.Add(Kinds.Calendar, "cal_1", Room);

    void Visit(string id, DateTimeOffset at, AppointmentStatus status = AppointmentStatus.New) =>
        _stage.Records.Add(Kinds.Appointment, id, new Appointment { ContactId = "con_9", CalendarId = "cal_1", StartsAt = at, EndsAt = at.AddMinutes(30), Status = status });

    [Fact]
    public async Task The_next_free_time_is_booked()
    {
        // 09:00 and 09:45 have begun, so it is 10:30.
        await _stage.Run("appointment.book", """{ "calendarId": "cal_1" }""");
        var made = _stage.Written(Kinds.Appointment);
        Assert.Equal((Utc(6, 15, 30), Utc(6, 16, 0), "con_1", "usr_1", "Consultation", "workflow"), (made.StartsAt.ToUniversalTime(), made.EndsAt!.Value.ToUniversalTime(), made.ContactId, made.UserId, made.Title, made.ModifiedBy));
        var (type, data) = Assert.Single(_stage.Events);
        Assert.Equal(("appointment.booked", "Injectables"), (type, data["appointment"]!["calendarGroup"]!.GetValue<string>()));
        Assert.Equal(data["appointment"]!["id"]!.GetValue<string>(), _stage.Output!.Value.GetProperty("id").GetString());
    }

    [Fact]
    public async Task What_is_taken_is_passed_over_with_its_buffer_and_the_local_hours_hold_after_the_clock_change()
    {
        Visit("apt_1", Utc(6, 15, 30));
        Visit("apt_2", Utc(9, 13, 0));
        Visit("apt_3", Utc(9, 13, 45), AppointmentStatus.Cancelled);
        await _stage.Run("appointment.book", """{ "calendarId": "cal_1" }""");
        Assert.Equal(Utc(9, 13, 45), _stage.Written(Kinds.Appointment).StartsAt.ToUniversalTime());
    }

    [Fact]
    public async Task No_free_time_within_reach_fails_for_good()
    {
        Visit("apt_1", Utc(6, 15, 30));
        Assert.Equal(new Outcome.Failed("calendar.full", false), await _stage.Run("appointment.book", """{ "calendarId": "cal_1", "within": "P2D" }"""));
        Assert.True(_stage.Changes.IsEmpty);
    }

    [Theory]
    [InlineData("2026-03-09T09:10:00-04:00", null)]
    [InlineData("2026-03-09T11:40:00-04:00", "calendar.full")]
    [InlineData("2026-03-10T09:00:00-04:00", "calendar.full")]
    [InlineData("2026-03-06T09:00:00-05:00", "appointment.at.past")]
    public async Task A_given_time_must_be_free_and_ahead(string at, string? failure)
    {
        var outcome = await _stage.Run("appointment.book", $$"""{ "calendarId": "cal_1", "when": "at", "at": "{{at}}" }""");
        Assert.Equal(failure, (outcome as Outcome.Failed)?.Code);
    }

    [Fact]
    public async Task A_person_s_word_goes_before_the_calendar_s()
    {
        await _stage.Run("appointment.book", """{ "calendarId": "cal_1", "when": "at", "at": "2026-03-10T20:00:00-04:00", "override": true, "userId": "usr_2" }""");
        Assert.Equal("usr_2", _stage.Written(Kinds.Appointment).UserId);
    }

    [Fact]
    public async Task Two_bookings_at_once_cannot_both_be_written()
    {
        _stage.Records.Add(Kinds.BookingMark, "cal_1", new BookingMark("enr_0/s1/1", Stage.Now));
        await _stage.Run("appointment.book", """{ "calendarId": "cal_1" }""");
        Assert.Equal(1, Assert.Single(_stage.Changes.Changes.OfType<Change.Put>(), put => put.Kind == "bookingMark").ExpectedRevision);
    }

    [Fact]
    public async Task A_calendar_without_hours_has_no_free_time()
    {
        _stage.Records.Add(Kinds.Calendar, "cal_2", new BookingCalendar("Room 2", null, null, 30));
        Assert.Equal(new Outcome.Failed("calendar.full", false), await _stage.Run("appointment.book", """{ "calendarId": "cal_2" }"""));
        Assert.Equal(new Outcome.Failed("calendar.notFound", false), await _stage.Run("appointment.book", """{ "calendarId": "cal_9" }"""));
        Assert.Equal(new Outcome.Failed("calendar.noBookingUrl", false), await _stage.Run("appointment.link", """{ "calendarId": "cal_2" }"""));
    }

    [Fact]
    public async Task A_booking_link_is_the_same_at_every_attempt()
    {
        await _stage.Run("appointment.link", """{ "calendarId": "cal_1", "validFor": "P7D" }""");
        var url = _stage.Output!.Value.GetProperty("url").GetString()!;
        Assert.Equal(("cal_1", "con_1"), (_stage.Written(Kinds.BookingLink).CalendarId, _stage.Written(Kinds.BookingLink).ContactId));
        var later = new Stage { At = Stage.Now.AddHours(3) };
        later.Records.Add(Kinds.Calendar, "cal_1", Room);
        await later.Run("appointment.link", """{ "calendarId": "cal_1", "validFor": "P7D" }""");
        Assert.Equal(url, later.Output!.Value.GetProperty("url").GetString());
    }

    [Fact]
    public async Task A_note_on_a_visit_names_the_visit()
    {
        Visit("apt_1", Utc(9, 13, 0));
        Assert.Equal(new Outcome.Skipped("appointment.none"), await _stage.Run("appointment.note.add", """{ "text": "Parking behind the house" }"""));
        _stage.ScopeKey = "appointment:apt_1";
        await _stage.Run("appointment.note.add", """{ "text": "Parking behind the house" }""");
        Assert.Equal(("con_9", "apt_1"), (_stage.Written(Kinds.Note).ContactId, _stage.Written(Kinds.Note).AppointmentId));
    }

    [Fact]
    public async Task An_opportunity_changes_hands()
    {
        _stage.Records.Add(Kinds.Opportunity, "opp_1", new Opportunity { ContactId = "con_1", Name = "a", PipelineId = "p", StageId = "s", AssignedTo = "usr_1", Followers = ["usr_3"] });
        Assert.Equal(new Outcome.Skipped("opportunity.assigned"), await _stage.Run("opportunity.owner.set", """{ "users": ["usr_2"], "onlyIfUnassigned": true }"""));
        await _stage.Run("opportunity.owner.set", """{ "remove": true, "followers": ["usr_1"], "unfollow": ["usr_3"] }""");
        var after = _stage.Written(Kinds.Opportunity);
        Assert.Equal((null, "usr_1"), (after.AssignedTo, string.Join(' ', after.Followers)));
        Assert.Equal("opportunity.changed", Assert.Single(_stage.Events).Type);
    }

    [Fact]
    public async Task An_opportunity_is_removed_only_in_the_pipeline_that_is_meant()
    {
        _stage.Records.Add(Kinds.Opportunity, "opp_1", new Opportunity { ContactId = "con_1", Name = "a", PipelineId = "p", StageId = "s" });
        Assert.Equal(new Outcome.Skipped("opportunity.none"), await _stage.Run("opportunity.remove", """{ "pipelineId": "other" }"""));
        Assert.Equal(new Outcome.Done("opp_1"), await _stage.Run("opportunity.remove", """{ "pipelineId": "p" }"""));
        Assert.Equal("opp_1", Assert.Single(_stage.Changes.Changes.OfType<Change.Delete>()).Id);
    }
}
