using AesthetixWorkflows.Core.Records;
using AesthetixWorkflows.Runtime.Intake;
using AesthetixWorkflows.Runtime.Ports;

namespace AesthetixWorkflows.Functions.Queue;

/// <summary>Answers a hook as soon as its event is on the queue, so that a flood of calls waits there and not in front of the
/// store, and two calls about one person, one after the other, are taken in that order. What the queue cannot take goes straight into the store; only when neither is to be had the sender is told to come again.</summary>
/// <remarks>The id that is answered is the one that the event will have. Two calls with one source id within moments of each
/// other may be told two ids; one event is kept, under the first.</remarks>
public sealed class QueuedDoor(EventLine line, EventIntake intake, IIdSource ids, IEarlierEvents? earlier = null) : IEventDoor
{
    public async Task<string> Admit(string practice, IncomingEvent e, CancellationToken ct)
    {
        if (await Before(practice, e, ct) is { } known) return known;
        var promised = e with { Id = ids.New("evt") };
        if (EventMessage.Of(practice, promised) is { } message && await line.Put([message], ct)) return promised.Id;
        return await intake.Admit(practice, promised, ct);
    }

    async Task<string?> Before(string practice, IncomingEvent e, CancellationToken ct)
    {
        // An id that was made up for this very call has never been seen.
        if (earlier is null || e.SourceId.StartsWith("call_", StringComparison.Ordinal)) return null;
        try
        {
            return await earlier.Find(practice, e.Source, e.SourceId, ct);
        }
        catch (StoreUnavailableException)
        {
            // Whoever takes it from the queue finds the first one.
            return null;
        }
    }
}
