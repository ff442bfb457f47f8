using DurableTask.Core.Exceptions;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace AesthetixWorkflows.Functions.Tests.Doubles;

/// <summary>Remembers which orchestrations were started and woken, and runs none.</summary>
sealed class RecordingDurable() : DurableTaskClient("recording")
{
    public List<string> Started { get; } = [];
    public List<string> Woken { get; } = [];
    /// <summary>Those that are being carried: they cannot be started again.</summary>
    public HashSet<string> Running { get; } = [];
    public bool Away { get; set; }

    public override Task<string> ScheduleNewOrchestrationInstanceAsync(
        TaskName orchestratorName, object? input = null, StartOrchestrationOptions? options = null, CancellationToken cancellation = default)
    {
        if (Away) return Task.FromException<string>(new IOException("away"));
        var id = options!.InstanceId!;
        if (!Running.Add(id)) return Task.FromException<string>(new OrchestrationAlreadyExistsException(id));
        Started.Add(id);
        return Task.FromResult(id);
    }

    public override Task RaiseEventAsync(string instanceId, string eventName, object? eventPayload = null, CancellationToken cancellation = default)
    {
        if (Away) return Task.FromException(new IOException("away"));
        Woken.Add(instanceId);
        return Task.CompletedTask;
    }

    public override Task<OrchestrationMetadata?> GetInstancesAsync(string instanceId, bool getInputsAndOutputs = false, CancellationToken cancellation = default) => throw new NotSupportedException();
    public override ValueTask DisposeAsync() => ValueTask.CompletedTask;
#if !SURFACE
    public override Task<OrchestrationMetadata> WaitForInstanceStartAsync(string instanceId, bool getInputsAndOutputs = false, CancellationToken cancellation = default) => throw new NotSupportedException();
    public override Task<OrchestrationMetadata> WaitForInstanceCompletionAsync(string instanceId, bool getInputsAndOutputs = false, CancellationToken cancellation = default) => throw new NotSupportedException();
    public override Task SuspendInstanceAsync(string instanceId, string? reason = null, CancellationToken cancellation = default) => throw new NotSupportedException();
    public override Task ResumeInstanceAsync(string instanceId, string? reason = null, CancellationToken cancellation = default) => throw new NotSupportedException();
    public override AsyncPageable<OrchestrationMetadata> GetAllInstancesAsync(OrchestrationQuery? filter = null) => throw new NotSupportedException();
#endif
}
