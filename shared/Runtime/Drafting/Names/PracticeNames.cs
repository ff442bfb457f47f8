namespace AesthetixWorkflows.Runtime.Drafting.Names;

/// <summary>What the practice calls its own things. Nothing about contacts is in it.</summary>
public sealed record PracticeNames(
    IReadOnlyList<Named> Forms, IReadOnlyList<Named> Calendars, IReadOnlyList<Named> Users, IReadOnlyList<NamedPipeline> Pipelines,
    IReadOnlyList<string> Tags, IReadOnlyList<Named> Workflows)
{
    public static readonly PracticeNames None = new([], [], [], [], [], []);

    /// <summary>Dates that the practice keeps on its contacts: the key of the field, and what it is called.</summary>
    public IReadOnlyList<Named> Dates { get; init; } = [];
}

public sealed record Named(string Id, string Name);

public sealed record NamedPipeline(string Id, string Name, IReadOnlyList<Named> Stages);
