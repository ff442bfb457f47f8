using System.Text.Json;
using AesthetixWorkflows.Core.Events;
using AesthetixWorkflows.Core.Records;
using AesthetixWorkflows.Functions.Queue;
using AesthetixWorkflows.Functions.Tests.Doubles;
using AesthetixWorkflows.Functions.Triggers;
using AesthetixWorkflows.Runtime.Ports;
using Azure.Messaging.ServiceBus;

namespace AesthetixWorkflows.Functions.Tests.Queue;

public sealed class EventArrivalTests
{
    static object Event(string? practice = null, string id = "b-1", object? data = null) => new
    {
        specversion = "1.0", id, source = "https://booking.example", type = "form.submitted", time = "2026-05-04T10:00:00Z",
        practice = practice ?? AzureStand.Practice, data = data ?? new { contact = new { email = "ada@hart.example" } },
    };

    /// <param name="deliveries">One: it comes no further than the queue of other systems.</param>
    static async Task<MemoryQueue.DeadLetter> Refused(AzureStand stand, ServiceBusMessage message, int deliveries = 1)
    {
        stand.Arrivals.Put(message);
        Assert.Equal(deliveries, await stand.Pump());
        Assert.Empty(stand.Store.Events);
        return Assert.Single(stand.Dead);
    }

    [Fact]
    public async Task A_CloudEvent_in_structured_mode_is_kept_and_routed()
    {
        await using var stand = await AzureStand.Open();
        stand.Arrivals.Put(AzureStand.Structured(Event()));
        // Passed on into its session, and taken there.
        Assert.Equal(2, await stand.Pump());
        Assert.Equal(1, stand.Queue.Sends);
        var kept = Assert.Single(stand.Store.Events);
        Assert.Equal(("https://booking.example", "b-1", "form.submitted"), (kept.Event.Source, kept.Event.SourceId, kept.Event.Type));
        Assert.NotNull(kept.Result);
        Assert.Single(stand.Queue.Completed);
    }

    [Theory]
    [InlineData("cloudEvents:")]
    [InlineData("cloudEvents_")]
    [InlineData("ce-")]
    public async Task A_CloudEvent_in_binary_mode_is_kept_and_routed(string prefix)
    {
        await using var stand = await AzureStand.Open();
        var message = new ServiceBusMessage(JsonSerializer.SerializeToUtf8Bytes(new { contact = new { email = "ada@hart.example" } })) { ContentType = "application/json", MessageId = "m1" };
        foreach (var (name, value) in new (string, object)[]
        {
            ("specversion", "1.0"), ("id", "50% off, ünique"), ("source", new Uri("/booking", UriKind.Relative)), ("type", "form.submitted"),
            ("time", new DateTimeOffset(2026, 5, 4, 9, 0, 0, TimeSpan.FromHours(2))), ("practice", AzureStand.Practice),
        })
            message.ApplicationProperties[prefix + name] = value;
        stand.Arrivals.Put(message);
        await stand.Pump();
        Assert.Empty(stand.Dead);
        var kept = Assert.Single(stand.Store.Events).Event;
        Assert.Equal(("50% off, ünique", "/booking"), (kept.SourceId, kept.Source));
        Assert.Equal(new DateTimeOffset(2026, 5, 4, 7, 0, 0, TimeSpan.Zero), kept.At);
    }

    [Fact]
    public async Task The_same_event_twice_counts_once()
    {
        await using var stand = await AzureStand.Open();
        stand.Arrivals.Put(AzureStand.Structured(Event()));
        await stand.Pump();
        stand.Arrivals.Put(AzureStand.Structured(Event()));
        await stand.Pump();
        // Long after the queue has forgotten it, the store has not.
        stand.Queue.Forget();
        stand.Arrivals.Put(AzureStand.Structured(Event()));
        await stand.Pump();
        Assert.Single(stand.Store.Events);
        Assert.Equal((3, 2), (stand.Arrivals.Completed.Count, stand.Queue.Completed.Count));
    }

    [Fact]
    public async Task What_is_no_CloudEvent_is_a_dead_letter_that_says_where_and_not_what()
    {
        await using var stand = await AzureStand.Open();
        var dead = await Refused(stand, AzureStand.Structured(new { specversion = "0.3", id = "b-1", type = "Secret Ada", practice = AzureStand.Practice, data = "Ada Hart" }));
        Assert.Equal(QueueCodes.NotACloudEvent, dead.Reason);
        Assert.Contains("/specversion event.specversion", dead.Description, StringComparison.Ordinal);
        Assert.Contains("/source event.missing", dead.Description, StringComparison.Ordinal);
        Assert.DoesNotContain("Ada", dead.Description, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("Dear clinic, please call Ada")]
    [InlineData("[]")]
    [InlineData("{")]
    public async Task A_body_that_is_nothing_of_the_kind_is_a_dead_letter(string body)
    {
        await using var stand = await AzureStand.Open();
        var dead = await Refused(stand, new ServiceBusMessage(System.Text.Encoding.UTF8.GetBytes(body)) { MessageId = "m1" });
        Assert.Equal(QueueCodes.NotACloudEvent, dead.Reason);
        Assert.DoesNotContain("Ada", dead.Description, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_event_that_is_too_large_is_a_dead_letter()
    {
        await using var stand = await AzureStand.Open();
        var dead = await Refused(stand, AzureStand.Structured(Event(data: new { note = new string('x', 256 * 1024) })));
        Assert.Equal(QueueCodes.TooLarge, dead.Reason);
    }

    [Theory]
    [InlineData("prac_other")]
    [InlineData("*")]
    [InlineData("")]
    [InlineData("prac_a/b#c")]
    public async Task An_event_of_no_practice_of_ours_is_a_dead_letter(string practice)
    {
        await using var stand = await AzureStand.Open();
        Assert.Equal(QueueCodes.PracticeUnknown, (await Refused(stand, AzureStand.Structured(Event(practice)), deliveries: practice.StartsWith("prac_other", StringComparison.Ordinal) ? 2 : 1)).Reason);
    }

    [Fact]
    public async Task A_notice_about_an_event_that_is_not_there_is_a_dead_letter()
    {
        await using var stand = await AzureStand.Open();
        var notice = new ServiceBusMessage { Subject = EventMessage.Kept, MessageId = "n1" };
        notice.ApplicationProperties["practice"] = AzureStand.Practice;
        notice.ApplicationProperties["event"] = "evt_01HZZZZZZZZZZZZZZZZZZZZZZZ";
        Assert.Equal(QueueCodes.EventUnknown, (await Refused(stand, notice, deliveries: 2)).Reason);
    }

    [Fact]
    public async Task Somebody_elses_id_is_not_taken_over()
    {
        await using var stand = await AzureStand.Open();
        stand.Arrivals.Put(AzureStand.Structured(Event()));
        await stand.Pump();
        var first = Assert.Single(stand.Store.Events).Event.Id;
        var message = EventMessage.Of(AzureStand.Practice, new("elsewhere", "x", "form.submitted", stand.Clock.GetUtcNow(), JsonSerializer.SerializeToElement(new { }), null, first))!;
        stand.Arrivals.Put(message);
        await stand.Pump();
        Assert.Equal(2, stand.Store.Events.Select(kept => kept.Event.Id).Distinct().Count());
    }

    [Fact]
    public async Task A_crash_between_keeping_and_routing_leaves_nothing_undone()
    {
        await using var stand = await AzureStand.Open();
        stand.Arrivals.Put(AzureStand.Structured(Event()));
        var crashes = 1;
        stand.Store.Before = changes =>
        {
            if (changes.Changes.Any(change => change is Change.Routed) && crashes-- > 0) throw new IOException("the worker ended");
        };
        Assert.Equal(3, await stand.Pump());
        Assert.NotNull(Assert.Single(stand.Store.Events).Result);
        Assert.Single(stand.Queue.Completed);
    }

    [Fact]
    public async Task What_can_never_be_routed_is_given_up_and_says_so()
    {
        await using var stand = await AzureStand.Open();
        stand.Arrivals.Put(AzureStand.Structured(Event()));
        stand.Store.Before = changes =>
        {
            if (changes.Changes.Any(change => change is Change.Routed { Result: not "failed" })) throw new InvalidOperationException("Ada cannot be routed");
        };
        Assert.Equal(1 + EventDesk.MostTries, await stand.Pump());
        var dead = Assert.Single(stand.Queue.Dead);
        Assert.Equal(QueueCodes.RouteFailed, dead.Reason);
        Assert.DoesNotContain("Ada", dead.Description, StringComparison.Ordinal);
        Assert.Equal("failed", Assert.Single(stand.Store.Events).Result);
        // Recover has nothing to put back.
        await stand.Recover();
        Assert.Empty(stand.Queue.Waiting);

        // The bug is mended, and a person sends the dead letter again.
        stand.Store.Before = _ => { };
        stand.Queue.Put(new ServiceBusMessage(dead.Message) { MessageId = "again" });
        Assert.Equal(1, await stand.Pump());
        Assert.NotEqual("failed", Assert.Single(stand.Store.Events).Result);
    }

    [Fact]
    public async Task Store_away_for_hours_loses_nothing_and_turns_nothing_round()
    {
        await using var stand = await AzureStand.Open();
        stand.Arrivals.Put(AzureStand.Structured(Event()));
        stand.Store.Away = true;
        for (var minutes = 0; minutes < 300; minutes += 5)
        {
            await stand.Pump();
            stand.Clock.Advance(TimeSpan.FromMinutes(5));
        }
        stand.Arrivals.Put(AzureStand.Structured(Event(id: "b-2")));
        await stand.Pump();
        Assert.Equal(2, stand.Queue.Waiting.Count);
        stand.Store.Away = false;
        await stand.Pump();
        Assert.All(stand.Store.Events, kept => Assert.NotNull(kept.Result));
        Assert.Equal(["b-1", "b-2"], stand.Store.Events.Select(kept => kept.Event.SourceId));
        Assert.Empty(stand.Dead);
    }

    [Fact]
    public async Task Nothing_is_retried_for_ever()
    {
        await using var stand = await AzureStand.Open();
        stand.Arrivals.Put(AzureStand.Structured(Event()));
        stand.Store.Away = true;
        // A minute apart, at the longest.
        var tries = 0;
        for (; tries < 2000 && stand.Dead.Count == 0; tries++) await stand.Pump();
        Assert.InRange(tries, 24 * 60, 2000);
        Assert.Equal(QueueCodes.StoreUnavailable, Assert.Single(stand.Dead).Reason);
    }

    [Fact]
    public async Task A_message_that_ends_every_worker_is_given_up_and_lets_its_session_go_on()
    {
        await using var stand = await AzureStand.Open();
        stand.Arrivals.Put(AzureStand.Structured(Event()));
        stand.Arrivals.Put(AzureStand.Structured(Event(id: "b-2")));
        await stand.Arrivals.Pump((message, actions) => stand.Function<EventArrival>().Take([message], actions, stand.Durable, default));
        var deliveries = 0;
        await stand.Queue.Pump(async (message, actions) =>
        {
            // The process is gone; when its lock has ended, the queue delivers again.
            if (++deliveries <= EventDesk.MostEnds) await actions.AbandonMessageAsync(message);
            else await stand.Function<EventRouting>().Take(message, actions, stand.Durable, default);
        });
        Assert.Equal(QueueCodes.WorkersEnded, Assert.Single(stand.Dead).Reason);
        Assert.Equal(["failed", "ignored"], stand.Store.Events.Select(kept => kept.Result));
    }

    [Fact]
    public async Task The_routing_queue_away_the_event_is_kept_and_routed_by_Recover()
    {
        await using var stand = await AzureStand.Open();
        stand.Queue.Broken = new TimeoutException();
        stand.Arrivals.Put(AzureStand.Structured(Event()));
        Assert.Equal(1, await stand.Pump());
        Assert.Null(Assert.Single(stand.Store.Events).Result);
        stand.Clock.Advance(TimeSpan.FromMinutes(3));
        await stand.Recover();
        Assert.NotNull(Assert.Single(stand.Store.Events).Result);
        stand.Arrivals.Put(AzureStand.Structured(Event(practice: "prac_other")));
        await stand.Pump();
        Assert.Equal(QueueCodes.PracticeUnknown, Assert.Single(stand.Dead).Reason);
    }

    [Fact]
    public async Task What_a_system_wrote_one_after_the_other_is_passed_on_in_that_order()
    {
        await using var stand = await AzureStand.Open();
        string[] ids = [.. Enumerable.Range(1, 20).Select(n => $"b-{n}")];
        var messages = ids.Select(id => MemoryQueue.Received(AzureStand.Structured(Event(id: id)))).Append(MemoryQueue.Received(new ServiceBusMessage { MessageId = "m1" })).ToArray();
        var desk = new ManySettled();
        await stand.Function<EventArrival>().Take(messages, desk, stand.Durable, default);
        Assert.Equal(ids, stand.Queue.Waiting.Select(message => JsonDocument.Parse(message.Body).RootElement.GetProperty("id").GetString()));
        Assert.Equal([.. Enumerable.Repeat("completed", 20), "dead"], messages.Select(message => desk.Of[message.MessageId]));
    }

    [Fact]
    public async Task Where_nothing_can_be_had_the_rest_of_a_batch_does_not_go_before_it()
    {
        await using var stand = await AzureStand.Open();
        var messages = Enumerable.Range(1, 3).Select(n => MemoryQueue.Received(AzureStand.Structured(Event(id: $"b-{n}")))).ToArray();
        (stand.Store.Away, stand.Queue.Broken) = (true, new TimeoutException());
        var desk = new ManySettled();
        await stand.Function<EventArrival>().Take(messages, desk, stand.Durable, default);
        Assert.Equal(Enumerable.Repeat("abandoned", 3), desk.Of.Values);
    }

    [Fact]
    public async Task Where_nothing_more_can_be_had_what_was_passed_on_is_settled_and_the_rest_waits()
    {
        await using var stand = await AzureStand.Open();
        var messages = Enumerable.Range(1, 3).Select(n => MemoryQueue.Received(n == 1 ? new ServiceBusMessage { MessageId = "m1" } : AzureStand.Structured(Event(id: $"b-{n}")))).ToArray();
        (stand.Store.Away, stand.Queue.Broken) = (true, new TimeoutException());
        var desk = new ManySettled();
        var clock = new PauseClock(() => [.. desk.Of.Values]);
        await new EventArrival(stand.Get<EventSorter>(), stand.Get<Functions.Orchestration.DurableLink>(), clock).Take(messages, desk, stand.Durable, default);
        Assert.Equal(["dead"], Assert.Single(clock.SettledBefore));
        Assert.Equal(["dead", "abandoned", "abandoned"], desk.Of.Values);
    }

    /// <summary>Notes what is settled when a pause begins; the pause is none.</summary>
    sealed class PauseClock(Func<IReadOnlyList<string>> settled) : TimeProvider
    {
        public List<IReadOnlyList<string>> SettledBefore { get; } = [];

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            SettledBefore.Add(settled());
            return System.CreateTimer(callback, state, TimeSpan.Zero, period);
        }
    }

    sealed class ManySettled : Microsoft.Azure.Functions.Worker.ServiceBusMessageActions
    {
        public Dictionary<string, string> Of { get; } = [];

        public override Task CompleteMessageAsync(ServiceBusReceivedMessage message, CancellationToken cancellationToken = default) => Say(message, "completed");

        public override Task AbandonMessageAsync(ServiceBusReceivedMessage message, IDictionary<string, object>? propertiesToModify = default, CancellationToken cancellationToken = default) => Say(message, "abandoned");

        public override Task DeadLetterMessageAsync(
            ServiceBusReceivedMessage message, Dictionary<string, object>? propertiesToModify = default, string? deadLetterReason = default,
            string? deadLetterErrorDescription = default, CancellationToken cancellationToken = default) => Say(message, "dead");

        Task Say(ServiceBusReceivedMessage message, string verdict)
        {
            Of.Add(message.MessageId, verdict);
            return Task.CompletedTask;
        }
    }

    [Fact]
    public async Task Store_and_queue_away_the_message_is_left_to_the_queues_own_counting()
    {
        await using var stand = await AzureStand.Open();
        stand.Arrivals.Put(AzureStand.Structured(Event()));
        stand.Store.Away = true;
        stand.Queue.Broken = new TimeoutException();
        Assert.Equal(10, await stand.Pump());
        Assert.Equal("MaxDeliveryCountExceeded", Assert.Single(stand.Dead).Reason);
    }

    [Fact]
    public async Task Many_kept_events_are_told_in_few_sends()
    {
        await using var stand = await AzureStand.Open();
        var changes = new ChangeSet(AzureStand.Practice);
        for (var i = 0; i < 250; i++)
            changes.Add(new Change.Accept(new PracticeEvent($"evt_{i:D26}", AzureStand.Practice, "spec", $"{i}", "form.submitted", stand.Clock.GetUtcNow(), null, JsonSerializer.SerializeToElement(new { }))));
        await ((IStore)stand.Store).Commit(changes);
        Assert.Equal(3, stand.Queue.Sends);
        Assert.Equal(250, stand.Queue.Waiting.Count);
        Assert.Equal(RoutingSession.Lanes, stand.Queue.Waiting.Select(notice => notice.SessionId).Distinct().Count());
        Assert.All(stand.Queue.Waiting, notice => Assert.Equal(0, notice.Body.ToMemory().Length));
        await stand.Pump();
        Assert.All(stand.Store.Events, kept => Assert.NotNull(kept.Result));
    }
}
