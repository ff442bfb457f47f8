using System.Text.Json;
using System.Text.Json.Nodes;
using AesthetixWorkflows.Catalogue;
using AesthetixWorkflows.Runtime.Drafting.Assembling;
using AesthetixWorkflows.Runtime.Drafting.Editing;
using AesthetixWorkflows.Runtime.Drafting.Intents;
using AesthetixWorkflows.Runtime.Drafting.Words;
using AesthetixWorkflows.Runtime.Recipes;

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
        if (Language.IsForeign(scene.Prompt))
        {
            scene.Assume("Only English is read here. Say in English what starts it and what is to be done: “When someone books, text them a reminder the day before.”");
            scene.Miss(scene.Prompt.Trim());
            return Answer(Assembling.Definitions.Of(scene, [], []), scene, empty: true);
        }
        var (definition, acts) = Reading.Read(scene);
        if (acts) return Answer(definition, scene, empty: false);
        // Whoever says what is to be done wants that, understood or not, and no other workflow.
        if (Reading.Commands(scene.Prompt) || Reading.IsSpecific(scene) || NearestRecipe.Of(scene.Prompt) is not { } recipe || scene.NotUnderstood.Any(words => !NearestRecipe.Covers(recipe, words)))
        {
            scene.Miss(scene.Prompt.Trim());
            return Answer(definition, scene, empty: scene.Starts.Count == 0);
        }
        var (ready, open) = RecipeFilling.Fill(recipe, scene.Names);
        return new(ready,
            [
                $"The words do not say what to do, so this is the recipe that comes nearest: “{recipe.Name}”.", recipe.About,
                .. open.Select(parameter => $"{parameter.Label}: choose one. The recipe means “{parameter.Default}”, which this practice does not have."),
            ],
            [.. scene.NotUnderstood.Where(words => !NearestRecipe.Covers(recipe, words))], [], Name, Recipe: recipe.Key);
    }

    static Drafted Answer(JsonObject definition, Scene scene, bool empty) =>
        new(JsonSerializer.SerializeToElement(definition), scene.Assumptions, scene.NotUnderstood, [], Name, empty);
}
