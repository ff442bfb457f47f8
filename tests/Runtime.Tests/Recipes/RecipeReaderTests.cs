using System.Text.Json.Nodes;
using AesthetixWorkflows.Runtime.Recipes;

namespace AesthetixWorkflows.Runtime.Tests.Recipes;

/// <summary>Whoever writes a recipe is told what is wrong with it.</summary>
public sealed class RecipeReaderTests
{
    const string Good = """
        { "key": "hello", "name": "Hello", "category": "Leads", "description": "Says hello.", "about": "Nothing.",
          "needs": [{ "kind": "pipeline", "name": "Pipeline", "why": "For the stage.", "parameter": "pipeline" }, { "kind": "stage", "name": "New", "why": "Begins there.", "parameter": "stage" }],
          "parameters": [
            { "key": "pipeline", "label": "Pipeline", "kind": "reference", "of": "pipeline", "required": true, "default": "Sales" },
            { "key": "stage", "label": "Stage", "kind": "reference", "of": "stage", "within": "pipeline", "required": true, "default": "New" },
            { "key": "after", "label": "After", "kind": "duration", "required": true, "default": "P1D" }],
          "definition": { "steps": { "a": { "for": { "$param": "after" }, "stageId": { "$param": "stage" } } } }, "trials": [] }
        """;

    [Fact]
    public void A_good_one_is_read() => Assert.Equal("P1D", Read(Good, out _)!.Parameters[2].Default!.Value.GetString());

    [Theory]
    [InlineData("/key", "\"other\"", "must be the same")]
    [InlineData("/parameters/2/key", "\"later\"", "which there is not")]
    [InlineData("/parameters/2/key", "\"stage\"", "the same key")]
    [InlineData("/definition/steps/a/for", "\"P2D\"", "Nothing uses the parameter “after”")]
    [InlineData("/parameters/1/within", "\"nowhere\"", "within which pipeline")]
    [InlineData("/parameters/2/default", null, "needs a default")]
    [InlineData("/parameters/0/of", null, "what it is a reference of")]
    [InlineData("/needs/1/parameter", "\"nothing\"", "names the parameter “nothing”")]
    [InlineData("/needs/1/kind", "\"form\"", null)]
    [InlineData("/trials", null, "cannot be read")]
    [InlineData("/colour", "1", "cannot be read")]
    [InlineData("/parameters/2/kind", "\"colour\"", "cannot be read")]
    public void What_is_wrong_is_told(string pointer, string? value, string? told)
    {
        var json = JsonNode.Parse(Good)!;
        var names = pointer.Split('/')[1..];
        var parent = names[..^1].Aggregate(json, (node, name) => node is JsonArray list ? list[int.Parse(name, System.Globalization.CultureInfo.InvariantCulture)]! : node[name]!);
        if (value is null) parent.AsObject().Remove(names[^1]);
        else parent[names[^1]] = JsonNode.Parse(value);
        var recipe = Read(json.ToJsonString(), out var problems);
        if (told is null) Assert.NotNull(recipe);
        else Assert.Contains(problems, problem => problem.Contains(told, StringComparison.Ordinal));
    }

    [Fact]
    public void The_products_own_are_in_order_and_each_has_a_key_of_its_own()
    {
        Assert.Equal(30, RecipeBook.All.Length);
        Assert.Equal(30, RecipeBook.All.Select(recipe => recipe.Key).Distinct().Count());
        Assert.All(RecipeBook.All, recipe => Assert.Same(recipe, RecipeBook.Find(recipe.Key)));
    }

    static Recipe? Read(string json, out IReadOnlyList<string> problems) => RecipeReader.Read("hello", json, out problems);
}
