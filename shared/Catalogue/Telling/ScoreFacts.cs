using System.Text.Json.Nodes;

namespace AesthetixWorkflows.Catalogue.Telling;

/// <summary>A change of a contact's score as facts of an event.</summary>
public static class ScoreFacts
{
    public static JsonObject Of(decimal before, decimal after) => new() { ["value"] = after, ["before"] = before, ["points"] = after - before };
}
