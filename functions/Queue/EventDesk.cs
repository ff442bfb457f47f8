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

    public async Task<Settlement> Take(ServiceBusReceivedMessage message, CancellationToken ct)
    {
        PracticeEvent? kept = null;
        try
        {
            switch (MessageReading.Of(message, clock.GetUtcNow()))
            {
                case MessageReading.Refused(var reason, var description):
                    return new Settlement.Dead(reason, description);
                case MessageReading.Notice(var practice, var id):
                    kept = (await store.FindEvent(practice, id, ct))?.Event;
                    if (kept is null) return new Settlement.Dead(QueueCodes.EventUnknown, $"The store has no {id}.");
                    break;
                case MessageReading.Event(var practice, _) when await practices.Find(practice, ct) is null:
                    return new Settlement.Dead(QueueCodes.PracticeUnknown, "There is no such practice.");
                case MessageReading.Event(var practice, var incoming):
                    kept = await KeepQuietly(practice, incoming, ct);
                    break;
            }
            if (Patience.Tries(message) > MostEnds) return await GiveUp(message, kept, QueueCodes.WorkersEnded, $"{MostEnds} workers ended while they had it.", ct);
            await router.Route(kept!, Traces.From(message), ct);
            return Settlement.Done.Instance;
        }
        catch (StoreUnavailableException)
        {
            return Patience.After(message);
        }
#pragma warning disable CA1031 // One message that meets a bug must not hold up the others, nor come back for ever.
        catch (Exception bug) when (bug is not OperationCanceledException)
#pragma warning restore CA1031
        {
            Logs.MessageFailed(log, kept?.Id ?? "none", message.DeliveryCount, bug);
            return Patience.Tries(message) < MostTries ? Settlement.Again.Instance
                : await GiveUp(message, kept, QueueCodes.RouteFailed, $"{bug.GetType().Name}; the log has the details.", ct);
        }
    }

    /// <summary>Routed right here; no notice about it is needed.</summary>
    async Task<PracticeEvent> KeepQuietly(string practice, Runtime.Intake.IncomingEvent incoming, CancellationToken ct)
    {
        publisher.Hush();
        return await keeper.Keep(practice, incoming, ct);
    }

    /// <summary>What cannot be routed is marked, or Recover would put it back on the queue for ever.</summary>
    async Task<Settlement> GiveUp(ServiceBusReceivedMessage message, PracticeEvent? kept, string reason, string description, CancellationToken ct)
    {
        try
        {
            // A conflict: somebody else has routed it meanwhile.
            if (kept is not null) await store.Commit(new ChangeSet(kept.Practice).Add(new Change.Routed(kept, kept.ContactId, EventPage.GivenUp)), ct);
            return new Settlement.Dead(reason, description);
        }
        catch (StoreUnavailableException)
        {
            return Patience.After(message);
        }
    }
}
