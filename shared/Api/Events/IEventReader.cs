using AesthetixWorkflows.Runtime.Intake;

namespace AesthetixWorkflows.Api.Events;

/// <summary>Reads CloudEvents 1.0 from a request: structured, binary or batch.</summary>
public interface IEventReader
{
    EventReading Read(HttpRequest request, ReadOnlyMemory<byte> body);
}

/// <summary>The events, or what is wrong with the first bad one; then none of them is taken.</summary>
/// <param name="Pointer">JSON pointer into the body; empty for the body as a whole or a header.</param>
/// <param name="MediaTypeUnknown">The Content-Type is none that carries a CloudEvent.</param>
public sealed record EventReading(IReadOnlyList<IncomingEvent> Events, string? Fault = null, string Pointer = "", bool MediaTypeUnknown = false);
