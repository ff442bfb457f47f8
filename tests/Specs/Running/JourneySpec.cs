using AesthetixWorkflows.Core.Enrollments;
using static AesthetixWorkflows.Specs.Running.Pieces;

namespace AesthetixWorkflows.Specs.Running;

/// <summary>The way from a form to the last message, over days and restarts.</summary>
public abstract class JourneySpec<THost> : RunnerSpec<THost> where THost : ICarriers, new()
{
    [Fact]
    public async Task A_form_brings_an_email_and_a_text_and_after_the_wait_it_goes_on_by_itself()
    {
        await Clinic.Publish(new Flow("form.submitted", Email("mail"), Text("text"), Delay("day", "P1D"), Text("later")));
        var ada = await Clinic.Person("Ada");
        await Clinic.Form(ada);
        await Clinic.Quiet();
        Assert.Equal(["mail", "text"], Clinic.Sent());
        Assert.All(Clinic.Post.Sent, m => Assert.Contains("Hello Ada", m.Text, StringComparison.Ordinal));
        var waiting = await Clinic.Only();
        waiting.WaitsAt("day", waiting.EnrolledAt.DaysOn(1));

        await Clinic.Pass("P1D");
        Assert.Equal(["mail", "text", "later"], Clinic.Sent());
        (await Clinic.Only()).IsOver(EnrollmentStatus.Completed, "finished");
    }

    [Fact]
    public async Task Nobody_moves_before_the_time()
    {
        await Clinic.Publish(new Flow("form.submitted", Delay("day", "P1D"), Text("later")));
        await Clinic.Form(await Clinic.Person());
        // A day has 23 hours where the clocks go forward.
        await Clinic.Pass("PT22H");
        Assert.Empty(Clinic.Sent());
    }

    [Fact]
    public async Task C11_a_wait_of_400_days_survives_three_restarts()
    {
        await Clinic.Publish(new Flow("form.submitted", Delay("long", "P400D"), Text("later")));
        await Clinic.Form(await Clinic.Person());
        await Clinic.Quiet();
        var due = (await Clinic.Only()).Pending.DueAt!.Value;
        for (var restart = 0; restart < 3; restart++)
        {
            await Clinic.Pass("P100D");
            await Clinic.Restart();
            await Clinic.Quiet();
            (await Clinic.Only()).WaitsAt("long", due);
        }
        Assert.Empty(Clinic.Sent());
        await Clinic.PassUntil(due);
        Assert.Equal(["later"], Clinic.Sent());
    }

    [Fact]
    public async Task What_came_due_while_the_host_was_away_happens_when_it_is_back()
    {
        await Clinic.Publish(new Flow("form.submitted", Delay("day", "P1D"), Text("later")));
        await Clinic.Form(await Clinic.Person());
        await Clinic.Quiet();
        Clinic.Carrier.Advance(TimeSpan.FromDays(2));
        await Clinic.Restart();
        await Clinic.Quiet();
        Assert.Equal(["later"], Clinic.Sent());
    }

    [Fact]
    public async Task C8_a_day_at_ten_is_ten_on_the_wall_across_a_clock_change()
    {
        const string zone = "America/New_York";
        // The eve of the next change of New York's clocks, whatever the time of day now.
        DateTimeOffset Nine(DateOnly date) => Core.Calendars.Zones.At(date, new TimeOnly(9, 0), zone);
        TimeSpan Offset(DateOnly date) => Core.Calendars.Zones.ToLocal(Nine(date), zone).Offset;
        var today = Core.Calendars.Zones.DateOf(Clinic.Now, zone);
        var eve = Enumerable.Range(1, 366).Select(today.AddDays).First(date => Offset(date) != Offset(date.AddDays(1)));
        await Clinic.PassUntil(Nine(eve));
        await Clinic.Publish(new Flow("form.submitted", DelayTo("day", "P1D", "10:00"), Text("later")));
        await Clinic.Form(await Clinic.Person());
        await Clinic.Quiet();
        var due = Core.Calendars.Zones.ToLocal((await Clinic.Only()).Pending.DueAt!.Value, zone);
        Assert.Equal(new TimeOnly(10, 0), TimeOnly.FromDateTime(due.DateTime));
        Assert.NotEqual(Core.Calendars.Zones.ToLocal(Clinic.Now, zone).Offset, due.Offset);
        await Clinic.PassUntil(due.AddMinutes(-1));
        Assert.Empty(Clinic.Sent());
        await Clinic.PassUntil(due);
        Assert.Equal(["later"], Clinic.Sent());
    }
}
