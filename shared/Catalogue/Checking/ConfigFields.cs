using System.Text.Json;
using AesthetixWorkflows.Catalogue.Describing;
using AesthetixWorkflows.Core.Definitions;

namespace AesthetixWorkflows.Catalogue.Checking;

/// <summary>Where a form's field stands in a config. A dot goes one level down: <c>auth.kind</c> is <c>{"auth":{"kind":…}}</c>.</summary>
static class ConfigFields
{
    public static string Pointer(Field field) => field.Name.Split('.').Aggregate("", JsonPointer.Below);

    /// <summary>Null when absent; JSON null and an empty text count as absent.</summary>
    public static JsonElement? Value(Field field, JsonElement config)
    {
        foreach (var name in field.Name.Split('.'))
            if (config.ValueKind != JsonValueKind.Object || !config.TryGetProperty(name, out config)) return null;
        return config.ValueKind is JsonValueKind.Null or JsonValueKind.Undefined || config.ValueKind == JsonValueKind.String && string.IsNullOrWhiteSpace(config.GetString()) ? null : config;
    }
}
