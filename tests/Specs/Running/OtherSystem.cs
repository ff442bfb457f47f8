using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using AesthetixWorkflows.Runtime.Outbound;

namespace AesthetixWorkflows.Specs.Running;

/// <summary>A system that steps call: answers as it is told, and remembers what it was told.</summary>
public sealed class OtherSystem : IOutboundClient
{
    readonly ConcurrentQueue<JsonElement> _calls = new();

    /// <summary>The bodies of the calls, in order.</summary>
    public IReadOnlyList<JsonElement> Calls => [.. _calls];

    public (int Status, string Body) Answer { get; set; } = (200, "");

    /// <summary>What happens before the answer goes back.</summary>
    public Func<JsonElement, Task> Meanwhile { get; set; } = _ => Task.CompletedTask;

    public async Task<OutboundAnswer> SendAsync(OutboundRequest request, IReadOnlySet<string> allowedHosts, CancellationToken cancellation = default)
    {
        var call = JsonElement.Parse(Encoding.UTF8.GetString(request.Body.Span));
        _calls.Enqueue(call);
        await Meanwhile(call);
        return new OutboundAnswer.Answered(Answer.Status, ImmutableDictionary<string, string>.Empty, Answer.Body, false, TimeSpan.Zero);
    }
}
