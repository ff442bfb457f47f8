using Microsoft.DurableTask.Client;

namespace AesthetixWorkflows.Functions.Orchestration;

/// <summary>The way to Durable Functions. Its client reaches an app only as a binding of a function that runs; it is one
/// and the same for the worker's whole life, so whoever is called hands it in here for those who have no binding.</summary>
public sealed class DurableLink
{
    volatile DurableTaskClient? _client;

    /// <summary>Null until the first function with the binding has run in this worker.</summary>
    public DurableTaskClient? Client => _client;

    public void Offer(DurableTaskClient client) => _client = client;
}
