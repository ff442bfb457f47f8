using System.Text.Json;
using System.Text.Json.Nodes;

namespace AesthetixWorkflows.ModelDrafting;

/// <summary>What a model answered, as far as it has the right shape.</summary>
sealed record ModelAnswer(JsonObject Definition, IReadOnlyList<string> Assumptions, IReadOnlyList<string> NotUnderstood, IReadOnlyList<string> Changes)
{
    const int MostLines = 40, LongestLine = 500;

    /// <summary>Null when it is no JSON, or not this JSON.</summary>
    public static ModelAnswer? Read(string text)
    {
        try
        {
            return JsonNode.Parse(Bare(text), documentOptions: new() { MaxDepth = 64, AllowDuplicateProperties = false }) is JsonObject answer && answer["definition"] is JsonObject definition
                ? new(definition.DeepClone().AsObject(), Lines(answer["assumptions"]), Lines(answer["notUnderstood"]), Lines(answer["changes"])) : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>Some models put their JSON into a fence, whatever they were told.</summary>
    static string Bare(string text) => text.IndexOf('{', StringComparison.Ordinal) is var start and >= 0 && text.LastIndexOf('}') is var end && end > start ? text[start..(end + 1)] : text;

    static IReadOnlyList<string> Lines(JsonNode? node) =>
        [.. (node as JsonArray ?? []).OfType<JsonValue>().Select(value => value.TryGetValue(out string? line) ? line : "").Where(line => line.Length > 0).Select(line => line.Length > LongestLine ? line[..LongestLine] : line).Take(MostLines)];
}
