namespace Microsoft.DurableTask;

/// <summary>What an orchestrator sees of an activity that threw.</summary>
public sealed class TaskFailedException(string taskName, int taskId, Exception innerException) : Exception($"Task '{taskName}' (#{taskId}) failed.", innerException)
{
    public string TaskName { get; } = taskName;
    public int TaskId { get; } = taskId;
}
