namespace AesthetixWorkflows.Functions.Tests.Surface.Durable.Hub;

/// <summary>One line of an orchestration's history: what a replay is made from.</summary>
abstract record HistoryEvent
{
    HistoryEvent() { }

    /// <summary>The orchestrator is run again, at this time.</summary>
    public sealed record Began(DateTime At) : HistoryEvent;
    public sealed record Started(string Input) : HistoryEvent;
    public sealed record Called(int Id, string Name, string Input) : HistoryEvent;
    public sealed record Answered(int Id, string Result) : HistoryEvent;
    public sealed record Threw(int Id, string Fault) : HistoryEvent;
    public sealed record TimerSet(int Id, DateTime FireAt) : HistoryEvent;
    public sealed record TimerRang(int Id) : HistoryEvent;
    public sealed record Raised(string Name, string? Payload) : HistoryEvent;
}
