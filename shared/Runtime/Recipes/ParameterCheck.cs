using System.Collections.Immutable;
using System.Text.Json;
using AesthetixWorkflows.Catalogue.Checking;
using AesthetixWorkflows.Catalogue.Describing;
using AesthetixWorkflows.Core.Definitions;

namespace AesthetixWorkflows.Runtime.Recipes;

/// <summary>Checks what was given for a recipe's parameters as the fields of a step are checked.</summary>
static class ParameterCheck
{
    public static IEnumerable<ParameterProblem> Run(Recipe recipe, JsonElement given) =>
        from problem in ConfigCheck.Run([.. recipe.Parameters.Select(Field)], given)
        select new ParameterProblem("/parameters" + problem.Pointer, Code(problem.Code), Sentence(problem.Message));

    // What is required and was left out is taken from the defaults.
    static Field Field(RecipeParameter parameter) => new(parameter.Key, parameter.Kind, parameter.Label,
        Options: parameter.Options is { } options ? [.. options] : default, Min: parameter.Min, Max: parameter.Max, MaxLength: parameter.MaxLength,
        Merge: parameter.Kind is FieldKind.Text or FieldKind.LongText or FieldKind.Url);

    static string Code(FindingCode code) => code == LintCodes.UnknownConfig ? "field.unknown" : "field.invalid";

    static string Sentence(string message) => $"The recipe {message}";
}

/// <summary>Something is wrong with what was given.</summary>
/// <param name="Code"><c>field.unknown field.invalid field.required reference.unknown</c></param>
public sealed record ParameterProblem(string Pointer, string Code, string Message);
