using AesthetixWorkflows.Core.Events;
using AesthetixWorkflows.Runtime.Intake;
using AesthetixWorkflows.Runtime.Ports;

namespace AesthetixWorkflows.Functions.Queue;

/// <summary>Keeps the event of a message, under the id that its sender was promised. Kept twice it is the first one.</summary>
public sealed class EventKeeper(IStore store, EventIntake intake)
{
    public async Task<PracticeEvent> Keep(string practice, IncomingEvent incoming, CancellationToken ct)
    {
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
}
