using System.Text.Json;
using AesthetixWorkflows.Core.Definitions;

namespace AesthetixWorkflows.Runtime.Transferring;

/// <summary>A workflow to take elsewhere: what it does, and the names of everything that it refers to by id.</summary>
/// <param name="Format">Always <c>aesthetix.workflow</c>.</param>
/// <param name="Version">The version that was taken; null: the draft.</param>
/// <param name="LeftOut">Pointers of passwords and keys, which stay at home.</param>
public sealed record WorkflowExport(
    string? Format = null, int FormatVersion = 0, string? Name = null, string? Folder = null, int? Version = null, DateTimeOffset? ExportedAt = null,
    JsonElement? Definition = null, IReadOnlyList<Reference>? References = null, IReadOnlyList<string>? LeftOut = null)
{
    public const string KnownFormat = "aesthetix.workflow";
    public const int KnownVersion = 1;
}

/// <summary>Something that a definition names.</summary>
/// <param name="Kind"><c>user calendar pipeline stage workflow</c>; <c>tag form customField</c> are named by their names and need no map.</param>
/// <param name="Of">Of a stage: its pipeline.</param>
public sealed record Reference(string Kind, string Id, string Name, string? Of = null);

/// <summary>What became of a reference.</summary>
/// <param name="Became">The id here; null: nothing fits.</param>
/// <param name="How"><c>map same name unresolved</c></param>
public sealed record Resolved(string Kind, string Id, string Name, string? Became, string How);

/// <summary>A definition with the references of its new home, and what is still to be chosen.</summary>
public sealed record Rehomed(JsonElement Definition, IReadOnlyList<Resolved> References, IReadOnlyList<Finding> Findings);
