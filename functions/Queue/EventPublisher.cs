using System.Globalization;
using AesthetixWorkflows.Core.Events;
using AesthetixWorkflows.Runtime.Routing;
using Azure.Messaging.ServiceBus;

namespace AesthetixWorkflows.Functions.Queue;

/// <summary>Puts a notice on the queue for events that are in the store and are to be routed, each in its session. A notice has no
/// content but ids.</summary>
public sealed class EventPublisher(EventLine line, TimeProvider clock)
{
    /// <summary>Keeps one send far below what the queue takes at once. Sessions may be mixed in it, as the queue has no partitions.</summary>
    const int MostAtOnce = 100;

    readonly AsyncLocal<bool> _quiet = new();

    /// <returns>False: nobody was told. They stay unrouted in the store, where <c>Recover</c> looks.</returns>
    public async Task<bool> Kept(IReadOnlyList<PracticeEvent> events, CancellationToken ct)
    {
        if (_quiet.Value) return true;
        foreach (var some in events.Chunk(MostAtOnce))
            if (!await line.Put([.. some.Select(e => Notice(e.Practice, e.Id, LaneKey.Of(e), clock.GetUtcNow()))], ct)) return false;
        return true;
    }

    /// <summary>What is kept from here on, on this way of execution, is routed by whoever keeps it.</summary>
    public void Hush() => _quiet.Value = true;

    /// <param name="key">The event's lane key.</param>
    public static ServiceBusMessage Notice(string practice, string id, string key, DateTimeOffset now)
    {
        // The minute lets Recover repeat it although the queue drops repeats.
        var minute = now.ToString("yyyyMMddHHmm", CultureInfo.InvariantCulture);
        var notice = new ServiceBusMessage { Subject = EventMessage.Kept, MessageId = $"{practice}.{id}.{minute}", SessionId = RoutingSession.Of(practice, key) };
        notice.ApplicationProperties[EventMessage.Practice] = practice;
        notice.ApplicationProperties[EventMessage.Event] = id;
        return Traces.Onto(notice);
    }
}
