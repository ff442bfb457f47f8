using System.Text.Json.Nodes;
using AesthetixWorkflows.Core.Definitions;

namespace AesthetixWorkflows.ModelDrafting;

/// <summary>The schema that an answer is bound to, where the service can: the definition's own, and lists of sentences around it.</summary>
static class AnswerSchema
{
    public static readonly BinaryData Json = BinaryData.FromString(Build().ToJsonString());

    static JsonObject Build()
    {
        var definition = JsonNode.Parse(DefinitionSchema.Json.GetRawText())!.AsObject();
        var parts = definition["$defs"]?.DeepClone();
        foreach (var name in new[] { "$schema", "$id", "$defs" }) definition.Remove(name);
        JsonObject Lines() => new() { ["type"] = "array", ["items"] = new JsonObject { ["type"] = "string" } };
        return new()
        {
            ["type"] = "object",
            ["properties"] = new JsonObject { ["definition"] = definition, ["assumptions"] = Lines(), ["notUnderstood"] = Lines(), ["changes"] = Lines() },
            ["required"] = new JsonArray("definition", "assumptions", "notUnderstood", "changes"),
            ["$defs"] = parts,
        };
    }
}
