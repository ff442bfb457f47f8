using System.Text.Json;
using System.Text.Json.Nodes;
using AesthetixWorkflows.Catalogue;
using AesthetixWorkflows.Runtime.Drafting.Assembling;
using AesthetixWorkflows.Runtime.Drafting.Editing;
using AesthetixWorkflows.Runtime.Drafting.Intents;

namespace AesthetixWorkflows.Runtime.Drafting.Offline;

/// <summary>Writes drafts by a small grammar: no network, no model, the same words always make the same draft.</summary>
public sealed class OfflineDrafter(ProductCatalogue catalogue) : IDrafter
{
    public const string Name = "offline";

    public Task<Drafted> Draft(DraftWish wish, CancellationToken ct = default)
    {
        var scene = new Scene(catalogue, wish.Names, wish.Prompt);
        return Task.FromResult(wish.Current is { ValueKind: JsonValueKind.Object } current && HasSteps(current)
            ? Editor.Edit(scene, current)
            : Fresh(scene));
    }

    static bool HasSteps(JsonElement current) => current.TryGetProperty("steps", out var steps) && steps.ValueKind == JsonValueKind.Object && steps.EnumerateObject().Any();

    static Drafted Fresh(Scene scene)
    {
        var (definition, acts) = Reading.Read(scene);
        if (acts) return Answer(definition, scene, empty: false);
        if (Recipes.Nearest(scene.Prompt) is not { } recipe)
        {
            scene.Miss(scene.Prompt.Trim());
            return Answer(definition, scene, empty: scene.Starts.Count == 0);
        }
        var told = new Scene(scene.Catalogue, scene.Names, recipe.Prompt);
        var (ready, _) = Reading.Read(told);
        told.Assume($"The words do not say what to do, so this is the recipe that comes nearest: “{recipe.Name}”.");
        foreach (var words in scene.NotUnderstood.Where(words => !Recipes.Covers(recipe.Name, words))) told.Miss(words);
        return Answer(ready, told, empty: false);
    }

    static Drafted Answer(JsonObject definition, Scene scene, bool empty) =>
        new(JsonSerializer.SerializeToElement(definition), scene.Assumptions, scene.NotUnderstood, [], Name, empty);
}
