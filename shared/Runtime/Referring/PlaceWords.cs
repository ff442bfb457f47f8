using System.Text.Json;
using AesthetixWorkflows.Catalogue.Referring;

namespace AesthetixWorkflows.Runtime.Referring;

/// <summary>Names the step or trigger that a use stands in, the way the front desk does.</summary>
static class PlaceWords
{
    /// <summary><c>the step “Welcome”</c>, <c>the trigger “New lead”</c>, <c>the sender</c>.</summary>
    public static string Owner(RecordUse use, JsonElement definition) =>
        use.StepId is { } step ? $"the step {Called(Below(definition, "steps", step), $"“{use.Of}” ({step})")}"
        : use.Pointer.StartsWith("/triggers", StringComparison.Ordinal) ? $"the trigger {Called(Trigger(definition, use.TriggerId), $"“{use.Of}”")}"
        : "the workflow's sender";

    public static string Of(RecordUse use, JsonElement definition) => $"{Owner(use, definition)}: {use.Words}";

    public static string Kind(string kind) => kind switch
    {
        "field" => "custom field",
        "value" => "custom value",
        "user" => "member of the team",
        _ => kind,
    };

    static string Called(JsonElement? part, string otherwise) =>
        part is { ValueKind: JsonValueKind.Object } named && named.TryGetProperty("name", out var name) && name.ValueKind == JsonValueKind.String && name.GetString() is { Length: > 0 } text
            ? $"“{text}”" : otherwise;

    static JsonElement? Below(JsonElement definition, string part, string id) =>
        definition.TryGetProperty(part, out var parts) && parts.ValueKind == JsonValueKind.Object && parts.TryGetProperty(id, out var found) ? found : null;

    static JsonElement? Trigger(JsonElement definition, string? id)
    {
        foreach (var trigger in definition.GetProperty("triggers").EnumerateArray())
            if (trigger.ValueKind == JsonValueKind.Object && trigger.TryGetProperty("id", out var known) && known.ValueKind == JsonValueKind.String && known.GetString() == id) return trigger;
        return null;
    }
}
