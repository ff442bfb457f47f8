using System.Text.Json;
using AesthetixWorkflows.Core.Events;
using AesthetixWorkflows.Core.Records;
using AesthetixWorkflows.Functions.Queue;
using AesthetixWorkflows.Functions.Tests.Doubles;
using AesthetixWorkflows.Runtime.Ports;
using Azure.Messaging.ServiceBus;

namespace AesthetixWorkflows.Functions.Tests.Queue;

/// <summary>Which messages share a session, and what happens to those behind one that cannot be taken.</summary>
public sealed class RoutingOrderTests
{
    static string Form(string email) => $$"""{"firstName":"Ada","email":"{{email}}","phone":"+12125550177"}""";

    static async Task Call(AzureStand stand, string body) => (await stand.Call("POST", $"/hooks/{AzureStand.HookKey}", body, null)).Expect(202);

    static ServiceBusMessage Outside(string id, string email) => AzureStand.Structured(new
    {
        specversion = "1.0", id, source = "https://booking.example", type = "form.submitted", practice = AzureStand.Practice, data = new { contact = new { email } },
    });

    static async Task<IReadOnlyList<string>> Results(AzureStand stand) => [.. (await Task.WhenAll(stand.Store.Events.Select(e => stand.Store.FindEvent(AzureStand.Practice, e.Event.Id)))).Select(e => e!.Result ?? "")];

    [Fact]
    public async Task Every_way_in_leads_to_the_same_session()
    {
        await using var stand = await AzureStand.Open();
        await Call(stand, Form("grace@hopper.example"));
        stand.Arrivals.Put(Outside("b-1", " Grace@Hopper.example"));
        await stand.Arrivals.Pump((message, actions) => stand.Function<Functions.Triggers.EventArrival>().Take([message], actions, stand.Durable, default));
        (await stand.Call("POST", "/api/events", """{"specversion":"1.0","id":"b-2","source":"s","type":"form.submitted","data":{"contact":{"email":"grace@hopper.example"}}}""",
            media: "application/cloudevents+json")).Expect(202);
        Assert.Equal(3, stand.Queue.Waiting.Count);
        var session = Assert.Single(stand.Queue.Waiting.Select(message => message.SessionId).Distinct());
        Assert.StartsWith(AzureStand.Practice, session, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_of_a_person_is_in_a_session_id()
    {
        await using var stand = await AzureStand.Open();
        for (var i = 0; i < 500; i++) await Call(stand, Form($"patient{i}@hart.example"));
        Assert.Equal(500, stand.Queue.Waiting.Count);
        Assert.All(stand.Queue.Waiting, message => Assert.Matches($@"^{AzureStand.Practice}\.[0-9]{{1,2}}$", message.SessionId));
        // Spread evenly, and never more of them than an instance can hold beside others.
        var busy = stand.Queue.Waiting.CountBy(message => message.SessionId).ToList();
        Assert.Equal(RoutingSession.Lanes, busy.Count);
        Assert.All(busy, lane => Assert.InRange(lane.Value, 3, 40));
    }

    [Fact]
    public async Task What_cannot_be_routed_holds_back_what_comes_after_it_for_the_same_person_and_then_lets_it_go_on()
    {
        await using var stand = await AzureStand.Open();
        var order = new List<string>();
        stand.Store.Before = changes =>
        {
            if (changes.Changes.OfType<Change.Routed>().SingleOrDefault() is not { } routed) return;
            order.Add($"{routed.Event.SourceId} {(routed.Result == EventPage.GivenUp ? "given up" : "tried")}");
            if (routed.Event.SourceId == "b-1" && routed.Result != EventPage.GivenUp) throw new InvalidOperationException("a bug");
        };
        stand.Arrivals.Put(Outside("b-1", "ada@hart.example"));
        stand.Arrivals.Put(Outside("b-2", "ada@hart.example"));
        await stand.Pump();
        Assert.Equal([.. Enumerable.Repeat("b-1 tried", EventDesk.MostTries), "b-1 given up", "b-2 tried"], order);
        Assert.Equal(["failed", "ignored"], await Results(stand));
        Assert.Equal(QueueCodes.RouteFailed, Assert.Single(stand.Dead).Reason);
    }

    [Fact]
    public async Task Without_a_queue_Recover_routes_in_the_order_of_keeping_and_what_fails_holds_back_its_own_and_nobody_else()
    {
        await using var stand = await AzureStand.Open();
        stand.Queue.Broken = new ServiceBusException("away", ServiceBusFailureReason.ServiceBusy);
        async Task<string> Comes(string id, string contact)
        {
            var e = new PracticeEvent($"evt_{id,26}".Replace(' ', '0'), AzureStand.Practice, "spec", id, "form.submitted", stand.Clock.GetUtcNow(), contact, JsonSerializer.SerializeToElement(new { }));
            await stand.Store.Commit(new ChangeSet(AzureStand.Practice).Add(new Change.Accept(e)));
            return e.Id;
        }
        await stand.Store.Commit(new ChangeSet(AzureStand.Practice).Put(Kinds.Contact, "con_grace", new Contact { FirstName = "Grace", CreatedAt = stand.Clock.GetUtcNow() }, 0));
        var (first, second, third, other) = (await Comes("1", "con_ada"), await Comes("2", "con_ada"), await Comes("3", "con_ada"), await Comes("4", "con_grace"));
        var (routed, broken) = (new List<string>(), true);
        stand.Store.Before = changes =>
        {
            if (changes.Changes.OfType<Change.Routed>().SingleOrDefault()?.Event.Id is not { } id) return;
            if (broken && id == second) throw new InvalidOperationException("a bug");
            routed.Add(id);
        };
        stand.Clock.Advance(TimeSpan.FromMinutes(3));
        await stand.Recover();
        Assert.Equal([first, other], routed);
        broken = false;
        await stand.Recover();
        Assert.Equal([first, other, second, third], routed);
    }

    [Fact]
    public async Task A_hook_costs_one_message_an_event_of_the_API_one_and_another_systems_two()
    {
        await using var stand = await AzureStand.Open();
        await Call(stand, Form("ada@hart.example"));
        Assert.Equal(1, await stand.Pump());
        (await stand.Call("POST", "/api/events", """{"specversion":"1.0","id":"b-2","source":"s","type":"form.submitted","data":{"contact":{"email":"ada@hart.example"}}}""",
            media: "application/cloudevents+json")).Expect(202);
        Assert.Equal(1, await stand.Pump());
        stand.Arrivals.Put(Outside("b-3", "ada@hart.example"));
        Assert.Equal(2, await stand.Pump());
        Assert.Equal(3, stand.Queue.Sends);
    }
}
