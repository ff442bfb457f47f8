using AesthetixWorkflows.Core.Enrollments;

namespace AesthetixWorkflows.Local.Storage;

/// <summary>What the writer must know of an enrollment to write its next row.</summary>
sealed class Head
{
    public required long Number { get; init; }
    public required long Workflow { get; init; }
    public required long Revision { get; set; }
    public required EnrollmentStatus Status { get; set; }
    /// <summary>Where it stands while it is live; null otherwise.</summary>
    public required string? Stands { get; set; }
    public required int Version { get; set; }
    public required long? Due { get; set; }
    /// <summary>The number of its last line in the log.</summary>
    public required long Lines { get; set; }
}
