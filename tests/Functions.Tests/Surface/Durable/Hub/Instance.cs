using Microsoft.DurableTask.Client;

namespace AesthetixWorkflows.Functions.Tests.Surface.Durable.Hub;

/// <summary>One orchestration in a <see cref="TaskHub"/>.</summary>
sealed class Instance(string id, string name)
{
    public string Id { get; } = id;
    public string Name { get; } = name;
    public List<HistoryEvent> History { get; set; } = [];
    /// <summary>Came since the last run.</summary>
    public List<HistoryEvent> Arrived { get; } = [];
    public bool Busy { get; set; }
    /// <summary>Tells the answers to this execution from those to the one before it.</summary>
    public int Execution { get; set; }
    public OrchestrationRuntimeStatus Status { get; set; } = OrchestrationRuntimeStatus.Pending;
    public string? CustomStatus { get; set; }
    public string? Fault { get; set; }
    public bool IsOver => Status is OrchestrationRuntimeStatus.Completed or OrchestrationRuntimeStatus.Failed;
}
