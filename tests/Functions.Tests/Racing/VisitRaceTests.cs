using AesthetixWorkflows.Core.Enrollments;
using AesthetixWorkflows.Core.Records;
using AesthetixWorkflows.Specs.Running;
using static AesthetixWorkflows.Specs.Running.Pieces;

namespace AesthetixWorkflows.Functions.Tests.Racing;

/// <summary>Booking, moving and calling off, routed by two workers at once.</summary>
public sealed class VisitRaceTests
{
    static readonly Flow Reminders = new("appointment.booked", Before("w24", "-P1D"), Text("t24"), Before("w2", "-PT2H"), Text("t2")) { Settings = new() { ["scope"] = "appointment" } };
    static readonly Flow Sorry = new("appointment.status.changed", Text("sorry")) { Filters = Where("appointment.status", "is", "cancelled") };

    [Fact]
    public async Task A_report_whose_look_for_the_visit_missed_the_booking_is_taken_after_it()
    {
        using var practice = await Practice.Open(Reminders);
        var booked = await practice.Comes("appointment.booked", new { appointment = new { externalId = "v1", startsAt = practice.Now.AddDays(5) } });
        var cancelled = await practice.Comes("appointment.status.changed", new { appointment = new { externalId = "v1", status = "cancelled" } });
        practice.One.BeforeReading(Kinds.EarlyVisit.Name, () => practice.Other.Route(booked));
        Assert.Equal("unmatched:appointment.unknown", await practice.One.Route(cancelled));
        await CalledOff(practice);
    }

    [Theory]
    [InlineData("LiveOf")]
    [InlineData("appointment")]
    [InlineData("earlyVisit")]
    public async Task A_cancellation_finds_the_reminders_that_its_booking_starts_meanwhile(string before)
    {
        using var practice = await Practice.Open(Reminders);
        var booked = await practice.Comes("appointment.booked", new { appointment = new { externalId = "v1", startsAt = practice.Now.AddDays(5) } });
        var cancelled = await practice.Comes("appointment.status.changed", new { appointment = new { externalId = "v1", status = "cancelled" } });
        practice.One.BeforeReading(before, () => practice.Other.Route(booked));
        await practice.One.Route(cancelled);
        await CalledOff(practice);
    }

    [Fact]
    public async Task A_cancellation_written_before_its_booking_is_waited_for_by_it()
    {
        using var practice = await Practice.Open(Reminders);
        var booked = await practice.Comes("appointment.booked", new { appointment = new { externalId = "v1", startsAt = practice.Now.AddDays(5) } });
        var cancelled = await practice.Comes("appointment.status.changed", new { appointment = new { externalId = "v1", status = "cancelled" } });
        practice.One.BeforeWriting(_ => true, () => practice.Other.Route(cancelled));
        await practice.One.Route(booked);
        await CalledOff(practice);
    }

    [Theory]
    [InlineData("LiveOf")]
    [InlineData("appointment")]
    public async Task A_move_finds_the_reminders_that_its_booking_starts_meanwhile(string before)
    {
        using var practice = await Practice.Open(Reminders);
        var then = practice.Now.AddDays(9);
        var booked = await practice.Comes("appointment.booked", new { appointment = new { externalId = "v1", startsAt = practice.Now.AddDays(5) } });
        var moved = await practice.Comes("appointment.rescheduled", new { appointment = new { externalId = "v1", startsAt = then } });
        practice.One.BeforeReading(before, async () =>
        {
            await practice.Other.Route(booked);
            await practice.Other.Turn((await practice.Only()).Id);
        });
        await practice.One.Route(moved);
        await practice.Settle();
        Assert.Equal(then.AddDays(-1), (await practice.Only()).Pending.DueAt);
    }

    [Theory]
    [InlineData("confirmed")]
    [InlineData("cancelled")]
    public async Task A_move_that_comes_after_younger_news_of_the_status_moves_the_visit(string status)
    {
        using var practice = await Practice.Open(Reminders);
        var then = practice.Now.AddDays(9);
        var booked = await practice.Comes("appointment.booked", new { appointment = new { externalId = "v1", startsAt = practice.Now.AddDays(5) } });
        var moved = await practice.Comes("appointment.rescheduled", new { appointment = new { externalId = "v1", startsAt = then } });
        var turned = await practice.Comes("appointment.status.changed", new { appointment = new { externalId = "v1", status } });
        foreach (var id in new[] { booked, turned, moved }) await practice.One.Route(id);
        await practice.Settle();
        var visit = Assert.Single((await practice.Store.List(Kinds.Appointment, Practice.Id, new())).Items).Body;
        Assert.Equal((then, status), (visit.StartsAt, visit.Status.ToString().ToLowerInvariant()));
        if (status == "confirmed") Assert.Equal(then.AddDays(-1), (await practice.Only()).Pending.DueAt);
        else Assert.False((await practice.Only()).IsLive);
    }

    [Fact]
    public async Task A_cancellation_that_comes_after_a_younger_move_calls_the_visit_off()
    {
        using var practice = await Practice.Open(Reminders);
        var booked = await practice.Comes("appointment.booked", new { appointment = new { externalId = "v1", startsAt = practice.Now.AddDays(5) } });
        var cancelled = await practice.Comes("appointment.status.changed", new { appointment = new { externalId = "v1", status = "cancelled" } });
        var moved = await practice.Comes("appointment.rescheduled", new { appointment = new { externalId = "v1", startsAt = practice.Now.AddDays(9) } });
        foreach (var id in new[] { booked, moved, cancelled }) await practice.One.Route(id);
        await CalledOff(practice);
    }

    [Fact]
    public async Task Older_news_of_the_same_thing_is_stale()
    {
        using var practice = await Practice.Open(Reminders);
        var (second, third) = (practice.Now.AddDays(7), practice.Now.AddDays(9));
        var booked = await practice.Comes("appointment.booked", new { appointment = new { externalId = "v1", startsAt = practice.Now.AddDays(5) } });
        var earlier = await practice.Comes("appointment.rescheduled", new { appointment = new { externalId = "v1", startsAt = second } });
        var confirmed = await practice.Comes("appointment.status.changed", new { appointment = new { externalId = "v1", status = "confirmed" } });
        var shown = await practice.Comes("appointment.status.changed", new { appointment = new { externalId = "v1", status = "showed" } });
        var later = await practice.Comes("appointment.rescheduled", new { appointment = new { externalId = "v1", startsAt = third } });
        foreach (var id in new[] { booked, later, shown }) await practice.One.Route(id);
        foreach (var id in new[] { earlier, confirmed }) Assert.Equal("stale", await practice.One.Route(id));
        var visit = Assert.Single((await practice.Store.List(Kinds.Appointment, Practice.Id, new())).Items).Body;
        Assert.Equal((third, AppointmentStatus.Showed), (visit.StartsAt, visit.Status));
    }

    [Theory]
    [InlineData("none")]
    [InlineData("appointment")]
    [InlineData("LiveOf")]
    [InlineData("HistoryOf")]
    [InlineData("commit")]
    public async Task A_booking_made_here_that_is_routed_after_its_cancellation_starts_nothing(string before)
    {
        using var practice = await Practice.Open(Reminders);
        var booked = await practice.Writes("appointment.booked", "apt_1", _ => Visit(practice));
        async Task CallOff() => await practice.Other.Route(await practice.Writes("appointment.status.changed", "apt_1", visit => visit! with { Status = AppointmentStatus.Cancelled }));
        if (before == "none") await CallOff();
        else if (before == "commit") practice.One.BeforeWriting(_ => true, CallOff);
        else practice.One.BeforeReading(before, CallOff);
        await practice.One.Route(booked);
        await CalledOff(practice);
    }

    [Fact]
    public async Task A_visit_booked_and_called_off_here_within_a_moment_is_called_off_once()
    {
        using var practice = await Practice.Open(Sorry);
        var booked = await practice.Writes("appointment.booked", "apt_1", _ => Visit(practice));
        var cancelled = await practice.Writes("appointment.status.changed", "apt_1", visit => visit! with { Status = AppointmentStatus.Cancelled });
        await practice.One.Route(booked);
        await practice.One.Route(cancelled);
        await practice.Settle();
        Assert.Equal(["sorry"], practice.Sent);
    }

    [Fact]
    public async Task A_visit_that_moves_while_its_last_reminder_is_on_its_way_is_reminded_of_again()
    {
        using var practice = await Practice.Open(Reminders);
        var (first, then) = (practice.Now.AddDays(5), practice.Now.AddDays(9));
        await practice.Comes("appointment.booked", new { appointment = new { externalId = "v1", startsAt = first } });
        await practice.Pass(TimeSpan.FromDays(4));
        practice.Post.Meanwhile = async message =>
        {
            if (message.StepId != "t2") return;
            practice.Post.Meanwhile = _ => Task.CompletedTask;
            await practice.Other.Route(await practice.Comes("appointment.rescheduled", new { appointment = new { externalId = "v1", startsAt = then } }));
        };
        await practice.Pass(TimeSpan.FromDays(1) - TimeSpan.FromHours(2));
        Assert.Equal(["t24", "t2"], practice.Sent);
        await practice.Pass(then.AddDays(-1) - practice.Now);
        await practice.Pass(TimeSpan.FromDays(1) - TimeSpan.FromHours(2));
        Assert.Equal(["t24", "t2", "t24", "t2"], practice.Sent);
    }

    static Appointment Visit(Practice practice) => new() { ContactId = Practice.Ada, StartsAt = practice.Now.AddDays(5), CreatedAt = practice.Now };

    static async Task CalledOff(Practice practice)
    {
        await practice.Settle();
        Assert.Equal(AppointmentStatus.Cancelled, Assert.Single((await practice.Store.List(Kinds.Appointment, Practice.Id, new())).Items).Body.Status);
        Assert.DoesNotContain(await practice.Enrollments(), e => e.IsLive);
        await practice.Pass(TimeSpan.FromDays(6));
        Assert.Empty(practice.Sent);
    }
}
