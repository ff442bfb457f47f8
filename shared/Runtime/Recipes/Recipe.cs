using System.Text.Json;
using AesthetixWorkflows.Catalogue.Describing;

namespace AesthetixWorkflows.Runtime.Recipes;

/// <summary>A ready-made workflow: what it needs, what it asks when it is loaded, and stories that show what it does.</summary>
/// <param name="Description">What it does, for a front desk.</param>
/// <param name="About">What to look at before publishing it.</param>
/// <param name="Definition">With placeholders where the parameters go.</param>
public sealed record Recipe(
    string Key, string Name, string Category, string Description, string About,
    IReadOnlyList<RecipeNeed> Needs, IReadOnlyList<RecipeParameter> Parameters, JsonElement Definition, IReadOnlyList<RecipeTrial> Trials);

/// <summary>Something that a practice must have before the recipe is of use.</summary>
/// <param name="Kind"><c>calendar pipeline stage user workflow</c> (chosen by a parameter), <c>field value page setting</c> (looked up), or
/// <c>tag form consent feed</c> (told only).</param>
/// <param name="Name">Of a field or value its key, of a page <c>review feedback invoice document</c>, of a setting <c>phone website address</c>; else what to call it.</param>
/// <param name="Parameter">The parameter by which it is chosen.</param>
public sealed record RecipeNeed(string Kind, string Name, string Why, string? Parameter = null);

/// <summary>What the recipe asks when it is loaded.</summary>
/// <param name="Kind">As the fields of a step.</param>
/// <param name="Default">Of a reference: the name of the record that is meant when nobody chooses.</param>
/// <param name="Of">For references: <c>calendar pipeline stage user workflow</c>.</param>
/// <param name="Within">For a stage: the parameter that chooses its pipeline.</param>
public sealed record RecipeParameter(
    string Key, string Label, FieldKind Kind, bool Required = false, JsonElement? Default = null, string? Help = null,
    IReadOnlyList<Option>? Options = null, string? Of = null, string? Within = null, decimal? Min = null, decimal? Max = null, int? MaxLength = null)
{
    public bool IsReference => Kind is FieldKind.Reference or FieldKind.ManyReferences;
}

/// <summary>A story told with the recipe's defaults: somebody made up, what happens to them, and what must come of it.</summary>
/// <param name="Contact">As in a simulation.</param>
/// <param name="Expect">The trace in short lines: the time since the start, what happens, the step's name; at the end how it ends.</param>
public sealed record RecipeTrial(
    string Name, JsonElement Contact, DateTimeOffset StartAt, TrialEvent Event, IReadOnlyList<string> Expect,
    IReadOnlyList<TrialEntry>? Script = null, string? Horizon = null);

/// <param name="Data">Facts by root; <c>@P3D</c> stands for the moment that long after the start.</param>
public sealed record TrialEvent(string Type, JsonElement? Data = null);

/// <param name="After">ISO 8601, counted from the start.</param>
public sealed record TrialEntry(string After, TrialEvent Event);
