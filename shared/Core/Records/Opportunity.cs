using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace AesthetixWorkflows.Core.Records;

/// <summary>A possible sale moving through a pipeline.</summary>
public sealed record Opportunity
{
    public required string ContactId { get; init; }
    public required string Name { get; init; }
    public required string PipelineId { get; init; }
    public required string StageId { get; init; }
    public OpportunityStatus Status { get; init; } = OpportunityStatus.Open;
    /// <summary>In the practice's currency.</summary>
    public decimal Value { get; init; }
    public string? Source { get; init; }
    public string? AssignedTo { get; init; }
    public ImmutableArray<string> Followers { get => field.IsDefault ? [] : field; init; } = [];
    public string? LostReason { get; init; }
    public DateTimeOffset CreatedAt { get; init; }
    public DateTimeOffset ChangedAt { get; init; }
}

[JsonConverter(typeof(JsonStringEnumConverter<OpportunityStatus>))]
public enum OpportunityStatus
{
    [JsonStringEnumMemberName("open")] Open,
    [JsonStringEnumMemberName("won")] Won,
    [JsonStringEnumMemberName("lost")] Lost,
    [JsonStringEnumMemberName("abandoned")] Abandoned,
}

/// <summary>An ordered list of stages.</summary>
public sealed record Pipeline(string Name, ImmutableArray<Stage> Stages);

public sealed record Stage(string Id, string Name);
