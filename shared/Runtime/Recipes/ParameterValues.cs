using System.Text.Json;
using System.Text.Json.Nodes;
using AesthetixWorkflows.Catalogue.Describing;
using AesthetixWorkflows.Runtime.Transferring;

namespace AesthetixWorkflows.Runtime.Recipes;

/// <summary>What stands for each parameter: as given, else the default. References are found by id or by a name that only one has.</summary>
sealed class ParameterValues
{
    static readonly HashSet<string> Looked = ["calendar", "pipeline", "stage", "user", "workflow"];

    readonly Dictionary<string, JsonNode?> _values = [];

    public IReadOnlyDictionary<string, JsonNode?> Values => _values;
    public List<ParameterProblem> Problems { get; } = [];
    /// <summary>Parameters whose default the practice does not have.</summary>
    public HashSet<string> Unresolved { get; } = [];

    /// <param name="known">What the practice has.</param>
    public static ParameterValues Of(Recipe recipe, JsonElement given, IReadOnlyList<Reference> known)
    {
        var values = new ParameterValues();
        // Pipelines before their stages.
        foreach (var parameter in recipe.Parameters.OrderBy(parameter => parameter.Within is not null)) values.Take(parameter, given, known);
        return values;
    }

    void Take(RecipeParameter parameter, JsonElement given, IReadOnlyList<Reference> known)
    {
        var said = given.ValueKind is JsonValueKind.Object && given.TryGetProperty(parameter.Key, out var value) && value.ValueKind is not JsonValueKind.Null;
        var node = said ? Node(given.GetProperty(parameter.Key)) : Node(parameter.Default ?? default);
        if (IsEmpty(node))
        {
            if (said && parameter.Required) Problems.Add(new($"/parameters/{parameter.Key}", "field.required", $"The recipe needs “{parameter.Label}”."));
            else if (parameter is { IsReference: true, Required: true }) Unresolved.Add(parameter.Key);
            _values[parameter.Key] = null;
            return;
        }
        _values[parameter.Key] = !parameter.IsReference || !Looked.Contains(parameter.Of!) ? node
            : node is JsonArray many ? new JsonArray([.. many.Select((one, at) => Resolve(parameter, one, $"/parameters/{parameter.Key}/{at}", said, known))])
            : Resolve(parameter, node, $"/parameters/{parameter.Key}", said, known);
    }

    /// <summary>What cannot be found keeps its name, so that the linter shows where it is missed.</summary>
    JsonNode? Resolve(RecipeParameter parameter, JsonNode? node, string pointer, bool said, IReadOnlyList<Reference> known)
    {
        var wanted = node?.ToString() ?? "";
        var pipeline = parameter.Within is { } within ? _values.GetValueOrDefault(within)?.ToString() : null;
        var candidates = known.Where(r => r.Kind == parameter.Of && (parameter.Of != "stage" || r.Of == pipeline)).ToList();
        var found = candidates.Find(r => r.Id == wanted)
            ?? (candidates.Where(r => string.Equals(r.Name, wanted, StringComparison.OrdinalIgnoreCase)).ToList() is [var only] ? only : null);
        if (found is not null) return found.Id;
        if (said) Problems.Add(new(pointer, "reference.unknown", $"This practice has no {parameter.Of} “{wanted}”."));
        else Unresolved.Add(parameter.Key);
        return node?.DeepClone();
    }

    static JsonNode? Node(JsonElement json) => json.ValueKind is JsonValueKind.Undefined or JsonValueKind.Null ? null : JsonNode.Parse(json.GetRawText());

    static bool IsEmpty(JsonNode? node) => node switch
    {
        null => true,
        JsonArray list => list.Count == 0,
        JsonValue value => value.TryGetValue(out string? text) && string.IsNullOrWhiteSpace(text),
        _ => false,
    };
}
