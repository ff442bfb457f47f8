using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using AesthetixWorkflows.Catalogue.Describing;
using AesthetixWorkflows.Core.Definitions;
using AesthetixWorkflows.Core.Records;

namespace AesthetixWorkflows.Catalogue.Sealing;

/// <summary>Where passwords and keys stand: the secret fields of forms, and headers that are called like one.</summary>
public static partial class SecretPlaces
{
    /// <param name="MayMerge">Merge fields are filled in there: a text that has some is put together when it is sent, and what is
    /// secret in it stands elsewhere.</param>
    /// <param name="Put">Writes another text in its place.</param>
    public sealed record Place(string Pointer, string Text, bool MayMerge, Action<string> Put)
    {
        /// <summary>It is to be kept apart, and is not yet.</summary>
        public bool IsOpen => Secret.IdIn(Text) is null && !(MayMerge && Text.Contains("{{", StringComparison.Ordinal));
    }

    /// <summary>All of a definition, as it was typed.</summary>
    public static IEnumerable<Place> In(JsonObject definition, ProductCatalogue catalogue)
    {
        foreach (var (id, step) in definition["steps"] as JsonObject ?? [])
            if (step is JsonObject part && part["type"] is JsonValue named && named.TryGetValue(out string? type) && part["config"] is JsonObject config && catalogue.Actions.TryGetValue(type, out var action))
                foreach (var place in In(config, action.Descriptor))
                    yield return place with { Pointer = JsonPointer.Below("/steps", id) + "/config" + place.Pointer };
    }

    /// <summary>Those of one step.</summary>
    public static IReadOnlyList<Place> In(JsonObject config, ActionDescriptor descriptor)
    {
        var places = new List<Place>();
        foreach (var field in descriptor.Config)
            if (field.Kind is FieldKind.Secret) Text(config, field.Name.Split('.'), "", false, places);
            else if (field.Kind is FieldKind.Map && config[field.Name] is JsonObject map)
                foreach (var name in map.Select(pair => pair.Key).Where(name => Called().IsMatch(name)).ToList()) Text(map, [name], JsonPointer.Below("", field.Name), true, places);
        return places;
    }

    static void Text(JsonObject at, ReadOnlySpan<string> path, string pointer, bool mayMerge, List<Place> places)
    {
        pointer = JsonPointer.Below(pointer, path[0]);
        if (path.Length > 1)
        {
            if (at[path[0]] is JsonObject below) Text(below, path[1..], pointer, mayMerge, places);
            return;
        }
        var name = path[0];
        if (at[name] is JsonValue value && value.TryGetValue(out string? text) && !string.IsNullOrWhiteSpace(text)) places.Add(new(pointer, text, mayMerge, put => at[name] = put));
    }

    [GeneratedRegex("(?i)^(authorization|proxy-authorization|cookie)$|api[-_]?key|token|secret|password")]
    private static partial Regex Called();
}
