using System.Text.Json;

namespace AesthetixWorkflows.Runtime.Hooks;

/// <summary>A JSON scalar as the text a person would write.</summary>
static class JsonText
{
    /// <summary>Null for objects, lists and null.</summary>
    public static string? Of(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString(),
        JsonValueKind.Number => value.GetRawText(),
        JsonValueKind.True => "true",
        JsonValueKind.False => "false",
        _ => null,
    };
}
