using AesthetixWorkflows.Core.Enrollments;
using static AesthetixWorkflows.Specs.Running.Pieces;

namespace AesthetixWorkflows.Specs.Running;

/// <summary>Reminders follow the visit they are about.</summary>
public abstract class VisitsSpec<THost> : RunnerSpec<THost> where THost : ICarriers, new()
{
    static readonly Flow Reminders = new("appointment.booked", Email("confirm"), Before("w48", "-P2D"), Text("t48"), Before("w24", "-P1D"), Text("t24"), Before("w2", "-PT2H"), Text("t2"))
    {
        Settings = new() { ["scope"] = "appointment" },
    };

    [Fact]
    public async Task Each_reminder_goes_at_its_time()
    {
        var visit = await Booked(TimeSpan.FromDays(5));
        await Clinic.PassUntil(visit.AddDays(-2));
        Assert.Equal(["confirm", "t48"], Clinic.Sent());
        await Clinic.PassUntil(visit.AddDays(-1));
        await Clinic.PassUntil(visit.AddHours(-2));
        Assert.Equal(["confirm", "t48", "t24", "t2"], Clinic.Sent());
        (await Clinic.Only()).IsOver(EnrollmentStatus.Completed, "finished");
    }

    [Fact]
    public async Task C3_a_visit_moved_after_the_first_text_gets_the_reminders_of_its_new_time_only()
    {
        var tuesday = await Booked(TimeSpan.FromDays(5));
        await Clinic.PassUntil(tuesday.AddDays(-2));
        var thursday = tuesday.AddDays(2);
        await Clinic.Moves((await Clinic.Only()).ContactId!, "v1", thursday);
        await Clinic.Quiet();
        await Clinic.PassUntil(tuesday.AddMinutes(1));
        Assert.Equal(["confirm", "t48", "t48"], Clinic.Sent());
        await Clinic.PassUntil(thursday.AddDays(-1));
        await Clinic.PassUntil(thursday.AddHours(-2));
        await Clinic.PassUntil(thursday);
        Assert.Equal(["confirm", "t48", "t48", "t24", "t2"], Clinic.Sent());
    }

    [Fact]
    public async Task C4_a_visit_three_hours_ahead_gets_only_the_last_text()
    {
        var visit = await Booked(TimeSpan.FromHours(3));
        await Clinic.PassUntil(visit.AddHours(-2));
        Assert.Equal(["confirm", "t2"], Clinic.Sent());
    }

    [Fact]
    public async Task C5_two_visits_of_one_contact_are_two_runs_and_each_follows_its_own()
    {
        await Clinic.Publish(Reminders);
        var ada = await Clinic.Person();
        var (first, second) = (Clinic.Now.AddDays(5), Clinic.Now.AddDays(9));
        await Clinic.Books(ada, "v1", first);
        await Clinic.Books(ada, "v2", second);
        await Clinic.Quiet();
        Assert.Equal(2, (await Clinic.Enrollments()).Count);
        await Clinic.Turns(ada, "v1", "cancelled");
        await Clinic.Quiet();
        await Clinic.PassUntil(second.AddDays(-2));
        Assert.Equal(["confirm", "confirm", "t48"], Clinic.Sent());
        Assert.Single(await Clinic.Enrollments(), e => e.IsLive);
    }

    [Fact]
    public async Task A_visit_with_several_treatments_is_one_run_and_one_message_that_names_them()
    {
        await Clinic.Publish(new Flow("appointment.booked", Email("confirm", "{{appointment.services | list}}:{{#each appointment.services}} {{@number}} {{this}}{{/each}}{{#if appointment.location}} at {{appointment.location}}{{/if}}."))
        {
            Settings = new() { ["scope"] = "appointment" },
        });
        var ada = await Clinic.Person();
        object Visit(string id, params object[] services) => new { appointment = new { externalId = id, startsAt = Clinic.Now.AddDays(5), services } };
        await Clinic.Happens("appointment.booked", ada, Visit("v1", new { name = "Botox", price = 300 }, "Peel", new { name = "Laser" }), "book-1");
        await Clinic.Happens("appointment.booked", ada, Visit("v2", "Facial"), "book-2");
        await Clinic.Quiet();
        Assert.Equal(["Botox, Peel and Laser: 1 Botox 2 Peel 3 Laser.", "Facial: 1 Facial."], Clinic.Post.Sent.Select(message => message.Text).Order());
    }

    [Fact]
    public async Task A_branch_may_ask_about_all_visits_of_the_patient_as_they_are_then()
    {
        await Clinic.Publish(new Flow("form.submitted", If("ahead", Where("visits.nextAt", "notEmpty", null), "soon", "none"), Email("soon", "{{visits.count}} so far, next {{visits.nextAt | date: \"yyyy-MM-dd\"}}").To(null), Email("none", "{{visits.count}} so far")));
        var (ada, bea) = (await Clinic.Person(), await Clinic.Person("Bea"));
        await Clinic.Books(ada, "past", Clinic.Now.AddDays(-9));
        await Clinic.Books(ada, "off", Clinic.Now.AddDays(2));
        await Clinic.Turns(ada, "off", "cancelled");
        await Clinic.Books(ada, "late", Clinic.Now.AddDays(30));
        await Clinic.Books(ada, "next", Clinic.Now.AddDays(5));
        await Clinic.Quiet();
        await Clinic.Form(ada);
        await Clinic.Form(bea);
        await Clinic.Quiet();
        var next = TimeZoneInfo.ConvertTime(Clinic.Now.AddDays(5), TimeZoneInfo.FindSystemTimeZoneById("America/New_York"));
        Assert.Equal([$"1 so far, next {next:yyyy-MM-dd}", "0 so far"], Clinic.Post.Sent.OrderBy(message => message.ContactId == ada ? 0 : 1).Select(message => message.Text));
    }

    [Theory]
    [InlineData("cancelled")]
    [InlineData("noshow")]
    public async Task A_visit_that_will_not_be_ends_its_reminders(string status)
    {
        var visit = await Booked(TimeSpan.FromDays(5));
        await Clinic.Turns((await Clinic.Only()).ContactId!, "v1", status);
        await Clinic.PassUntil(visit);
        Assert.Equal(["confirm"], Clinic.Sent());
        (await Clinic.Only()).IsOver(EnrollmentStatus.Exited, $"appointment.{status}");
    }

    [Fact]
    public async Task A_visit_moved_after_its_reminders_are_through_is_reminded_of_again()
    {
        var visit = await Booked(TimeSpan.FromDays(5));
        foreach (var at in new[] { visit.AddDays(-2), visit.AddDays(-1), visit.AddHours(-2) }) await Clinic.PassUntil(at);
        var later = visit.AddDays(7);
        await Clinic.Moves((await Clinic.Only()).ContactId!, "v1", later);
        await Clinic.Quiet();
        foreach (var at in new[] { later.AddDays(-2), later.AddDays(-1), later.AddHours(-2) }) await Clinic.PassUntil(at);
        Assert.Equal(["confirm", "t48", "t24", "t2", "t48", "t24", "t2"], Clinic.Sent());
    }

    [Fact]
    public async Task No_show_starts_the_workflow_that_waits_for_it()
    {
        await Clinic.Publish(new Flow("appointment.status.changed", If("if", Where("appointment.status", "is", "noshow"), "sorry", null), Text("sorry")) { Settings = new() { ["reentry"] = "always", ["scope"] = "appointment" } });
        var ada = await Clinic.Person();
        await Clinic.Books(ada, "v1", Clinic.Now.AddHours(1));
        await Clinic.Pass("PT2H");
        await Clinic.Turns(ada, "v1", "no-show");
        await Clinic.Quiet();
        Assert.Equal(["sorry"], Clinic.Sent());
    }

    [Fact]
    public async Task A_visit_called_off_twice_is_called_off_once()
    {
        await Clinic.Publish(new Flow("appointment.status.changed", Text("sorry"), Delay("day", "P1D"), Text("again"))
        {
            Filters = Where("appointment.status", "is", "cancelled"), Settings = new() { ["reentry"] = "always", ["scope"] = "appointment" },
        });
        var ada = await Clinic.Person();
        await Clinic.Books(ada, "v1", Clinic.Now.AddDays(5));
        await Clinic.Quiet();
        // Two webhooks of one change: "cancelled", and "updated", by then cancelled.
        await Clinic.Turns(ada, "v1", "cancelled");
        await Clinic.Quiet();
        await Clinic.Pass("PT1M");
        await Clinic.Turns(ada, "v1", "cancelled");
        await Clinic.Quiet();
        Assert.Equal(["sorry"], Clinic.Sent());
        await Clinic.Pass("P1D");
        Assert.Equal(["sorry", "again"], Clinic.Sent());
        // Booked again and called off again is another matter.
        await Clinic.Turns(ada, "v1", "confirmed");
        await Clinic.Quiet();
        await Clinic.Pass("PT1M");
        await Clinic.Turns(ada, "v1", "cancelled");
        await Clinic.Quiet();
        Assert.Equal(["sorry", "again", "sorry"], Clinic.Sent());
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task What_is_reported_before_the_booking_is_taken_after_it(bool known)
    {
        await Clinic.Publish(Reminders);
        var visit = Clinic.Now.AddDays(5);
        // A person whom nobody knows yet, or a visit of somebody who is known.
        var ada = known ? await Clinic.Person() : null;
        object Of(object appointment) => ada is null ? new { appointment, contact = new { email = "early@example.test", firstName = "Ada" } } : new { appointment };
        await Clinic.Happens("appointment.status.changed", ada, Of(new { externalId = "v1", status = "cancelled" }), "cancel-1");
        await Clinic.Quiet();
        Assert.Empty(await Clinic.Enrollments());
        await Clinic.Pass("PT20H");
        await Clinic.Happens("appointment.booked", ada, Of(new { externalId = "v1", startsAt = visit }), "book-1");
        await Clinic.Quiet();
        (await Clinic.Only()).IsOver(EnrollmentStatus.Exited, "appointment.cancelled");
        Assert.Equal(Core.Records.AppointmentStatus.Cancelled, Assert.Single((await Clinic.Store.List(Core.Records.Kinds.Appointment, Clinic.Id, new(10))).Items).Body.Status);

        // Told a second time, it changes nothing.
        await Clinic.Happens("appointment.status.changed", ada, Of(new { externalId = "v1", status = "cancelled" }), "cancel-1");
        await Clinic.PassUntil(visit);
        // The booking is confirmed where the workflow was quicker than the news; of the visit nobody is reminded.
        Assert.All(Clinic.Sent(), sent => Assert.Equal("confirm", sent));
    }

    [Fact]
    public async Task However_much_is_reported_before_the_booking_the_latest_of_it_counts()
    {
        await Clinic.Publish(Reminders);
        var ada = await Clinic.Person();
        for (var i = 0; i < 22; i++)
        {
            await Clinic.Turns(ada, "v1", i == 21 ? "confirmed" : "new", $"status-{i}");
            await Clinic.Pass("PT1M");
        }
        var booking = await Clinic.Books(ada, "v1", Clinic.Now.AddDays(5));
        await Clinic.Quiet();
        Assert.Equal(Core.Records.AppointmentStatus.Confirmed, Assert.Single((await Clinic.Store.List(Core.Records.Kinds.Appointment, Clinic.Id, new(10))).Items).Body.Status);
        var again = (await Clinic.Store.ListEvents(Clinic.Id, "appointment.status.changed", null, null, 50, null)).Items.Count(e => e.Event.SourceId.EndsWith("/after-booking", StringComparison.Ordinal));
        // Five rows each on Table storage, in the commit of the booking, and that takes a hundred.
        Assert.InRange(again, 1, 10);
        Assert.NotNull((await Clinic.Store.FindEvent(Clinic.Id, booking))!.Result);
    }

    [Fact]
    public async Task What_was_reported_more_than_a_day_before_the_booking_is_about_another_time()
    {
        await Clinic.Publish(Reminders);
        var ada = await Clinic.Person();
        await Clinic.Turns(ada, "v1", "cancelled");
        await Clinic.Pass("PT25H");
        await Clinic.Books(ada, "v1", Clinic.Now.AddDays(5));
        await Clinic.Quiet();
        Assert.True((await Clinic.Only()).IsLive);
    }

    [Fact]
    public async Task A_move_that_came_before_its_booking_moves_the_visit()
    {
        await Clinic.Publish(Reminders);
        var ada = await Clinic.Person();
        var (first, then) = (Clinic.Now.AddDays(5), Clinic.Now.AddDays(8));
        await Clinic.Moves(ada, "v1", then);
        await Clinic.Quiet();
        await Clinic.Books(ada, "v1", first);
        await Clinic.PassUntil(first);
        Assert.Equal(["confirm"], Clinic.Sent());
        await Clinic.PassUntil(then.AddDays(-2));
        Assert.Equal(["confirm", "t48"], Clinic.Sent());
    }

    async Task<DateTimeOffset> Booked(TimeSpan ahead)
    {
        await Clinic.Publish(Reminders);
        var visit = Clinic.Now + ahead;
        await Clinic.Books(await Clinic.Person(), "v1", visit);
        await Clinic.Quiet();
        return visit;
    }
}
