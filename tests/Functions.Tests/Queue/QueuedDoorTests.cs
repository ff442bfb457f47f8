using AesthetixWorkflows.Functions.Queue;
using AesthetixWorkflows.Functions.Tests.Doubles;
using AesthetixWorkflows.Specs.Running;
using Azure.Messaging.ServiceBus;

namespace AesthetixWorkflows.Functions.Tests.Queue;

public sealed class QueuedDoorTests
{
    const string Form = """{"firstName":"Ada","email":"ada@hart.example"}""";

    static readonly ServiceBusException Away = new("no route", ServiceBusFailureReason.ServiceCommunicationProblem);

    static Task<Seen> Send(AzureStand stand, string? id = null, string body = Form) =>
        stand.Call("POST", $"/hooks/{AzureStand.HookKey}", body, null, headers: id is null ? [] : [("webhook-id", id)]);

    [Fact]
    public async Task A_hook_is_answered_from_the_queue_and_its_event_is_kept_under_the_id_that_was_answered()
    {
        await using var stand = await AzureStand.Open();
        var answered = (await Send(stand)).Expect(202).Json["eventId"]!.ToString();
        Assert.Empty(stand.Store.Events);
        Assert.Single(stand.Queue.Waiting);

        await stand.Pump();
        var kept = Assert.Single(stand.Store.Events);
        Assert.Equal(answered, kept.Event.Id);
        Assert.Equal("hook:hook_form", kept.Event.Source);
        Assert.Equal("ada@hart.example", kept.Event.Data.GetProperty("contact").GetProperty("email").GetString());
        Assert.NotNull(kept.Result);
        Assert.Empty(stand.Queue.Dead);
    }

    [Fact]
    public async Task An_event_from_the_queue_enrolls_and_is_told_to_nobody_twice()
    {
        await using var stand = await AzureStand.Open();
        await stand.Publish(new Flow("form.submitted", Pieces.Delay("s1", "P1D")));
        (await Send(stand)).Expect(202);
        Assert.Equal(1, await stand.Pump());
        Assert.Equal("enrolled:1", Assert.Single(stand.Store.Events).Result);
        Assert.Single(stand.Durable.Started);
    }

    [Fact]
    public async Task A_repeat_is_answered_with_the_first_id_and_kept_once()
    {
        await using var stand = await AzureStand.Open();
        var first = (await Send(stand, "call-1")).Expect(202).Json["eventId"]!.ToString();
        await stand.Pump();
        Assert.Equal(first, (await Send(stand, "call-1")).Expect(202).Json["eventId"]!.ToString());
        await stand.Pump();
        Assert.Single(stand.Store.Events);
    }

    [Fact]
    public async Task Two_calls_at_once_with_one_id_are_one_event()
    {
        await using var stand = await AzureStand.Open(knowsEarlier: false);
        await Task.WhenAll(Send(stand, "call-1"), Send(stand, "call-1"));
        Assert.Single(stand.Queue.Waiting);
        await stand.Pump();
        // Long after the queue has forgotten it, the store has not.
        var late = await Send(stand, "call-1");
        stand.Queue.Put(MemoryQueueRepeat(stand));
        await stand.Pump();
        Assert.Equal(202, late.Status);
        Assert.Single(stand.Store.Events);
        Assert.Empty(stand.Queue.Dead);
    }

    static ServiceBusMessage MemoryQueueRepeat(AzureStand stand)
    {
        var kept = stand.Store.Events[0].Event;
        var again = EventMessage.Of(kept.Practice, new(kept.Source, kept.SourceId, kept.Type, kept.At, kept.Data, null, "evt_01HZZZZZZZZZZZZZZZZZZZZZZZ"))!;
        again.MessageId = "another";
        return again;
    }

    [Fact]
    public async Task Queue_away_the_event_goes_straight_into_the_store()
    {
        await using var stand = await AzureStand.Open();
        stand.Queue.Broken = Away;
        var answered = (await Send(stand)).Expect(202).Json["eventId"]!.ToString();
        Assert.Equal(answered, Assert.Single(stand.Store.Events).Event.Id);
    }

    [Fact]
    public async Task A_queue_that_is_away_is_left_alone_for_a_while_and_then_tried_again()
    {
        await using var stand = await AzureStand.Open();
        stand.Queue.Broken = Away;
        await Send(stand);
        var tried = stand.Queue.Sends;
        stand.Queue.Broken = null;
        await Send(stand);
        Assert.Equal(tried, stand.Queue.Sends);
        stand.Clock.Advance(EventLine.Rest);
        await Send(stand);
        Assert.Equal(tried + 1, stand.Queue.Sends);
        Assert.Single(stand.Queue.Waiting);
    }

    [Fact]
    public async Task Store_away_the_event_waits_on_the_queue_until_it_is_back()
    {
        await using var stand = await AzureStand.Open();
        // A sender has called before, so that the hook is known here.
        await Send(stand);
        await stand.Pump();
        stand.Store.Away = true;
        stand.Clock.Advance(TimeSpan.FromHours(1));
        var answered = (await Send(stand)).Expect(202).Json["eventId"]!.ToString();
        await stand.Pump();
        Assert.Empty(stand.Queue.Dead);

        stand.Store.Away = false;
        stand.Clock.Advance(TimeSpan.FromMinutes(10));
        await stand.Pump();
        Assert.Contains(stand.Store.Events, kept => kept.Event.Id == answered && kept.Result is not null);
    }

    [Fact]
    public async Task Queue_and_store_away_the_sender_is_told_to_come_again()
    {
        await using var stand = await AzureStand.Open();
        await Send(stand);
        stand.Queue.Broken = Away;
        stand.Store.Away = true;
        (await Send(stand)).Expect(503, "store.unavailable");
    }

    [Fact]
    public async Task An_event_too_large_for_the_queue_goes_into_the_store()
    {
        await using var stand = await AzureStand.Open();
        var large = $$"""{"firstName":"Ada","note":"{{new string('x', EventMessage.MostBytes)}}"}""";
        (await Send(stand, body: large)).Expect(202);
        Assert.Single(stand.Store.Events);
        (await Send(stand, body: $"\"{new string('x', 256 * 1024)}\"")).Expect(413, "body.tooLarge");
    }

    [Fact]
    public async Task Events_that_a_key_sends_are_kept_before_the_answer()
    {
        await using var stand = await AzureStand.Open();
        const string body = """{"specversion":"1.0","id":"b-1","source":"https://booking.example","type":"form.submitted","practice":"prac_other","eventid":"evt_01HZZZZZZZZZZZZZZZZZZZZZZZ","data":{}}""";
        (await stand.Call("POST", "/api/events", body, media: "application/cloudevents+json")).Expect(202);
        // The key decides whose it is and we decide its id, whatever the event says.
        var kept = Assert.Single(stand.Store.Events).Event;
        Assert.Equal(AzureStand.Practice, kept.Practice);
        Assert.NotEqual("evt_01HZZZZZZZZZZZZZZZZZZZZZZZ", kept.Id);
        var again = (await stand.Call("POST", "/api/events", body, media: "application/cloudevents+json")).Expect(202);
        Assert.Equal(1, (int)again.Json["duplicates"]!);
        // Kept by a door that does not route: a notice says so.
        Assert.Equal(EventMessage.Kept, Assert.Single(stand.Queue.Waiting).Subject);
        await stand.Pump();
        Assert.NotNull(Assert.Single(stand.Store.Events).Result);
    }
}
