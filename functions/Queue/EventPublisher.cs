using System.Globalization;
using Azure.Messaging.ServiceBus;

namespace AesthetixWorkflows.Functions.Queue;

/// <summary>Puts a notice on the queue for events that are in the store and are to be routed. A notice has no content but ids.</summary>
public sealed class EventPublisher(EventLine line, TimeProvider clock)
{
    /// <summary>Keeps one send far below what the queue takes at once.</summary>
    const int MostAtOnce = 100;

    readonly AsyncLocal<bool> _quiet = new();

    /// <returns>False: nobody was told. They stay unrouted in the store, where <c>Recover</c> looks.</returns>
    public async Task<bool> Kept(string practice, IReadOnlyList<string> eventIds, CancellationToken ct)
    {
        if (_quiet.Value) return true;
        foreach (var some in eventIds.Chunk(MostAtOnce))
            if (!await line.Put([.. some.Select(id => Notice(practice, id))], ct)) return false;
        return true;
    }

    /// <summary>What is kept from here on, on this way of execution, is routed by whoever keeps it.</summary>
    public void Hush() => _quiet.Value = true;

    ServiceBusMessage Notice(string practice, string id)
    {
        // The minute lets Recover repeat it although the queue drops repeats.
        var minute = clock.GetUtcNow().ToString("yyyyMMddHHmm", CultureInfo.InvariantCulture);
        var notice = new ServiceBusMessage { Subject = EventMessage.Kept, MessageId = $"{practice}.{id}.{minute}" };
        notice.ApplicationProperties[EventMessage.Practice] = practice;
        notice.ApplicationProperties[EventMessage.Event] = id;
        return Traces.Onto(notice);
    }
}
