using System.Collections.Immutable;

namespace AesthetixWorkflows.Core.Records;

/// <summary>Something that workflows may name, and that was deleted. Record id: <see cref="RecordId"/>.</summary>
/// <param name="Kind"><c>tag user pipeline stage template calendar field value link form workflow document</c>.</param>
/// <param name="Name">What people called it.</param>
/// <param name="Within">Of a stage: its pipeline.</param>
public sealed record Gone(string Kind, string Id, string Name, DateTimeOffset At, string By, string? Within = null)
{
    /// <summary>Tags and forms are names that people type, in whatever case.</summary>
    public static string RecordId(string kind, string id, string? within = null) =>
        string.Join('/', new[] { kind, within, kind is "tag" or "form" ? id.Trim().ToLowerInvariant() : id }.OfType<string>());
}

/// <summary>A published workflow that names something which is gone. Record id = the workflow's; deleted when it is mended.</summary>
/// <param name="AcknowledgedAt">Somebody has seen it and leaves it so; until something else goes.</param>
public sealed record WorkflowReview(
    DateTimeOffset Since, ImmutableArray<ReviewFinding> Findings, DateTimeOffset? AcknowledgedAt = null, string? AcknowledgedBy = null);

/// <param name="Kind">Of what is gone; with <paramref name="Id"/>, <paramref name="Name"/> and the moment at which it went.</param>
/// <param name="Version">The published version that names it, and where.</param>
public sealed record ReviewFinding(
    string Kind, string Id, string Name, DateTimeOffset At, int Version, string Pointer, string? StepId, string? TriggerId, string Message);

/// <summary>When the practice was last told that workflows need a look. Record id = the practice's.</summary>
public sealed record ReviewNotice(DateTimeOffset At);
