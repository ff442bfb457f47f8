using System.Text.Json;
using AesthetixWorkflows.Api.Access;
using AesthetixWorkflows.Api.Editing;
using AesthetixWorkflows.Api.Listing;
using AesthetixWorkflows.Api.Routing;
using AesthetixWorkflows.Runtime.Recipes;

namespace AesthetixWorkflows.Api.Recipes;

/// <summary>Ready-made workflows to begin with. A draft is made of one by <c>POST /api/workflows</c>.</summary>
static class RecipeRoutes
{
    public static void Map(IEndpointRouteBuilder api)
    {
        var routes = api.MapGroup("/recipes").WithTags("Recipes");
        routes.MapGet("", () => TypedResults.Ok(new Listed<RecipeLine>([.. RecipeBook.All.Select(RecipeLine.Of)], null))).Needs(Scopes.WorkflowsRead).Answers<Listed<RecipeLine>>();
        routes.MapGet("/{key}", Find).Needs(Scopes.WorkflowsRead).Answers<RecipeView>();
    }

    static async Task<IResult> Find(Caller caller, string key, RecipeMaking making, CancellationToken ct)
    {
        if (RecipeBook.Find(key) is not { } recipe) return Answer.NotFound;
        var made = await making.Make(caller.Practice, recipe, null, ct);
        return TypedResults.Ok(RecipeView.Of(recipe, made));
    }
}

/// <summary>A recipe in the list.</summary>
/// <param name="Needs">What a practice must have before it is of use.</param>
/// <param name="Triggers">The types of the events that start it.</param>
/// <param name="Steps">How many.</param>
public sealed record RecipeLine(
    string Key, string Name, string Category, string Description, IReadOnlyList<RecipeNeed> Needs, IReadOnlyList<RecipeParameter> Parameters, IReadOnlyList<string> Triggers, int Steps)
{
    internal static RecipeLine Of(Recipe recipe) =>
        new(recipe.Key, recipe.Name, recipe.Category, recipe.Description, recipe.Needs, recipe.Parameters, [.. TriggersOf(recipe)], recipe.Definition.GetProperty("steps").EnumerateObject().Count());

    internal static IEnumerable<string> TriggersOf(Recipe recipe) => recipe.Definition.GetProperty("triggers").EnumerateArray().Select(trigger => trigger.GetProperty("type").GetString()!).Distinct();
}

/// <summary>A recipe as this practice would get it.</summary>
/// <param name="About">What to look at before publishing it.</param>
/// <param name="Parameters">Their defaults are this practice's own records; none where it has nothing that fits.</param>
/// <param name="Missing">The needs that this practice does not have yet, as far as that can be known.</param>
/// <param name="Definition">With the defaults filled in.</param>
/// <param name="Trials">Stories to try it with, and what must come of them.</param>
public sealed record RecipeView(
    string Key, string Name, string Category, string Description, string About, IReadOnlyList<RecipeNeed> Needs, IReadOnlyList<RecipeNeed> Missing,
    IReadOnlyList<RecipeParameter> Parameters, IReadOnlyList<string> Triggers, int Steps, JsonElement Definition, IReadOnlyList<RecipeTrial> Trials)
{
    internal static RecipeView Of(Recipe recipe, RecipeMade made)
    {
        var line = RecipeLine.Of(recipe);
        return new(recipe.Key, recipe.Name, recipe.Category, recipe.Description, recipe.About, recipe.Needs, made.Missing,
            [.. recipe.Parameters.Select(parameter => parameter with { Default = Own(parameter, made) })], line.Triggers, line.Steps, made.Definition, recipe.Trials);
    }

    static JsonElement? Own(RecipeParameter parameter, RecipeMade made) =>
        made.Values[parameter.Key] is { } value && made.Missing.All(need => need.Parameter != parameter.Key) ? JsonSerializer.SerializeToElement(value) : null;
}
