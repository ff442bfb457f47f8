using System.Text.Json;
using AesthetixWorkflows.Core.Definitions;
using AesthetixWorkflows.Core.Records;

namespace AesthetixWorkflows.Runtime.Simulating;

/// <summary>What is to be tried out.</summary>
public sealed record SimulationRequest
{
    public required string Practice { get; init; }
    public required string WorkflowId { get; init; }
    /// <summary>The definition to try, read without errors; and the same as it is kept.</summary>
    public required Definition Definition { get; init; }
    public required JsonElement Json { get; init; }
    /// <summary>A contact of the practice.</summary>
    public string? ContactId { get; init; }
    /// <summary>Somebody made up, who exists in the simulation alone.</summary>
    public Contact? Contact { get; init; }
    /// <summary>Whether it is forgotten which workflows the contact is or was in.</summary>
    public bool AsIfNew { get; init; }
    /// <summary>What starts it; null: the contact is added by hand.</summary>
    public TriedEvent? Event { get; init; }
    public IReadOnlyList<ScriptEntry> Script { get; init; } = [];
    /// <summary>What other systems answer to the calls of a step; a plain 200 where nothing is said.</summary>
    public IReadOnlyDictionary<string, WebAnswer> Answers { get; init; } = new Dictionary<string, WebAnswer>();
    public required DateTimeOffset StartAt { get; init; }
    /// <summary>How far it looks ahead.</summary>
    public TimeSpan Horizon { get; init; } = SimulationLimits.Horizon;
}

/// <summary>An event as somebody outside would report it.</summary>
public sealed record TriedEvent(string Type, JsonElement Data);

/// <summary>Something that happens meanwhile.</summary>
/// <param name="At">Counted from the start.</param>
public sealed record ScriptEntry(DateTimeOffset At, TriedEvent Event);

/// <summary>What another system answers.</summary>
public sealed record WebAnswer(int Status, string? Body = null);

/// <summary>A simulation always ends.</summary>
public static class SimulationLimits
{
    public static readonly TimeSpan Horizon = TimeSpan.FromDays(366);
    public static readonly TimeSpan LongestHorizon = TimeSpan.FromDays(3653);
    public const int Lines = 1000;
    public const int Events = 500;
    public const int Script = 200;
}
