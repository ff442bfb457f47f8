using System.Text.Json.Nodes;
using AesthetixWorkflows.Core.Machine;
using AesthetixWorkflows.Core.Records;
using static AesthetixWorkflows.Specs.Running.Pieces;

namespace AesthetixWorkflows.Specs.Running;

/// <summary>R4: reminders 48, 24 and 2 hours before a visit, confirmed by reply.</summary>
public abstract class RemindersSpec<THost> : RunnerSpec<THost> where THost : ICarriers, new()
{
    [Fact]
    public async Task A_visit_that_is_confirmed_is_marked_so_and_its_other_reminders_still_go()
    {
        var (ada, visit) = await Booked();
        await Until(visit, 48);
        await Clinic.Reply(ada, "ok 👍");
        await Clinic.Quiet();
        Assert.Equal(AppointmentStatus.Confirmed, (await Visit()).Status);
        await Until(visit, 2);
        Assert.Equal(["t48", "thanks", "t24", "t2"], Clinic.Sent());
        Assert.Empty(await Tasks());
    }

    [Fact]
    public async Task Who_wants_another_time_gets_a_person_and_the_visit_stays_as_it_is()
    {
        var (ada, visit) = await Booked();
        await Until(visit, 48);
        await Clinic.Reply(ada, "R");
        await Clinic.Quiet();
        Assert.Equal(AppointmentStatus.New, (await Visit()).Status);
        Assert.Equal("Find another time", Assert.Single(await Tasks()).Title);
    }

    [Fact]
    public async Task A_question_goes_to_the_inbox_and_the_confirmation_after_it_still_counts()
    {
        var (ada, visit) = await Booked();
        await Until(visit, 48);
        await Clinic.Reply(ada, "Should I come without makeup?");
        await Clinic.Pass("PT1H");
        Assert.Equal(AppointmentStatus.New, (await Visit()).Status);
        await Clinic.Reply(ada, "ok, confirmed");
        await Clinic.Quiet();
        Assert.Equal(AppointmentStatus.Confirmed, (await Visit()).Status);
    }

    [Fact]
    public async Task Nobody_answers_and_the_later_reminders_go()
    {
        var (_, visit) = await Booked();
        await Until(visit, 2);
        Assert.Equal(["t48", "t24", "t2"], Clinic.Sent());
    }

    [Fact]
    public async Task C4_a_visit_three_hours_ahead_gets_the_last_reminder_only()
    {
        var (_, visit) = await Booked(hours: 3);
        await Until(visit, 2);
        Assert.Equal(["t2"], Clinic.Sent());
    }

    [Fact]
    public async Task C3_a_visit_that_is_moved_after_the_first_reminder_is_reminded_of_anew()
    {
        var (ada, visit) = await Booked();
        await Until(visit, 48);
        await Clinic.Moves(ada, "v1", visit.AddDays(2));
        await Until(visit.AddDays(2), 48);
        Assert.Equal(["t48", "t48"], Clinic.Sent());
        await Until(visit.AddDays(2), 2);
        Assert.Equal(["t48", "t48", "t24", "t2"], Clinic.Sent());
    }

    [Fact]
    public async Task C6_after_STOP_no_reminder_goes()
    {
        var (ada, visit) = await Booked();
        await Until(visit, 48);
        await Clinic.Reply(ada, "STOP");
        await Until(visit, 2);
        Assert.Equal(["t48"], Clinic.Sent());
        Assert.Equal(["stop"], Clinic.Courtesies());
    }

    async Task<(string Contact, DateTimeOffset Visit)> Booked(int hours = 72)
    {
        await Clinic.Publish(new Flow("appointment.booked",
            Before("w48", "-P2D"), Text("t48", "See you {{appointment.startsAt | date: \"dddd\"}}. Reply C to confirm or R to reschedule."),
            ForAnswer("answer", "PT20H", "w24", "confirm", "reschedule"), If("if", Where("reply.intent", "is", "confirm"), "confirm", "desk"),
            Act("confirm", "appointment.status.set", new() { ["status"] = "confirmed" }), Text("thanks", "Thank you!").To("w24"),
            Act("desk", "task.add", new JsonObject { ["title"] = "Find another time" }).To("w24"),
            Before("w24", "-P1D"), Text("t24", "See you tomorrow."), Before("w2", "-PT2H"), Text("t2", "See you soon.")));
        var (ada, visit) = (await Clinic.Person(), Clinic.Now.AddHours(hours));
        await Clinic.Books(ada, "v1", visit);
        await Clinic.Quiet();
        return (ada, visit);
    }

    /// <summary>Time passes from reminder to reminder, and a moment over the last of them.</summary>
    async Task Until(DateTimeOffset visit, int hours)
    {
        foreach (var before in new[] { 48, 28, 24, 2 })
            if (before >= hours && visit.AddHours(-before) > Clinic.Now) await Clinic.PassUntil(visit.AddHours(-before).AddSeconds(1));
    }

    async Task<Appointment> Visit() => (await Clinic.Store.FindBy(Kinds.Appointment, Clinic.Id, "external", "v1"))!.Body;

    async Task<IReadOnlyList<WorkTask>> Tasks() => [.. (await Clinic.Store.List(Kinds.Task, Clinic.Id, new(10))).Items.Select(task => task.Body)];
}
