namespace Microsoft.DurableTask;

/// <summary>Double: functions/ passes none.</summary>
public record TaskOptions;

public record StartOrchestrationOptions
{
    public StartOrchestrationOptions(string? InstanceId = null, DateTimeOffset? StartAt = null) => (this.InstanceId, this.StartAt) = (InstanceId, StartAt);

    public string? InstanceId { get; init; }
    public DateTimeOffset? StartAt { get; init; }
    public IReadOnlyList<string>? DedupeStatuses { get; init; }
}
