using AesthetixWorkflows.Core.Events;
using AesthetixWorkflows.Core.Records;
using AesthetixWorkflows.Functions.Queue;
using AesthetixWorkflows.Functions.Tests.Doubles;
using AesthetixWorkflows.Functions.Triggers;
using AesthetixWorkflows.Runtime.Ports;
using AesthetixWorkflows.Runtime.Routing;
using Azure.Messaging.ServiceBus;

namespace AesthetixWorkflows.Functions.Tests.Queue;

/// <summary>What counts against a message and what does not, and what becomes of it when it was tried for the last time.</summary>
public sealed class LastTryTests
{
    static async Task Comes(AzureStand stand, string email = "ada@hart.example") =>
        (await stand.Call("POST", $"/hooks/{AzureStand.HookKey}", $$"""{"firstName":"Ada","email":"{{email}}"}""", null)).Expect(202);

    /// <summary>The process is gone; when its lock has ended, the queue delivers again.</summary>
    static Task<int> Deliver(AzureStand stand, int ends)
    {
        var deliveries = 0;
        return stand.Queue.Pump((message, actions) =>
            deliveries++ < ends ? actions.AbandonMessageAsync(message) : stand.Function<EventRouting>().Take(message, actions, stand.Durable, default));
    }

    static void Fails(AzureStand stand, Exception fault) => stand.Store.Before = changes =>
    {
        if (changes.Changes.Any(change => change is Change.Routed { Result: not EventPage.GivenUp })) throw fault;
    };

    static ServiceBusMessage Notice(AzureStand stand, PracticeEvent e) => EventPublisher.Notice(e.Practice, e.Id, LaneKey.Of(e), stand.Clock.GetUtcNow());

    static string? Result(AzureStand stand) => Assert.Single(stand.Store.Events).Result;

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(1500)]
    public async Task A_dead_letter_that_had_waited_and_is_sent_again_waits_anew(int waits)
    {
        await using var stand = await AzureStand.Open();
        await Comes(stand);
        stand.Queue.Waiting[0].ApplicationProperties["waits"] = waits;
        stand.Store.Away = true;
        await stand.Pump();
        Assert.Empty(stand.Dead);
        Assert.Equal(1, stand.Queue.Waiting[0].ApplicationProperties["waits"]);
        stand.Store.Away = false;
        await stand.Pump();
        Assert.NotNull(Result(stand));
    }

    [Theory]
    [InlineData(7)]
    [InlineData(1500)]
    public async Task A_dead_letter_that_had_waited_and_is_sent_again_has_as_many_tries_as_any(int waits)
    {
        await using var stand = await AzureStand.Open();
        await Comes(stand);
        stand.Queue.Waiting[0].ApplicationProperties["waits"] = waits;
        Fails(stand, new InvalidOperationException("a bug"));
        Assert.Equal(EventDesk.MostTries, await stand.Pump());
        Assert.Equal(QueueCodes.RouteFailed, Assert.Single(stand.Dead).Reason);
    }

    [Fact]
    public async Task Workers_that_end_while_a_message_waits_for_the_store_do_not_count_against_it()
    {
        await using var stand = await AzureStand.Open();
        await Comes(stand);
        stand.Store.Away = true;
        for (var times = 0; times < 3 * EventDesk.MostEnds; times++) await Deliver(stand, ends: 1);
        stand.Store.Away = false;
        await stand.Pump();
        Assert.Empty(stand.Dead);
        Assert.Equal("ignored", Result(stand));
    }

    [Fact]
    public async Task What_is_to_be_given_up_just_when_the_store_is_away_gets_no_new_tries_by_that()
    {
        await using var stand = await AzureStand.Open();
        await Comes(stand);
        var (away, tried) = (true, false);
        stand.Store.Before = changes =>
        {
            if (changes.Changes.OfType<Change.Routed>().SingleOrDefault() is not { } routed) return;
            tried |= routed.Result != EventPage.GivenUp;
            if (away) throw new StoreUnavailableException("away");
        };
        await Deliver(stand, ends: EventDesk.MostEnds);
        Assert.Empty(stand.Dead);
        away = false;
        await stand.Pump();
        Assert.Equal(QueueCodes.WorkersEnded, Assert.Single(stand.Dead).Reason);
        Assert.Equal((EventPage.GivenUp, false), (Result(stand), tried));
    }

    [Fact]
    public async Task A_message_that_ends_workers_before_it_is_kept_is_given_up_unread()
    {
        await using var stand = await AzureStand.Open();
        await Comes(stand);
        Assert.Equal(2 * EventDesk.MostEnds + 1, await Deliver(stand, ends: 2 * EventDesk.MostEnds));
        Assert.Equal(QueueCodes.WorkersEnded, Assert.Single(stand.Dead).Reason);
        Assert.Empty(stand.Store.Events);
    }

    [Fact]
    public async Task An_event_that_others_are_in_the_way_of_lets_its_lane_go_on_and_is_brought_again_by_Recover()
    {
        await using var stand = await AzureStand.Open();
        await Comes(stand);
        Fails(stand, new KeepsConflictingException("evt", "revision"));
        Assert.Equal(EventDesk.MostTries, await stand.Pump());
        Assert.Empty(stand.Dead);
        Assert.Empty(stand.Queue.Waiting);
        Assert.Null(Result(stand));
        stand.Store.Before = null;
        stand.Clock.Advance(TimeSpan.FromMinutes(3));
        await stand.Recover();
        await stand.Pump();
        Assert.Equal("ignored", Result(stand));
    }

    [Fact]
    public async Task An_event_that_others_have_been_in_the_way_of_for_a_day_is_given_up()
    {
        await using var stand = await AzureStand.Open();
        await Comes(stand);
        Fails(stand, new KeepsConflictingException("evt", "revision"));
        await stand.Pump();
        stand.Clock.Advance(TimeSpan.FromHours(25));
        await stand.Recover();
        await stand.Pump();
        Assert.Equal(QueueCodes.RouteFailed, Assert.Single(stand.Dead).Reason);
        Assert.Equal(EventPage.GivenUp, Result(stand));
    }

    [Fact]
    public async Task A_dead_letter_that_is_sent_again_and_in_whose_way_others_are_is_a_dead_letter_again_as_Recover_does_not_look_for_it()
    {
        await using var stand = await AzureStand.Open();
        await Comes(stand);
        Fails(stand, new InvalidOperationException("a bug"));
        await stand.Pump();
        Fails(stand, new KeepsConflictingException("evt", "revision"));
        stand.Queue.Put(new ServiceBusMessage(Assert.Single(stand.Dead).Message) { MessageId = "again" });
        await stand.Pump();
        Assert.Equal(2, stand.Dead.Count);
    }

    [Fact]
    public async Task Notices_left_over_of_an_event_that_was_given_up_hold_back_its_lane_once_each()
    {
        await using var stand = await AzureStand.Open();
        await Comes(stand);
        Fails(stand, new InvalidOperationException("a bug"));
        await stand.Pump();
        var poison = Assert.Single(stand.Store.Events).Event;
        stand.Queue.Put(Notice(stand, poison));
        Assert.Equal(1, await stand.Pump());
        // One that ended a worker is not given to a second.
        stand.Queue.Forget();
        stand.Queue.Put(Notice(stand, poison));
        stand.Store.Before = _ => { };
        await Deliver(stand, ends: 1);
        Assert.Equal([QueueCodes.RouteFailed, QueueCodes.RouteFailed, QueueCodes.WorkersEnded], stand.Dead.Select(dead => dead.Reason));
        // Mended, and sent again.
        stand.Queue.Forget();
        stand.Queue.Put(Notice(stand, poison));
        await stand.Pump();
        Assert.Equal("ignored", Result(stand));
    }
}
