using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;

namespace AesthetixWorkflows.Runtime.Recipes;

/// <summary>Reads a recipe's file and says what is wrong with it, so that whoever writes one is told at once.</summary>
public static partial class RecipeReader
{
    static readonly JsonSerializerOptions Strict = new(JsonSerializerDefaults.Web)
    {
        PropertyNameCaseInsensitive = false, UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow, AllowDuplicateProperties = false,
        RespectNullableAnnotations = true, RespectRequiredConstructorParameters = true, NumberHandling = JsonNumberHandling.Strict,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false) },
    };

    /// <param name="file">The file's name without its ending, which is the recipe's key.</param>
    /// <param name="problems">Whole sentences; empty when the recipe can be used.</param>
    public static Recipe? Read(string file, string json, out IReadOnlyList<string> problems)
    {
        try
        {
            var recipe = JsonSerializer.Deserialize<Recipe>(json, Strict)!;
            problems = [.. Problems(file, recipe)];
            return problems.Count == 0 ? recipe : null;
        }
        catch (JsonException wrong)
        {
            problems = [$"{file}.json cannot be read: {wrong.Message}"];
            return null;
        }
    }

    static IEnumerable<string> Problems(string file, Recipe recipe)
    {
        if (recipe.Key != file) yield return $"The key is “{recipe.Key}” and the file is called {file}.json; they must be the same.";
        if (!Key().IsMatch(recipe.Key)) yield return "A key is lower-case words joined by hyphens.";
        var known = recipe.Parameters.Select(parameter => parameter.Key).ToHashSet();
        if (known.Count < recipe.Parameters.Count) yield return "Two parameters have the same key.";
        if (recipe.Definition.ValueKind is not JsonValueKind.Object) yield return "The definition is not an object.";
        var used = Placeholders.In(JsonNode.Parse(recipe.Definition.GetRawText())).ToHashSet();
        // A parameter may also be there to help choose another: the pipeline of a stage.
        var helping = recipe.Parameters.Select(parameter => parameter.Within).OfType<string>().ToHashSet();
        foreach (var key in used.Where(key => !known.Contains(key))) yield return $"The definition uses the parameter “{key}”, which there is not.";
        foreach (var key in known.Where(key => !used.Contains(key) && !helping.Contains(key))) yield return $"Nothing uses the parameter “{key}”.";
        foreach (var parameter in recipe.Parameters)
        {
            if (parameter.IsReference == parameter.Of is null) yield return $"The parameter “{parameter.Key}” must say what it is a reference of, or is none.";
            if (parameter.Of == "stage" && !known.Contains(parameter.Within ?? "")) yield return $"The parameter “{parameter.Key}” is a stage and must say within which pipeline.";
            if (parameter is { Required: true, IsReference: false, Default: null }) yield return $"The parameter “{parameter.Key}” is required and needs a default to begin with.";
        }
        foreach (var need in recipe.Needs.Where(need => need.Parameter is { } key && !known.Contains(key))) yield return $"The need “{need.Name}” names the parameter “{need.Parameter}”, which there is not.";
        foreach (var parameter in recipe.Parameters.Where(p => p is { IsReference: true, Required: true } && recipe.Needs.All(need => need.Parameter != p.Key && need.Kind != p.Of)))
            yield return $"The parameter “{parameter.Key}” chooses a {parameter.Of} that the needs do not name.";
    }

    [GeneratedRegex("^[a-z][a-z0-9]*(-[a-z0-9]+)*$", RegexOptions.NonBacktracking)]
    private static partial Regex Key();
}
