using System.Text.Json.Nodes;

namespace AesthetixWorkflows.Runtime.Drafting.Intents;

/// <summary>One row of a filter or branch.</summary>
sealed record Row(string Field, string Op, JsonNode? Value = null)
{
    public JsonObject Json() => Value is null ? new() { ["field"] = Field, ["op"] = Op } : new() { ["field"] = Field, ["op"] = Op, ["value"] = Value.DeepClone() };

    public static JsonObject All(IEnumerable<Row> rows) => new() { ["all"] = new JsonArray([.. rows.Select(row => row.Json())]) };
}
