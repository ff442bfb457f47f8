using AesthetixWorkflows.Runtime.CloudEvents;
using AesthetixWorkflows.Runtime.Hooks;

namespace AesthetixWorkflows.Api.Events;

/// <summary>Reads CloudEvents for the practice's own routes.</summary>
public sealed class CloudEventIntake(TimeProvider clock) : IEventReader
{
    public EventReading Read(HttpRequest request, ReadOnlyMemory<byte> body)
    {
        var call = new HookCall(request.Method, new Uri("http://events"), request.Headers.SelectMany(h => h.Value.Select(v => KeyValuePair.Create(h.Key, v ?? ""))), body);
        return CloudEventReader.Read(call) switch
        {
            CloudEventsRead.Events(var events) => new([.. events.Select(e => e.Incoming(clock.GetUtcNow()))]),
            CloudEventsRead.Invalid([var first, ..]) => new([], first.Message, first.Pointer, first.Code == HookCodes.MediaType),
            var other => throw new InvalidOperationException(other.GetType().Name),
        };
    }
}
