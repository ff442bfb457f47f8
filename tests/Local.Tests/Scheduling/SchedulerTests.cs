using AesthetixWorkflows.Core.Calendars;
using AesthetixWorkflows.Core.Enrollments;
using AesthetixWorkflows.Core.Machine;
using AesthetixWorkflows.Local.Serving;
using AesthetixWorkflows.Local.Tests.Storage;
using AesthetixWorkflows.Runtime.Intake;
using AesthetixWorkflows.Runtime.Ports;
using AesthetixWorkflows.Runtime.Scheduling;
using Microsoft.Extensions.DependencyInjection;

namespace AesthetixWorkflows.Local.Tests.Scheduling;

/// <summary>The embedded host as it is started, with the demonstration practice in New York.</summary>
public sealed class SchedulerTests : IDisposable
{
    const string Zone = "America/New_York";

    readonly DataFolder _folder = new();

    Task<LocalHost> Start() => LocalHost.Start(new(_folder.Path, "http://127.0.0.1:0", null, Demo: true));

    [Fact]
    public async Task A_daily_schedule_runs_once_a_day_without_a_contact_and_never_twice_after_a_restart()
    {
        DateOnly first;
        await using (var host = await Start())
        {
            var now = host.Services.GetRequiredService<MovableClock>().GetUtcNow();
            first = Zones.DateOf(now, Zone).AddDays(1);
            await Timetable.Publish(host.Services.GetRequiredService<IStore>(), "wf_daily", now, """{ "name": "Morning", "every": "day", "at": "09:00" }""");
            Assert.Single(await RunsAfterNineOn(host, first, 1));
            Assert.Equal(2, (await RunsAfterNineOn(host, first.AddDays(1), 2)).Count);
        }
        await using (var host = await Start())
        {
            // The host that starts within the grace sees the occurrence again; the intake has it already.
            var (schedules, clock) = (host.Services.GetRequiredService<DueSchedules>(), host.Services.GetRequiredService<MovableClock>());
            var again = (await schedules.Look(Timetable.Practice, DateTimeOffset.MinValue, clock.GetUtcNow())).Events;
            var kept = await host.Services.GetRequiredService<EventIntake>().Accept(Timetable.Practice, again);
            Assert.Equal((1, 1, 0), (again.Count, kept.Duplicates, kept.Accepted.Count));

            var runs = await RunsAfterNineOn(host, first.AddDays(2), 3);
            Assert.Equal(3, runs.Count);
            Assert.All(runs, run => Assert.Null(run.ContactId));
            Assert.Equal([first, first.AddDays(1), first.AddDays(2)], runs.Select(run => Zones.DateOf(run.EnrolledAt, Zone)).Order());
            foreach (var run in runs) await The_text_was_passed_over_and_the_team_told(host, run);
        }
    }

    [Fact]
    public async Task A_schedule_published_just_before_its_time_comes_at_once_when_it_is_due()
    {
        await using var host = await Start();
        var clock = host.Services.GetRequiredService<MovableClock>();
        // Four seconds before noon of tomorrow: the scheduler sleeps, and only the publish can wake it in time.
        var at = Zones.At(Zones.DateOf(clock.GetUtcNow(), Zone).AddDays(1), new TimeOnly(12, 0), Zone);
        clock.Advance(at.AddSeconds(-4) - clock.GetUtcNow());
        await Timetable.Publish(host.Services.GetRequiredService<IStore>(), "wf_once", clock.GetUtcNow(),
            $$"""{ "name": "Noon", "every": "once", "date": "{{Zones.DateOf(at, Zone):yyyy-MM-dd}}", "at": "12:00" }""");
        var run = Assert.Single(await Runs(host, "wf_once", 1));
        Assert.True(run.EnrolledAt >= at && run.EnrolledAt < at.AddSeconds(20), $"{run.EnrolledAt:O}");
    }

    static Task<IReadOnlyList<Enrollment>> RunsAfterNineOn(LocalHost host, DateOnly date, int expected)
    {
        var clock = host.Services.GetRequiredService<MovableClock>();
        clock.Advance(Zones.At(date, new TimeOnly(9, 0), Zone).AddSeconds(1) - clock.GetUtcNow());
        return Runs(host, "wf_daily", expected);
    }

    /// <summary>Waits until so many runs are over; more than that would be seen too.</summary>
    static async Task<IReadOnlyList<Enrollment>> Runs(LocalHost host, string workflowId, int expected)
    {
        for (var patience = 0; ; patience++)
        {
            var page = await host.Services.GetRequiredService<IStore>().ListEnrollments(Timetable.Practice, new(workflowId));
            if (page.Items.Count(item => item.Enrollment.Status is EnrollmentStatus.Completed) >= expected || patience == 600)
                return [.. page.Items.Select(item => item.Enrollment)];
            await Task.Delay(50);
        }
    }

    static async Task The_text_was_passed_over_and_the_team_told(LocalHost host, Enrollment run)
    {
        Assert.Equal(EnrollmentStatus.Completed, run.Status);
        var log = await host.Services.GetRequiredService<IStore>().LogOf(Timetable.Practice, run.Id);
        Assert.Contains(log, line => line.Entry is { StepId: "text", What: Happened.Skipped, Code: "contact.none" });
        Assert.Contains(log, line => line.Entry is { StepId: "tell", What: Happened.Done });
    }

    public void Dispose() => _folder.Dispose();
}
