using System.Collections.Immutable;
using AesthetixWorkflows.Core.Calendars;
using AesthetixWorkflows.Core.Records;

namespace AesthetixWorkflows.Local.Demo;

/// <summary>What the made-up clinic has besides patients: its team, calendars, pipeline, fields. Every recipe finds here what it needs.</summary>
static class DemoFurniture
{
    static readonly ImmutableDictionary<string, ImmutableArray<OpenHours>> Hours = new[] { "mon", "tue", "wed", "thu", "fri", "sat" }
        .ToImmutableDictionary(day => day, _ => ImmutableArray.Create(new OpenHours(new TimeOnly(9, 0), new TimeOnly(18, 0))));

    public static void Put(ChangeSet changes)
    {
        changes.Put(Kinds.User, "usr_owner", new User("Olive Hart", "olive@lumina.example", "+12125550103", "owner"), 0)
            .Put(Kinds.User, "usr_frontdesk", new User("Nora Fields", "nora@lumina.example", "+12125550101", "frontdesk"), 0)
            .Put(Kinds.User, "usr_frontdesk2", new User("Theo Blum", "theo@lumina.example", "+12125550104", "frontdesk"), 0)
            .Put(Kinds.User, "usr_provider", new User("Dr. Ida Moss", "ida@lumina.example", "+12125550102", "provider"), 0)
            .Put(Kinds.Pipeline, "pipe_consultations", new Pipeline("Consultations",
            [
                new("new", "New"), new("booked", "Booked"), new("done", "Consultation done"), new("sold", "Treatment sold"), new("nurture", "Nurture"), new("noshow", "No-show"),
            ]), 0)
            .Put(Kinds.Calendar, "cal_consultation", new BookingCalendar("Consultations", "Front rooms", "America/New_York", 45, Hours), 0)
            .Put(Kinds.Calendar, "cal_treatment", new BookingCalendar("Treatments", "Treatment rooms", "America/New_York", 60, Hours, 15, "usr_provider"), 0);
        foreach (var (key, label, type) in new[]
        {
            ("last_visit", "Last visit", "date"), ("package_expires", "Package expires", "date"), ("sessions_left", "Sessions left", "number"), ("visits", "Visits so far", "number"),
            ("membership_renewal", "Membership renews", "date"), ("last_skin_check", "Last skin check", "date"), ("review_asked", "Last asked for a review", "date"),
        })
            changes.Put(Kinds.CustomField, $"cfld_{key}", new CustomField(key, label, type), 0);
        changes.Put(Kinds.CustomValue, "cval_waitlist_open", new CustomValue("waitlist_open", "Waitlist: the time is free", "no"), 0)
            .Put(Kinds.CustomValue, "cval_waitlist_start", new CustomValue("waitlist_start", "Waitlist: the time", "none"), 0);
    }
}
