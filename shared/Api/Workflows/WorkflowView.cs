using System.Text.Json;
using AesthetixWorkflows.Core.Definitions;
using AesthetixWorkflows.Core.Records;
using AesthetixWorkflows.Runtime.Recipes;

namespace AesthetixWorkflows.Api.Workflows;

/// <summary>A workflow in lists and on its own; its draft has an address and an ETag of its own.</summary>
/// <param name="HasDraftChanges">The draft was edited since it was published.</param>
/// <param name="NeedsReview">What is published names something that was deleted, and nobody has acknowledged it. Where workflows are read.</param>
/// <param name="Figures">How it does. Where workflows are read.</param>
public sealed record WorkflowView(
    string Id, string Name, string? Folder, WorkflowStatus Status, int Version, long DraftRevision,
    DateTimeOffset CreatedAt, DateTimeOffset ChangedAt, DateTimeOffset? DeletedAt, bool HasDraftChanges, bool? NeedsReview = null, Figures? Figures = null)
{
    /// <summary>Of a draft that was just made of a recipe: what the recipe needs and this practice does not have.</summary>
    public IReadOnlyList<RecipeNeed>? Missing { get; init; }

    public static WorkflowView Of(Stored<Workflow> stored)
    {
        var w = stored.Body;
        return new(stored.Id, w.Name, w.Folder, w.Status, w.Version, w.DraftRevision, w.CreatedAt, w.ChangedAt, w.DeletedAt, w.HasDraftChanges);
    }
}

/// <summary>A version in lists, without its definition.</summary>
public sealed record VersionLine(int Number, string VersionId, string? Note, string By, DateTimeOffset PublishedAt, bool Current);

/// <summary>A workflow to begin with.</summary>
/// <param name="Name">A recipe's own name when left out with one.</param>
/// <param name="Definition">An empty one when left out.</param>
/// <param name="Recipe">The key of a recipe to make the draft of, in place of a definition.</param>
/// <param name="Parameters">What the recipe asks, by the parameters' keys; what is left out is taken from the defaults.</param>
public sealed record NewWorkflow(string? Name = null, string? Folder = null, JsonElement? Definition = null, string? Recipe = null, JsonElement? Parameters = null);

/// <summary>A new name or folder.</summary>
public sealed record WorkflowChange(string? Name = null, string? Folder = null);

/// <summary>What the copy is called; "… (copy)" when left out.</summary>
public sealed record WorkflowCopy(string? Name = null);

/// <summary>How to publish.</summary>
/// <param name="InFlight">What happens to contacts inside; as the definition's settings say when left out.</param>
public sealed record PublishWish(InFlight? InFlight = null, string? Note = null);

/// <summary>What publishing did.</summary>
/// <param name="Reached">How many enrollments were moved, ended or resumed because of it.</param>
public sealed record Published(WorkflowView Workflow, IReadOnlyList<Finding> Findings, int Reached);

/// <summary>The draft is kept, and this is what the check says about it.</summary>
public sealed record DraftSaved(long DraftRevision, IReadOnlyList<Finding> Findings);

/// <summary>What the check says about the draft.</summary>
public sealed record Checked(IReadOnlyList<Finding> Findings);

/// <summary>Why a review is left as it is; kept in the audit log.</summary>
public sealed record Acknowledged(string? Reason = null);
