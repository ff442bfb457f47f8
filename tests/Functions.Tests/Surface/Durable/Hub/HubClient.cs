using DurableTask.Core.Exceptions;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace AesthetixWorkflows.Functions.Tests.Surface.Durable.Hub;

/// <summary>The client of a <see cref="TaskHub"/>.</summary>
sealed class HubClient(TaskHub hub) : DurableTaskClient("hub")
{
    public override Task<string> ScheduleNewOrchestrationInstanceAsync(
        TaskName orchestratorName, object? input = null, StartOrchestrationOptions? options = null, CancellationToken cancellation = default)
    {
        var id = options?.InstanceId ?? Guid.NewGuid().ToString("n");
        return hub.Start(id, orchestratorName.Name, Wire.Write(input)) ? Task.FromResult(id) : throw new OrchestrationAlreadyExistsException($"An orchestration instance with the ID {id} already exists.");
    }

    public override Task RaiseEventAsync(string instanceId, string eventName, object? eventPayload = null, CancellationToken cancellation = default) =>
        hub.Raise(instanceId, eventName, Wire.Write(eventPayload)) ? Task.CompletedTask : throw new ArgumentException($"No instance with ID {instanceId} was found.", nameof(instanceId));

    public override Task<OrchestrationMetadata?> GetInstancesAsync(string instanceId, bool getInputsAndOutputs = false, CancellationToken cancellation = default) =>
        Task.FromResult(hub.Find(instanceId) is { } i ? new OrchestrationMetadata(i.Name, i.Id) { RuntimeStatus = i.Status, SerializedCustomStatus = i.CustomStatus } : null);

    public override ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
