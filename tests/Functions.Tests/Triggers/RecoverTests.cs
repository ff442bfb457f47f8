using System.Text.Json;
using AesthetixWorkflows.Core.Enrollments;
using AesthetixWorkflows.Core.Events;
using AesthetixWorkflows.Core.Machine;
using AesthetixWorkflows.Core.Records;
using AesthetixWorkflows.Core.Definitions;
using AesthetixWorkflows.Functions.Tests.Doubles;
using AesthetixWorkflows.Runtime.Ports;
using AesthetixWorkflows.Specs.Running;
using Azure.Messaging.ServiceBus;

namespace AesthetixWorkflows.Functions.Tests.Triggers;

public sealed class RecoverTests
{
    const string Form = """{"firstName":"Ada","email":"ada@hart.example"}""";

    static async Task<Enrollment> Enrolled(AzureStand stand)
    {
        (await stand.Call("POST", $"/hooks/{AzureStand.HookKey}", Form, null)).Expect(202);
        await stand.Pump();
        return (await stand.Store.ListEnrollments(AzureStand.Practice, new())).Items[0].Enrollment;
    }

    static async Task<Enrollment> Left(AzureStand stand, Func<Enrollment, Enrollment> how)
    {
        var enrollment = await Enrolled(stand);
        var stored = (await stand.Store.FindEnrollment(AzureStand.Practice, enrollment.Id))!;
        await stand.Store.Commit(new ChangeSet(AzureStand.Practice).Add(new Change.Save(how(stored.Enrollment), stored.Revision)));
        stand.Durable.Running.Clear();
        stand.Durable.Started.Clear();
        stand.Durable.Woken.Clear();
        return how(enrollment);
    }

    /// <summary>Kept, and the worker ended before it told anybody.</summary>
    static Task<Committed> Send(AzureStand stand, string enrollment, Input input)
    {
        stand.Store.Afterwards = null;
        return stand.Store.Commit(new ChangeSet(AzureStand.Practice).Add(new Change.Send(enrollment, "inp_1", input)));
    }

    static Task<IReadOnlyList<InboxRow>> Inbox(AzureStand stand, string enrollment) => stand.Store.Inbox(AzureStand.Practice, enrollment);

    [Fact]
    public async Task A_move_that_came_when_the_last_reminder_had_just_gone_starts_them_over()
    {
        await using var stand = await AzureStand.Open();
        var workflow = await stand.Publish(new Flow("appointment.booked", Pieces.Before("w24", "-P1D"), Pieces.Text("t24")));
        var now = stand.Clock.GetUtcNow();
        var over = new Enrollment
        {
            Id = "enr_over", Practice = AzureStand.Practice, WorkflowId = workflow, Version = 1, ContactId = "con_1", ScopeKey = "appointment:apt_1", Zone = "UTC", EnrolledAt = now,
            StepId = "t24", AnchorStep = "w24", Status = EnrollmentStatus.Completed, FinishedAt = now,
        };
        var moved = new PracticeEvent("evt_moved", AzureStand.Practice, "booking", "m1", "appointment.rescheduled", now, "con_1", JsonSerializer.SerializeToElement(new { appointment = new { id = "apt_1" } }));
        await stand.Store.Commit(new ChangeSet(AzureStand.Practice).Put(Kinds.Contact, "con_1", new Contact { FirstName = "Ada", CreatedAt = now }, 0)
            .Put(Kinds.Appointment, "apt_1", new Appointment { ContactId = "con_1", StartsAt = now.AddDays(9), CreatedAt = now }, 0)
            .Add(new Change.Enroll(over, false)).Add(new Change.Routed(moved, "con_1", "signalled:1")));
        await Send(stand, over.Id, new Input.Signalled(new(moved.Id, SignalKind.AppointmentMoved, now)));
        stand.Clock.Advance(TimeSpan.FromMinutes(3));
        for (var times = 0; times < 2; times++) await stand.Recover();
        Assert.Empty(await Inbox(stand, over.Id));
        var again = Assert.Single((await stand.Store.ListEnrollments(AzureStand.Practice, new())).Items, item => item.Enrollment.IsLive).Enrollment;
        Assert.Equal(("w24", "appointment:apt_1"), (again.StepId, again.ScopeKey));
    }

    [Fact]
    public async Task An_event_that_nobody_was_told_of_is_routed()
    {
        await using var stand = await AzureStand.Open();
        stand.Queue.Broken = new ServiceBusException("away", ServiceBusFailureReason.ServiceBusy);
        (await stand.Call("POST", $"/hooks/{AzureStand.HookKey}", Form, null)).Expect(202);
        stand.Queue.Broken = null;
        stand.Clock.Advance(TimeSpan.FromMinutes(3));
        await stand.Recover();
        await stand.Pump();
        Assert.NotNull(Assert.Single(stand.Store.Events).Result);
    }

    [Fact]
    public async Task With_the_queue_away_for_long_Recover_routes_by_itself()
    {
        await using var stand = await AzureStand.Open();
        stand.Queue.Broken = new ServiceBusException("away", ServiceBusFailureReason.ServiceBusy);
        (await stand.Call("POST", $"/hooks/{AzureStand.HookKey}", Form, null)).Expect(202);
        stand.Clock.Advance(TimeSpan.FromMinutes(3));
        await stand.Recover();
        Assert.NotNull(Assert.Single(stand.Store.Events).Result);
    }

    [Fact]
    public async Task An_enrollment_whose_orchestration_was_never_started_is_started_once()
    {
        await using var stand = await AzureStand.Open();
        await stand.Publish(new Flow("form.submitted", Pieces.Delay("s1", "P1D")));
        stand.Durable.Away = true;
        var enrollment = await Enrolled(stand);
        Assert.Empty(stand.Durable.Started);
        stand.Durable.Away = false;
        await stand.Recover();
        await stand.Recover();
        Assert.Equal([enrollment.Id], stand.Durable.Started);
    }

    [Fact]
    public async Task An_enrollment_that_is_gone_is_no_longer_looked_for()
    {
        await using var stand = await AzureStand.Open();
        await stand.Publish(new Flow("form.submitted", Pieces.Delay("s1", "P1D")));
        stand.Durable.Away = true;
        var enrollment = await Enrolled(stand);
        stand.Durable.Away = false;
        stand.Store.Forget(AzureStand.Practice, enrollment.Id);
        await stand.Recover();
        Assert.Empty(stand.Durable.Started);
        Assert.Empty((await stand.Store.Find(AzureStand.Practice, stand.Clock.GetUtcNow(), 10)).Starts);
    }

    [Fact]
    public async Task A_live_enrollment_with_an_untaken_input_is_woken()
    {
        await using var stand = await AzureStand.Open();
        await stand.Publish(new Flow("form.submitted", Pieces.Delay("s1", "P1D")));
        var enrollment = await Enrolled(stand);
        await Send(stand, enrollment.Id, new Input.Operated(Operation.RunNow, "Nora"));
        await stand.Recover();
        Assert.Equal([enrollment.Id], stand.Durable.Woken);
        Assert.Single(await Inbox(stand, enrollment.Id));
    }

    [Fact]
    public async Task A_live_enrollment_whose_orchestration_is_missing_gets_another()
    {
        await using var stand = await AzureStand.Open();
        await stand.Publish(new Flow("form.submitted", Pieces.Delay("s1", "P1D")));
        var enrollment = await Left(stand, e => e);
        await Send(stand, enrollment.Id, new Input.Operated(Operation.RunNow, "Nora"));
        await stand.Recover();
        Assert.Equal([enrollment.Id], stand.Durable.Started);
    }

    [Fact]
    public async Task A_failed_one_that_an_operator_takes_up_again_gets_an_orchestration()
    {
        await using var stand = await AzureStand.Open();
        await stand.Publish(new Flow("form.submitted", Pieces.Delay("s1", "P1D")));
        var enrollment = await Left(stand, e => e with { Status = EnrollmentStatus.Failed, Reason = "x" });
        await Send(stand, enrollment.Id, new Input.Operated(Operation.Retry, "Nora"));
        await stand.Recover();
        Assert.Equal([enrollment.Id], stand.Durable.Started);
        Assert.Single(await Inbox(stand, enrollment.Id));
    }

    [Theory]
    [InlineData(EnrollmentStatus.Completed)]
    [InlineData(EnrollmentStatus.Failed)]
    public async Task A_signal_for_one_that_is_over_is_taken_off(EnrollmentStatus status)
    {
        await using var stand = await AzureStand.Open();
        await stand.Publish(new Flow("form.submitted", Pieces.Delay("s1", "P1D")));
        var enrollment = await Left(stand, e => e with { Status = status });
        await Send(stand, enrollment.Id, new Input.Signalled(new("evt_x", SignalKind.Replied, stand.Clock.GetUtcNow())));
        await stand.Recover();
        Assert.Empty(await Inbox(stand, enrollment.Id));
        Assert.Empty(stand.Durable.Started);
    }

    [Fact]
    public async Task An_input_for_one_that_is_gone_is_taken_off()
    {
        await using var stand = await AzureStand.Open();
        await Send(stand, "enr_gone", new Input.Operated(Operation.Stop, "Nora"));
        await stand.Recover();
        Assert.Empty(await Inbox(stand, "enr_gone"));
    }

    [Fact]
    public async Task A_publish_that_was_cut_short_reaches_those_inside()
    {
        await using var stand = await AzureStand.Open();
        var workflow = await stand.Publish(new Flow("form.submitted", Pieces.Delay("s1", "P1D")));
        var enrollment = await Enrolled(stand);
        // The worker ends after the version is written and before anybody inside is told.
        stand.Store.Before = changes =>
        {
            if (changes.Changes.Any(change => change is Change.Send)) throw new IOException("the worker ended");
        };
        await Assert.ThrowsAsync<IOException>(() => stand.Publish(new Flow("form.submitted", Pieces.Delay("s1", "P2D")), InFlight.Move, workflow));
        stand.Store.Before = null;
        Assert.Empty(await Inbox(stand, enrollment.Id));

        await stand.Recover();
        Assert.Empty(await Inbox(stand, enrollment.Id));
        stand.Clock.Advance(TimeSpan.FromMinutes(3));
        await stand.Recover();
        var told = Assert.Single(await Inbox(stand, enrollment.Id));
        Assert.Equal(new Input.VersionMoved(2), told.Input);
        // By any worker, it is told once.
        await using var other = await AzureStand.Open(after: stand);
        await other.Recover();
        Assert.Single(await Inbox(stand, enrollment.Id));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task An_event_that_cannot_be_read_keeps_its_practice_from_nothing_else(bool queue)
    {
        await using var stand = await AzureStand.Open();
        stand.Queue.Broken = new ServiceBusException("away", ServiceBusFailureReason.ServiceBusy);
        for (var times = 0; times < 2; times++) (await stand.Call("POST", $"/hooks/{AzureStand.HookKey}", Form, null)).Expect(202);
        if (queue) stand.Queue.Broken = null;
        await Send(stand, "enr_gone", new Input.Operated(Operation.Stop, "Nora"));
        stand.Store.Unreadable.Add(stand.Store.Events[0].Event.Id);
        stand.Clock.Advance(TimeSpan.FromMinutes(3));
        await stand.Recover();
        await stand.Pump();
        Assert.Equal([null, "ignored"], stand.Store.Events.Select(kept => kept.Result));
        Assert.Empty(await Inbox(stand, "enr_gone"));
    }

    [Fact]
    public async Task An_enrollment_that_cannot_be_read_keeps_its_practice_from_nothing_else_and_loses_nothing()
    {
        await using var stand = await AzureStand.Open();
        foreach (var id in new[] { "enr_a", "enr_b" }) await Send(stand, id, new Input.Operated(Operation.Stop, "Nora"));
        stand.Store.Unreadable.Add("enr_a");
        stand.Clock.Advance(TimeSpan.FromMinutes(3));
        await stand.Recover();
        Assert.Single(await Inbox(stand, "enr_a"));
        Assert.Empty(await Inbox(stand, "enr_b"));
    }

    [Fact]
    public async Task What_goes_wrong_at_one_practice_does_not_concern_the_others()
    {
        await using var stand = await AzureStand.Open();
        // In the order of ids it comes before ours.
        await stand.Store.Commit(new ChangeSet("prac_0").Put(Kinds.Practice, "prac_0", new Practice { Name = "Broken", TimeZone = "Europe/Madrid" }, 0)
            .Add(new Change.Accept(new("evt_a", "prac_0", "s", "1", "form.submitted", stand.Clock.GetUtcNow(), null, System.Text.Json.JsonSerializer.SerializeToElement(new { })))));
        stand.Store.Before = changes =>
        {
            if (changes.Practice == "prac_0") throw new InvalidOperationException("a bug");
        };
        await Send(stand, "enr_gone", new Input.Operated(Operation.Stop, "Nora"));
        stand.Queue.Broken = new TimeoutException();
        await stand.Recover();
        Assert.Null(stand.Store.Events[0].Result);
        Assert.Empty(await Inbox(stand, "enr_gone"));
    }
}
