using AesthetixWorkflows.Core.Events;
using AesthetixWorkflows.Core.Records;
using AesthetixWorkflows.Runtime.Facts;
using AesthetixWorkflows.Runtime.Ports;
using AesthetixWorkflows.Runtime.Routing;
using Azure.Messaging.ServiceBus;
using Microsoft.Extensions.Logging;

namespace AesthetixWorkflows.Functions.Queue;

/// <summary>Takes one message of a session the whole way: read, kept, routed. Taken twice it does nothing the second time.</summary>
public sealed class EventDesk(
    IStore store, PracticeBook practices, EventKeeper keeper, EventRouter router, EventPublisher publisher, TimeProvider clock, ILogger<EventDesk> log)
{
    /// <summary>A message that failed this often is given up, and its event says so.</summary>
    public const int MostTries = 5;
    /// <summary>So many workers may end while they have a message; then it is taken to be the cause.</summary>
    public const int MostEnds = 10;
    /// <summary>Others who have been in the way of an event for so long are taken to be a bug. As long as a message waits for the store.</summary>
    static readonly TimeSpan MostConflicts = TimeSpan.FromDays(1);

    public async Task<Settlement> Take(ServiceBusReceivedMessage message, CancellationToken ct)
    {
        // Reading or keeping it may be what ends them, so that nobody came to the question below: the dead letter has it whole.
        if (Patience.Tries(message) > 2 * MostEnds) return new Settlement.Dead(QueueCodes.WorkersEnded, $"{2 * MostEnds} workers ended while they had it.");
        PracticeEvent? kept = null;
        // One that was given up has several notices by then, which Recover put behind the first. Each would hold back the lane again.
        var givenUp = false;
        try
        {
            switch (MessageReading.Of(message, clock.GetUtcNow()))
            {
                case MessageReading.Refused(var reason, var description):
                    return new Settlement.Dead(reason, description);
                case MessageReading.Notice(var practice, var id):
                    if (await store.FindEvent(practice, id, ct) is not { } stored) return new Settlement.Dead(QueueCodes.EventUnknown, $"The store has no {id}.");
                    (kept, givenUp) = (stored.Event, stored.Result == EventPage.GivenUp);
                    break;
                case MessageReading.Event(var practice, _) when await practices.Find(practice, ct) is null:
                    return new Settlement.Dead(QueueCodes.PracticeUnknown, "There is no such practice.");
                case MessageReading.Event(var practice, var incoming):
                    kept = await KeepQuietly(practice, incoming, ct);
                    break;
            }
            var ends = givenUp ? 1 : MostEnds;
            if (Patience.Tries(message) > ends) return await GiveUp(message, kept, QueueCodes.WorkersEnded, $"{ends} workers ended while they had it.", ct);
            await router.Route(kept!, Traces.From(message), ct);
            return Settlement.Done.Instance;
        }
        catch (StoreUnavailableException)
        {
            return Patience.StoreAway(message);
        }
#pragma warning disable CA1031 // One message that meets a bug must not hold up the others, nor come back for ever.
        catch (Exception bug) when (bug is not OperationCanceledException)
#pragma warning restore CA1031
        {
            Logs.MessageFailed(log, kept?.Id ?? "none", message.DeliveryCount, bug);
            return Patience.Tries(message) < (givenUp ? 1 : MostTries) ? Settlement.Again.Instance
                : await GiveUp(message, kept, QueueCodes.RouteFailed, $"{bug.GetType().Name}; the log has the details.", ct, inTheWay: bug is KeepsConflictingException);
        }
    }

    /// <summary>Routed right here; no notice about it is needed.</summary>
    async Task<PracticeEvent> KeepQuietly(string practice, Runtime.Intake.IncomingEvent incoming, CancellationToken ct)
    {
        publisher.Hush();
        return await keeper.Keep(practice, incoming, ct);
    }

    /// <summary>What cannot be routed is marked, or Recover would put it back on the queue for ever.</summary>
    /// <param name="inTheWay">Others were, and nothing is lost: the lane goes on without it, and Recover puts it back within minutes.</param>
    async Task<Settlement> GiveUp(ServiceBusReceivedMessage message, PracticeEvent? kept, string reason, string description, CancellationToken ct, bool inTheWay = false)
    {
        try
        {
            // Recover does not look for one that is marked already.
            if (inTheWay && kept is not null && clock.GetUtcNow() - kept.At < MostConflicts && await store.FindEvent(kept.Practice, kept.Id, ct) is { Result: null }) return Settlement.Done.Instance;
            // A conflict: somebody else has routed it meanwhile.
            if (kept is not null) await store.Commit(new ChangeSet(kept.Practice).Add(new Change.Routed(kept, kept.ContactId, EventPage.GivenUp)), ct);
            return new Settlement.Dead(reason, description);
        }
        catch (StoreUnavailableException)
        {
            return Patience.StoreAwayAtTheEnd(message);
        }
    }
}
