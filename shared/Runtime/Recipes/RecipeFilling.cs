using System.Text.Json;
using System.Text.Json.Nodes;
using AesthetixWorkflows.Runtime.Drafting.Names;
using AesthetixWorkflows.Runtime.Transferring;

namespace AesthetixWorkflows.Runtime.Recipes;

/// <summary>A recipe's definition with the defaults in it, by a practice's names alone.</summary>
public static class RecipeFilling
{
    static readonly JsonElement Nothing = JsonElement.Parse("{}");

    /// <returns>The definition, and the parameters whose default this practice does not have.</returns>
    public static (JsonElement Definition, IReadOnlyList<RecipeParameter> Open) Fill(Recipe recipe, PracticeNames names)
    {
        var values = ParameterValues.Of(recipe, Nothing, [.. Known(names)]);
        var definition = Placeholders.Fill(JsonNode.Parse(recipe.Definition.GetRawText()), values.Values);
        return (JsonSerializer.SerializeToElement(definition), [.. recipe.Parameters.Where(parameter => values.Unresolved.Contains(parameter.Key))]);
    }

    static IEnumerable<Reference> Known(PracticeNames names) =>
    [
        .. names.Users.Select(user => new Reference("user", user.Id, user.Name)),
        .. names.Calendars.Select(calendar => new Reference("calendar", calendar.Id, calendar.Name)),
        .. names.Workflows.Select(workflow => new Reference("workflow", workflow.Id, workflow.Name)),
        .. names.Pipelines.Select(pipeline => new Reference("pipeline", pipeline.Id, pipeline.Name)),
        .. names.Pipelines.SelectMany(pipeline => pipeline.Stages.Select(stage => new Reference("stage", stage.Id, stage.Name, pipeline.Id))),
    ];
}
