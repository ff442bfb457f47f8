using System.Globalization;
using System.Text.Json.Nodes;
using AesthetixWorkflows.Catalogue.Acting;
using AesthetixWorkflows.Catalogue.Booking;
using AesthetixWorkflows.Catalogue.Describing;
using AesthetixWorkflows.Core.Conditions;
using AesthetixWorkflows.Core.Machine;
using AesthetixWorkflows.Core.Records;

namespace AesthetixWorkflows.Catalogue.Actions;

/// <summary>Books a visit for the contact. No free time is a failure, so the step's failure branch is the way for it.</summary>
sealed class AppointmentBook : ActionType
{
    const string Month = "P30D";

    public override ActionDescriptor Descriptor { get; } = new("appointment.book", "Book appointment", "Appointments", "Books the next free time on a calendar, or the time you give. If it is not free it takes the way for failures.",
        Config:
        [
            new("calendarId", FieldKind.Reference, "Calendar", Required: true, Of: "calendar"),
            new("when", FieldKind.Choice, "When", Options: [new("next", "Next free time"), new("at", "At this time")]),
            new("at", FieldKind.Instant, "Time", Merge: true, Exact: true),
            new("notBefore", FieldKind.Duration, "Not before", Help: "From now: P2D is the day after tomorrow at the earliest."),
            new("within", FieldKind.Duration, "Not later than", Help: "From now. Left empty: 30 days."),
            new("override", FieldKind.Flag, "Even if the calendar is closed or taken then", Help: "For a given time."),
            new("userId", FieldKind.Reference, "With", Of: "user", Help: "Left empty: as the calendar says."),
            new("title", FieldKind.Text, "Title", MaxLength: 300, Merge: true, Help: "Left empty: the calendar's name."),
            new("service", FieldKind.Text, "Treatment", MaxLength: 200, Merge: true),
        ],
        Outputs: [new("id", "Appointment id"), new("startsAt", "Start", "date"), new("endsAt", "End", "date")]);

    public override async Task<Outcome> Execute(ActionCall call, CancellationToken ct)
    {
        var calendarId = call.Config.Need("calendarId");
        if (await call.Records.Find(Kinds.Calendar, call.PracticeId, calendarId, ct) is not { Body: var calendar }) return new Outcome.Failed("calendar.notFound", Retryable: false);
        // Read before the visits: a booking that comes in between makes this one's commit fail, and it looks again.
        var mark = await call.Records.Find(Kinds.BookingMark, call.PracticeId, calendarId, ct);
        var (at, problem) = await Time(call, new CalendarSlots(call.Records, call.PracticeId, calendarId, calendar, call.Practice.TimeZone), ct);
        if (at is not { } startsAt) return new Outcome.Failed(problem!, Retryable: false);

        var id = call.NewId(Kinds.Appointment.Prefix);
        var appointment = new Appointment
        {
            ContactId = call.ContactId,
            CalendarId = calendarId,
            UserId = call.Config.Text("userId") ?? calendar.UserId,
            Title = call.Config.Text("title") ?? calendar.Name,
            Service = call.Config.Text("service"),
            StartsAt = startsAt,
            EndsAt = startsAt.AddMinutes(calendar.Minutes),
            ModifiedBy = "workflow", ModifiedById = call.Enrollment.WorkflowId,
            CreatedAt = call.Now,
        };
        call.Changes.Put(Kinds.BookingMark, calendarId, new BookingMark(call.EffectId, call.Now), mark?.Revision ?? 0);
        call.Changes.Put(Kinds.Appointment, id, appointment, 0);
        call.Give(new JsonObject { ["id"] = id, ["startsAt"] = Iso(startsAt), ["endsAt"] = Iso(appointment.EndsAt.Value) });
        call.Raise("appointment.booked", await Appointments.Data(call, id, null, appointment, ct));
        return new Outcome.Done(id);
    }

    static async Task<(DateTimeOffset? At, string? Problem)> Time(ActionCall call, CalendarSlots slots, CancellationToken ct)
    {
        var config = call.Config;
        if (config.Text("when") == "at")
        {
            if (!Moment.TryParse(config.Need("at"), out var moment) || moment.Instant is not { } at) return (null, "appointment.at.invalid");
            if (at <= call.Now) return (null, "appointment.at.past");
            return config.Flag("override") || await slots.IsFree(at, ct) ? (at, null) : (null, "calendar.full");
        }
        var from = config.Text("notBefore") is { } wait ? Due.After(call.Now, call.Setting.Zone, wait) ?? call.Now : call.Now;
        var to = Due.After(call.Now, call.Setting.Zone, config.Text("within") ?? Month) ?? call.Now;
        await foreach (var slot in slots.Between(from, to, ct)) return (slot, null);
        return (null, "calendar.full");
    }

    static string Iso(DateTimeOffset at) => at.ToString("O", CultureInfo.InvariantCulture);
}
