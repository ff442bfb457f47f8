using AesthetixWorkflows.Core.Enrollments;
using AesthetixWorkflows.Core.Machine;
using AesthetixWorkflows.Core.Records;
using AesthetixWorkflows.Specs.Running;
using static AesthetixWorkflows.Specs.Running.Pieces;

namespace AesthetixWorkflows.Functions.Tests.Racing;

/// <summary>A handful of events about one patient, delivered twice and out of order to two workers who get into each other's way at
/// every step. The seed is the whole story: a failure names it.</summary>
public sealed class InterleavingTests
{
    const int Seeds = 200;

    static readonly Flow Reminders = new("appointment.booked", Text("booked"), Before("w48", "-P2D"), Text("t48"), Before("w24", "-P1D"), Text("t24")) { Settings = new() { ["scope"] = "appointment" } };
    static readonly Flow Once = new("form.submitted", Text("welcome"), ForReply("reply", "sms", "P1D", null), Text("thanks")) { Settings = new() { ["reentry"] = "once" } };
    static readonly Flow Sorry = new("appointment.status.changed", Text("sorry")) { Filters = Where("appointment.status", "is", "cancelled"), Settings = new() { ["scope"] = "appointment" } };

    public static TheoryData<int> Parts => [.. Enumerable.Range(0, 8)];

    [Theory]
    [MemberData(nameof(Parts))]
    public async Task In_whatever_order_two_workers_get_on_nothing_is_lost_and_nothing_goes_twice(int part)
    {
        for (var seed = part; seed < Seeds; seed += Parts.Count)
        {
            var turns = new Turns(seed);
            try
            {
                await Play(new Random(seed), turns);
            }
            catch (Exception e)
            {
                Assert.Fail($"Seed {seed}: {e.Message}\n{string.Join('\n', turns.Story)}\n{e.StackTrace}");
            }
        }
    }

    static async Task Play(Random random, Turns turns)
    {
        using var practice = await Practice.Open(Reminders, Once, Sorry);
        var (cancels, stops) = (random.Next(2) == 0, random.Next(2) == 0);
        var visit = practice.Now.AddDays(5);
        List<string> came =
        [
            await practice.Comes("appointment.booked", new { appointment = new { externalId = "v1", startsAt = visit } }),
            await practice.Comes("appointment.rescheduled", new { appointment = new { externalId = "v1", startsAt = visit.AddDays(3) } }),
            await practice.Comes("form.submitted", new { form = new { id = "f" } }, "web"),
            await practice.Comes("form.submitted", new { form = new { id = "f" } }, "web"),
            await practice.Comes("message.received", new { message = new { channel = "sms", body = "Thursday is fine", from = "+12125550001" } }, "twilio"),
        ];
        if (cancels) came.Add(await practice.Comes("appointment.status.changed", new { appointment = new { externalId = "v1", status = "cancelled" } }));
        if (stops) came.Add(await practice.Comes("message.received", new { message = new { channel = "sms", body = "STOP", from = "+12125550001" } }, "twilio"));

        // Each of them is delivered to both, some a second time, in an order of their own.
        List<string>[] queues = [.. new[] { 0, 1 }.Select(_ => came.Concat(came.Where(_ => random.Next(3) == 0)).OrderBy(_ => random.Next()).ToList())];
        var stopped = new List<string>();
        Watch(practice, stopped);
        turns.Mind("one", practice.One);
        turns.Mind("other", practice.Other);
        await turns.All(() => Carry(practice, practice.One, queues[0]), () => Carry(practice, practice.Other, queues[1]));
        foreach (var worker in new[] { practice.One, practice.Other }) (worker.Store.BeforeReading, worker.Store.Before) = (null, null);
        for (var day = 0; day < 10; day++) await practice.Pass(TimeSpan.FromDays(1));

        Assert.Equal("", string.Join(", ", stopped));
        Assert.All(practice.Store.Events, e => Assert.False(e.Result is null or "failed", $"{e.Event.Type} was lost."));
        var sent = practice.Post.Sent.Where(m => m.EnrollmentId is not null).ToList();
        Assert.All(sent.GroupBy(m => m.EffectId), same => Assert.Single(same));
        Assert.True(sent.Count(m => m.StepId == "welcome") <= 1 && sent.Count(m => m.StepId == "sorry") <= 1, "One of the texts that go once went twice.");
        var visits = (await practice.Store.List(Kinds.Appointment, Practice.Id, new())).Items;
        Assert.Equal((cancels ? AppointmentStatus.Cancelled : AppointmentStatus.New, visit.AddDays(3)), (Assert.Single(visits).Body.Status, visits[0].Body.StartsAt));
        Assert.DoesNotContain(await practice.Enrollments(), e => e.IsLive);
        if (stops) Assert.Equal("stop", Assert.Single((await practice.Store.Find(Kinds.Contact, Practice.Id, Practice.Ada))!.Body.Dnd).Reason);
        else
        {
            Assert.Equal(1, sent.Count(m => m.StepId == "welcome"));
            Assert.Equal(cancels ? 1 : 0, sent.Count(m => m.StepId == "sorry"));
            // The reminders of the time at which the visit is, and of no other; none when it is called off.
            DateTimeOffset[] due = cancels ? [] : [visit.AddDays(1), visit.AddDays(2)];
            Assert.Equal(due, sent.Where(m => m.StepId is "t48" or "t24").Select(m => m.At).Order());
        }
        await Balance(practice);
    }

    /// <summary>Notes every text that is handed over after a STOP was written down.</summary>
    static void Watch(Practice practice, List<string> stopped) => practice.Post.Meanwhile = async message =>
    {
        if (message.EnrollmentId is not null && (await practice.Store.Find(Kinds.Contact, Practice.Id, Practice.Ada))!.Body.Dnd.Any(d => d.Channel == "sms")) stopped.Add($"{message.StepId} went after STOP");
    };

    static async Task Carry(Practice practice, Worker worker, List<string> queue)
    {
        foreach (var id in queue)
        {
            await worker.Route(id);
            foreach (var e in await practice.Enrollments()) await worker.Turn(e.Id);
        }
    }

    /// <summary>What was enrolled has ended, and what was begun is settled.</summary>
    static async Task Balance(Practice practice)
    {
        foreach (var e in await practice.Enrollments())
        {
            var log = (await practice.Store.LogOf(Practice.Id, e.Id)).Select(line => line.Entry).ToList();
            Assert.Equal((1, 1), (log.Count(line => line.What is Happened.Enrolled), log.Count(line => line.What is Happened.Finished)));
            Assert.Empty(await practice.Store.Inbox(Practice.Id, e.Id));
        }
        Assert.DoesNotContain((await practice.Store.List(Kinds.Message, Practice.Id, new(200))).Items, m => m.Body.Status is MessageStatus.Sending);
    }
}
