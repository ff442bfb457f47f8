using System.Text.Json;
using System.Text.Json.Nodes;
using AesthetixWorkflows.Catalogue.Acting;
using AesthetixWorkflows.Core.Records;
using AesthetixWorkflows.Runtime.Transferring;

namespace AesthetixWorkflows.Runtime.Recipes;

/// <summary>Makes a practice's own definition of a recipe.</summary>
public sealed class RecipeMaking(IRecords records)
{
    static readonly JsonElement Nothing = JsonElement.Parse("{}");

    /// <param name="given">By the parameters' keys; what is left out is taken from the defaults.</param>
    public async Task<RecipeMade> Make(string practice, Recipe recipe, JsonElement? given = null, CancellationToken ct = default)
    {
        var said = given is { ValueKind: JsonValueKind.Object } some ? some : Nothing;
        var values = ParameterValues.Of(recipe, said, await KnownRecords.Of(records, practice, ct));
        var definition = Placeholders.Fill(JsonNode.Parse(recipe.Definition.GetRawText()), values.Values);
        return new(JsonSerializer.SerializeToElement(definition), values.Values,
            await Missing(practice, recipe, values, ct), [.. ParameterCheck.Run(recipe, said), .. values.Problems]);
    }

    async Task<IReadOnlyList<RecipeNeed>> Missing(string practice, Recipe recipe, ParameterValues values, CancellationToken ct)
    {
        var missing = new List<RecipeNeed>();
        var settings = (await records.Find(Kinds.Practice, practice, practice, ct))?.Body;
        foreach (var need in recipe.Needs)
        {
            var there = need switch
            {
                { Parameter: { } parameter } => !values.Unresolved.Contains(parameter),
                { Kind: "field" } => await records.FindBy(Kinds.CustomField, practice, "key", need.Name, ct) is not null,
                { Kind: "value" } => await records.FindBy(Kinds.CustomValue, practice, "key", need.Name, ct) is not null,
                { Kind: "page" } => Page(settings?.Pages, need.Name) is not null,
                { Kind: "setting" } => Setting(settings, need.Name) is not null,
                _ => true,
            };
            if (!there) missing.Add(need);
        }
        return missing;
    }

    static string? Page(PublicPages? pages, string name) => name switch
    {
        "review" => pages?.Review,
        "feedback" => pages?.Feedback,
        "invoice" => pages?.Invoice,
        "document" => pages?.Document,
        _ => throw new InvalidOperationException($"There is no page called {name}."),
    };

    static string? Setting(Practice? practice, string name) => name switch
    {
        "phone" => practice?.Phone,
        "website" => practice?.Website,
        "address" => practice?.Address,
        _ => throw new InvalidOperationException($"There is no setting called {name}."),
    };
}

/// <summary>A recipe with values in it.</summary>
/// <param name="Values">What stands for each parameter; a reference that was not found has its name.</param>
/// <param name="Missing">Needs that the practice does not have (yet).</param>
/// <param name="Problems">What is wrong with what was given; with any, no draft should be made.</param>
public sealed record RecipeMade(
    JsonElement Definition, IReadOnlyDictionary<string, JsonNode?> Values, IReadOnlyList<RecipeNeed> Missing, IReadOnlyList<ParameterProblem> Problems);
