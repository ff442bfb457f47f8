using AesthetixWorkflows.Core.Events;
using AesthetixWorkflows.Core.Records;
using AesthetixWorkflows.Runtime.Facts;
using AesthetixWorkflows.Runtime.Intake;
using AesthetixWorkflows.Runtime.Ports;
using AesthetixWorkflows.Runtime.Routing;
using Azure.Messaging.ServiceBus;
using Microsoft.Extensions.Logging;

namespace AesthetixWorkflows.Functions.Queue;

/// <summary>Takes one message of the queue the whole way: read, kept, routed. Taken twice it does nothing the second time.</summary>
public sealed class EventDesk(
    IStore store, PracticeBook practices, EventIntake intake, EventRouter router, EventPublisher publisher, TimeProvider clock, ILogger<EventDesk> log)
{
    /// <summary>A message that failed this often is given up, and its event says so.</summary>
    public const int MostTries = 5;

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
                    kept = await Keep(practice, incoming, ct);
                    break;
            }
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
            return message.DeliveryCount < MostTries ? Settlement.Again.Instance : await GiveUp(kept, bug, ct);
        }
    }

    async Task<PracticeEvent> Keep(string practice, IncomingEvent incoming, CancellationToken ct)
    {
        // Routed right here; no notice about it is needed.
        publisher.Hush();
        if (incoming.Id is { } promised && await store.FindEvent(practice, promised, ct) is { } known)
        {
            if (known.Event.Source == incoming.Source && known.Event.SourceId == incoming.SourceId) return known.Event;
            // Somebody else's id: it gets one of its own.
            incoming = incoming with { Id = null };
        }
        var accepted = await intake.Accept(practice, [incoming], ct);
        var id = accepted.Ids[0];
        return accepted.Duplicates == 0
            ? new PracticeEvent(id, practice, incoming.Source, incoming.SourceId, incoming.Type, incoming.At, incoming.ContactId, incoming.Data)
            : (await store.FindEvent(practice, id, ct))?.Event ?? throw new InvalidOperationException($"The event {id} is known and cannot be found.");
    }

    /// <summary>What cannot be routed is marked, or Recover would put it back on the queue for ever.</summary>
    async Task<Settlement> GiveUp(PracticeEvent? kept, Exception bug, CancellationToken ct)
    {
        try
        {
            if (kept is not null) await store.Commit(new ChangeSet(kept.Practice).Add(new Change.Routed(kept, kept.ContactId, EventPage.GivenUp)), ct);
            return new Settlement.Dead(QueueCodes.RouteFailed, $"{bug.GetType().Name}; the log has the details.");
        }
        catch (StoreUnavailableException)
        {
            return Settlement.Again.Instance;
        }
    }
}
