namespace AesthetixWorkflows.Functions.Queue;

/// <summary>Puts events on the queue <c>events</c>.</summary>
public sealed class EventPublisher
{
    /// <summary>These events are in the store and are to be routed.</summary>
    #pragma warning disable CA1822
    public Task Kept(string practice, IReadOnlyList<string> eventIds, CancellationToken ct) => Task.CompletedTask;
}
